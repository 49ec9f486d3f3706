namespace Crawler.Fetching.Login;

/// <summary>Whether, and since when, a site knows us.</summary>
internal sealed class SiteSession
{
    /// <summary>One log-in for all who wait for it.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Null: not signed in.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>Counts log-ins, so that of many who find the session ended one renews it.</summary>
    public int Number { get; set; }

    /// <summary>A log-in that the site did not accept; null: none.</summary>
    public Rejection? Rejected { get; set; }

    /// <param name="Secrets">A fingerprint of what was tried.</param>
    /// <param name="At">When.</param>
    /// <param name="Detail">What the site said.</param>
    public sealed record Rejection(string Secrets, DateTimeOffset At, string Detail);
}
