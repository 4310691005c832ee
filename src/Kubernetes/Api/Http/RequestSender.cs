using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using RiskAnalyzer.Kubernetes.Configuration;
using RiskAnalyzer.Kubernetes.Configuration.Credentials;

namespace RiskAnalyzer.Kubernetes.Api.Http;

/// <summary>Sends requests with the user's credentials, and waits out what passes: a server that is busy or just restarting.</summary>
internal sealed class RequestSender(ClusterEndpoint endpoint, TimeProvider clock) : IDisposable
{
    private const int MostErrorBytes = 64 * 1024;
    private readonly CertificateCheck _check = new(endpoint);
    private readonly Lock _lock = new();
    private HttpMessageInvoker? _invoker;
    private X509Certificate2Collection? _shownCertificate;
    private bool _hasAnswered;

    /// <summary>Sends a request and returns the answer once its head is there, if it is a good one.</summary>
    /// <exception cref="KubernetesApiException">There is no good answer.</exception>
    public async Task<HttpResponseMessage> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var patience = new Patience(clock);
        var isRenewed = false;
        while (true)
        {
            var credential = await CredentialAsync(call, cancellationToken);
            KubernetesApiException failure;
            try
            {
                return await SendAsync(call, credential, cancellationToken);
            }
            catch (KubernetesApiException error)
            {
                failure = error;
            }

            if (failure.Failure == ApiFailure.Unauthorized && !isRenewed && endpoint.Credentials.Refuse(credential))
            {
                isRenewed = true;
                continue;
            }

            // A server that never answered is most likely not there; one that did is waited for.
            var mayPass = failure.Failure == ApiFailure.Unavailable || (failure.IsPassing && _hasAnswered);
            if (!call.IsRepeated || !mayPass || !await patience.WaitAsync(failure.RetryAfter, cancellationToken))
            {
                throw failure;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _invoker?.Dispose();

    private async Task<Credential> CredentialAsync(ApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await endpoint.Credentials.GetAsync(cancellationToken);
        }
        catch (ConfigurationException error)
        {
            throw new KubernetesApiException(ApiFailure.Unauthorized, $"cannot {call.What}: {error.Message}", error);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(ApiCall call, Credential credential, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(endpoint.RequestTimeout);
        using var request = RequestOf(call, credential);
        try
        {
            var response = await InvokerFor(credential).SendAsync(request, deadline.Token);
            _hasAnswered = true;
            return response.StatusCode == HttpStatusCode.OK || response.StatusCode == HttpStatusCode.Created
                ? response : throw await FailureAsync(response, call, deadline.Token);
        }
        catch (HttpRequestException error)
        {
            throw ConnectionFailure.Of(error, endpoint, _check, call.What);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new KubernetesApiException(
                ApiFailure.Unreachable, $"cannot {call.What} at {endpoint.Place}: no answer within {endpoint.RequestTimeout.TotalSeconds:0} s", error);
        }
    }

    private HttpRequestMessage RequestOf(ApiCall call, Credential credential)
    {
        var request = new HttpRequestMessage(call.Body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(endpoint.Server, call.Path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.Authorization = credential.Header;
        request.Headers.Accept.Add(new("application/json"));
        _ = request.Headers.TryAddWithoutValidation("User-Agent", endpoint.UserAgent);

        // The name for TLS is taken from here; nothing else can set it.
        request.Headers.Host = endpoint.TlsServerName;
        if (call.AllowsCompression && endpoint.AllowsCompression)
        {
            request.Headers.AcceptEncoding.Add(new("gzip"));
        }

        foreach (var (name, value) in endpoint.Impersonation?.Headers ?? [])
        {
            _ = request.Headers.TryAddWithoutValidation(name, value);
        }

        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }

        return request;
    }

    // A connection keeps the certificate that it was made with, so that another certificate needs other connections.
    private HttpMessageInvoker InvokerFor(Credential credential)
    {
        lock (_lock)
        {
            if (_invoker is null || !ReferenceEquals(_shownCertificate, credential.Certificate))
            {
                _shownCertificate = credential.Certificate;
                _invoker = new(ClusterHandler.Create(endpoint, _check, credential.Certificate));
            }

            return _invoker;
        }
    }

    private async Task<KubernetesApiException> FailureAsync(HttpResponseMessage response, ApiCall call, CancellationToken cancellationToken)
    {
        using (response)
        {
            var body = new byte[MostErrorBytes];
            var length = 0;
            try
            {
                await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
                length = await content.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
            }
            catch (Exception error) when (error is IOException or HttpRequestException)
            {
                // The code alone says enough.
            }

            return ApiStatus.Read(body.AsSpan(0, length), (int)response.StatusCode)
                .ToException($"{call.What} at {endpoint.Place}", RetryAfter(response.Headers.RetryAfter));
        }
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header?.Delta;
}
