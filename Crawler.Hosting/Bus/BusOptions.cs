namespace Crawler.Hosting.Bus;

/// <summary>The way messages travel; section <c>Bus</c>. Checked at start.</summary>
public sealed class BusOptions
{
    /// <summary>Default <see cref="BusKind.RabbitMq"/>; <see cref="BusKind.InMemory"/> is for everything in one process.</summary>
    public BusKind Kind { get; set; } = BusKind.RabbitMq;

    /// <summary>Name or address of the broker, or of what stands before its nodes. Default <c>localhost</c>.</summary>
    public string Host { get; set; } = "localhost";

    /// <summary>Null, the default: 5672, with TLS 5671.</summary>
    public int? Port { get; set; }

    /// <summary>Default <c>/</c>.</summary>
    public string VirtualHost { get; set; } = "/";

    /// <summary>Default <c>guest</c>, whom a broker lets in from its own machine only.</summary>
    public string Username { get; set; } = "guest";

    /// <summary>Default <c>guest</c>. <c>PasswordFile</c> names a file that holds it.</summary>
    public string Password { get; set; } = "guest";

    public TlsOptions Tls { get; } = new();

    /// <summary>
    /// Whether sending waits until the broker has the message safe. Default true; without it a message may be lost, and comes again when the scheduler
    /// reconciles.
    /// </summary>
    public bool PublisherConfirms { get; set; } = true;

    /// <summary>
    /// Whether queues are replicated (quorum) queues, which want RabbitMQ 3.10 or newer. Default true. All processes must agree; a queue keeps the type it
    /// was made with.
    /// </summary>
    public bool QuorumQueues { get; set; } = true;

    /// <summary>A connection that is silent for longer than this, both ways, counts as dead. 5 s to 10 min, default 30 s.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The broker removes a site's queue that no worker has listened to for this long (its site was removed). 10 min to 30 days, default 1 day.
    /// </summary>
    public TimeSpan SiteQueueLife { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long messages that could not be handled can be read in the error queues. 1 min to 90 days, default 7 days.</summary>
    public TimeSpan ErrorQueueLife { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The port in force.</summary>
    internal int EffectivePort => Port ?? (Tls.Enabled ? 5671 : 5672);

    /// <summary>How the broker is named to people: no password.</summary>
    internal string Address => Kind is BusKind.InMemory
        ? "in memory"
        : $"{(Tls.Enabled ? "amqps" : "amqp")}://{Username}@{Host}:{EffectivePort.ToString(System.Globalization.CultureInfo.InvariantCulture)}/{VirtualHost.TrimStart('/')}";
}

/// <summary>The transports there are.</summary>
public enum BusKind
{
    RabbitMq,
    InMemory,
}
