using Crawler.Analysis.Lexicons;

namespace Crawler.Review;

/// <summary>Settings of the desk, section <c>Review</c>; checked when the host starts.</summary>
public sealed class ReviewOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Review";

    /// <summary>
    /// Where the desk listens. Default <c>http://127.0.0.1:8080</c>. Until there is a log-in only loopback addresses are accepted; port 0 takes any free port.
    /// </summary>
    public Uri Url { get; set; } = new("http://127.0.0.1:8080");

    /// <summary>How long "run now" waits for a scheduler's answer. Default 15 s.</summary>
    public TimeSpan SchedulerTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long "add a site" waits for a worker's examination. Default 3 min: at a polite pace an examination takes about one.</summary>
    public TimeSpan ExaminationTimeout { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Finds the lexicon that a watch list written as YAML names (<c>lexicon: ivory</c>). Null, the default: there are none.</summary>
    public Func<string, Lexicon?>? FindLexicon { get; set; }

    /// <summary>How often a page that shows a running sweep, or the workers, reads the ledger again. Default 1 s, the least allowed.</summary>
    public TimeSpan ProgressInterval { get; set; } = TimeSpan.FromSeconds(1);
}
