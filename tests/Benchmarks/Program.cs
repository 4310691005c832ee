using RiskAnalyzer.Benchmarks;

return BenchmarkList.Run(args);
