// The endpoints are still to come; saying so beats a server that answers nothing.
Console.Error.WriteLine("riskanalyzer webhook: admission reviews are not answered by this version");
return 2;
