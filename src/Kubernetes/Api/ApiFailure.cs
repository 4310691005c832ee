namespace RiskAnalyzer.Kubernetes.Api;

/// <summary>Why the API did not answer a question, as far as it decides what is to be done.</summary>
public enum ApiFailure
{
    /// <summary>No connection: the name, the network, the proxy, or a certificate.</summary>
    Unreachable,

    /// <summary>The credentials are missing, wrong or have run out.</summary>
    Unauthorized,

    /// <summary>The user is known, but may not.</summary>
    Forbidden,

    /// <summary>The server does not serve this resource.</summary>
    NotFound,

    /// <summary>The state from which to go on is no longer kept; start anew.</summary>
    Expired,

    /// <summary>The server does not know a parameter; ask in another way.</summary>
    NotSupported,

    /// <summary>The server is there but cannot answer now.</summary>
    Unavailable,

    /// <summary>The answer ended before it was complete.</summary>
    Interrupted,

    /// <summary>The answer is nothing that a Kubernetes API says.</summary>
    Unexpected,
}
