using System.Net.Sockets;
using Crawler.Contracts.Sweeps;

namespace Crawler.Fetching.Transport;

/// <summary>Says in words why no answer came.</summary>
internal static class NetworkFault
{
    public static FetchOutcome.Failed Explain(Uri url, Exception exception) => exception switch
    {
        HttpRequestException { InnerException: AddressRefusedException refused } => Refused(refused),
        AddressRefusedException refused => Refused(refused),
        HttpRequestException { InnerException: ProxyUnreachableException proxy } => Network(proxy.Message),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => Network($"the proxy gives no connection to {url.Authority}"),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } or HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } =>
            Network($"the name {url.IdnHost} was not found"),
        HttpRequestException { InnerException: SocketException socket } => Network($"no connection to {url.Authority}: {socket.SocketErrorCode}"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } http =>
            Network($"no secure connection to {url.Authority}: {(http.InnerException ?? http).Message}"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            new(OutcomeKind.TooLarge, "the response headers are larger than 128 KB", Transient: false),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => Network($"{url.Authority} answered with something that is not HTTP"),
        _ => Network($"the connection to {url.Authority} broke off"),
    };

    private static FetchOutcome.Failed Refused(AddressRefusedException refused) =>
        new(OutcomeKind.NetworkError, $"not asked: {refused.Message}", Transient: false);

    private static FetchOutcome.Failed Network(string detail) => new(OutcomeKind.NetworkError, detail, Transient: true);
}
