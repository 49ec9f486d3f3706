namespace Crawler.TrainingGround;

/// <summary>How to start a practice world.</summary>
public sealed record TrainingGroundOptions
{
    /// <summary>The world's seed. The same seed gives the same adverts, images and pages, byte for byte. Default 2026.</summary>
    public int Seed { get; init; } = 2026;

    /// <summary>
    /// Port of the control page; the six sites take the next six ports. Default 8700. 0 lets the system choose free ports
    /// (then the addresses, and with them the absolute URLs in the truth, differ from run to run).
    /// </summary>
    public int BasePort { get; init; } = 8700;

    /// <summary>
    /// Folder for <c>truth.json</c>, <c>world-state.json</c> and <c>requests.jsonl</c>; made when absent. Null keeps everything in
    /// memory. A world restarted on the same folder and seed keeps its price changes and removals.
    /// </summary>
    public string? StateDirectory { get; init; }
}
