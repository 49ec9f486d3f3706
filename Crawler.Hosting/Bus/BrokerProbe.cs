using System.Security.Authentication;
using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Crawler.Hosting.Bus;

/// <summary>
/// Knocks once at the broker before the process starts, to tell a wrong setting, which waiting does not mend, from a broker that is not there yet.
/// </summary>
internal static class BrokerProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>RabbitMQ's first with per-message time to live in quorum queues.</summary>
    private static readonly Version FirstWithQuorum = new(3, 10);

    public static async Task<BrokerAnswer> AskAsync(BusOptions options, CancellationToken cancellationToken)
    {
        try
        {
            // The client's own time-outs do not cover a broker that takes the call and then says nothing.
            string version = await VersionAsync(options, cancellationToken).WaitAsync(Patience, cancellationToken);
            return options.QuorumQueues && Version.TryParse(version.Split('-', '+')[0], out var number) && number < FirstWithQuorum
                ? new BrokerAnswer.Refused($"Bus:QuorumQueues is true, but the broker {options.Address} is RabbitMQ {version}; valid with {FirstWithQuorum} or newer, so upgrade it or choose false")
                : new BrokerAnswer.Welcome(version);
        }
        catch (Exception e) when (
            e is BrokerUnreachableException or OperationInterruptedException or AuthenticationException or IOException or TimeoutException)
        {
            return Read(options, e);
        }
    }

    private static async Task<string> VersionAsync(BusOptions options, CancellationToken cancellationToken)
    {
        await using var connection = await Factory(options).CreateConnectionAsync("cyberpatrol-probe", cancellationToken);
        string version = VersionOf(connection);

        // The client takes a connection for open before the broker has said a word about the virtual host.
        await using (await connection.CreateChannelAsync(cancellationToken: cancellationToken))
        {
        }

        await connection.CloseAsync(cancellationToken);
        return version;
    }

    private static ConnectionFactory Factory(BusOptions options) => new()
    {
        HostName = options.Host,
        Port = options.EffectivePort,
        VirtualHost = options.VirtualHost,
        UserName = options.Username,
        Password = options.Password,
        RequestedConnectionTimeout = Patience,
        Ssl = new SslOption
        {
            Enabled = options.Tls.Enabled,
            ServerName = options.Tls.ServerName ?? options.Host,
            CertificateValidationCallback = BrokerTrust.Validation(options.Tls),
            Certs = BrokerTrust.Own(options.Tls) is { } own ? [own] : null,
        },
    };

    private static BrokerAnswer Read(BusOptions options, Exception problem)
    {
        var causes = Causes(problem).ToList();
        if (causes.Exists(c => c is AuthenticationFailureException or PossibleAuthenticationFailureException))
        {
            return new BrokerAnswer.Refused($"Bus:Username is '{options.Username}', and the broker {options.Address} does not let that user in with the given Bus:Password; correct either");
        }

        if (causes.OfType<OperationInterruptedException>().FirstOrDefault(c => c.ShutdownReason?.ReplyCode is Constants.NotAllowed or Constants.AccessRefused) is { } barred)
        {
            return new BrokerAnswer.Refused($"Bus:VirtualHost is '{options.VirtualHost}', which the broker {options.Address} does not open for this user: {barred.ShutdownReason?.ReplyText}");
        }

        return causes.OfType<AuthenticationException>().FirstOrDefault() is { } tls
            ? new BrokerAnswer.Refused($"Bus:Tls does not fit the broker {options.Address}: {tls.Message}")
            : new BrokerAnswer.Silent(causes[^1].Message);
    }

    private static IEnumerable<Exception> Causes(Exception problem)
    {
        yield return problem;
        IEnumerable<Exception> inner = problem is AggregateException many ? many.InnerExceptions : problem.InnerException is { } one ? [one] : [];
        foreach (var cause in inner.SelectMany(Causes))
        {
            yield return cause;
        }
    }

    private static string VersionOf(IConnection connection) =>
        connection.ServerProperties?.TryGetValue("version", out object? value) == true && value is byte[] text ? Encoding.UTF8.GetString(text) : "unknown";
}

/// <summary>What the broker said.</summary>
internal abstract record BrokerAnswer
{
    public sealed record Welcome(string Version) : BrokerAnswer;

    /// <param name="Reason">Names the setting, its value and what would be valid.</param>
    public sealed record Refused(string Reason) : BrokerAnswer;

    /// <summary>Nobody answered, yet.</summary>
    public sealed record Silent(string Reason) : BrokerAnswer;
}
