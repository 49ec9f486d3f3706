using Crawler.Contracts.Sites;

namespace Crawler.Fetching.Pace;

/// <summary>
/// Says when a host may be asked. The slot is claimed right before a request goes out and shared through the store, so that any number of workers
/// together keep the distance that one would keep.
/// </summary>
internal interface IHostPacer
{
    /// <summary>
    /// Waits for the host's next slot and claims it. Requests of one process wait in line; the line moves on when the ticket's request has been written.
    /// </summary>
    /// <param name="host">See <see cref="HostName"/>.</param>
    /// <param name="delay">The least time between the starts of this request and the next. Zero: only pauses are respected.</param>
    Task<PaceClaim> ClaimAsync(string host, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Leaves the host alone until the instant, unless a later one already holds.</summary>
    /// <returns>When the host may be asked again.</returns>
    Task<DateTimeOffset> PauseAsync(string host, DateTimeOffset until, HostPause? pause, string? reason, CancellationToken cancellationToken);

    /// <summary>The line of one host in this process, through which connections find the ticket that is about to be used.</summary>
    HostLane Lane(string host);
}

/// <summary>What came of asking for a slot.</summary>
internal abstract record PaceClaim
{
    /// <summary>The slot is held: send now.</summary>
    public sealed record Granted(PaceTicket Ticket) : PaceClaim;

    /// <summary>The host is to be left alone for longer than it is worth waiting for.</summary>
    public sealed record Postponed(DateTimeOffset Until, HostPause? Pause, string Reason) : PaceClaim;
}
