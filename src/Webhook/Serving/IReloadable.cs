namespace RiskAnalyzer.Webhook.Serving;

/// <summary>Something that is read from files which may change while the program runs.</summary>
internal interface IReloadable
{
    /// <summary>Looks at the files, and takes over what has changed if it is good. Never throws because of what the files hold.</summary>
    void Check();
}
