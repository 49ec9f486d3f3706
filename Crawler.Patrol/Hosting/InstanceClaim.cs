namespace Crawler.Patrol.Hosting;

/// <summary>Whether this process got the data directory for itself.</summary>
internal abstract record InstanceClaim
{
    /// <summary>It did; dispose of the file when the instance ends.</summary>
    public sealed record Granted(InstanceFile File) : InstanceClaim;

    /// <summary>Another instance runs on it.</summary>
    /// <param name="Running">What it says of itself. Null: it has not said anything yet.</param>
    public sealed record Refused(InstanceInfo? Running) : InstanceClaim;
}
