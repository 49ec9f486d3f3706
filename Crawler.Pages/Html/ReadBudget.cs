using System.Diagnostics;

namespace Crawler.Pages.Html;

/// <summary>How much time and how many nodes one page may cost. A hostile page ends early with what was found so far; it never hangs.</summary>
public sealed class ReadBudget(TimeSpan time)
{
    private readonly long _end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);

    /// <summary>Elements the generic tiers look at; those beyond are parsed but not examined.</summary>
    public const int MostElements = 200_000;

    /// <summary>Tags that are parsed; the page ends there.</summary>
    public const int MostTags = 300_000;

    /// <summary>Elements a parser may make of them (it repeats open formatting elements in every paragraph).</summary>
    public const int MostCreated = 400_000;

    /// <summary>Nesting beyond this is flattened by the parser.</summary>
    public const int DeepestNesting = 256;

    /// <summary>Characters of a page that are read at all.</summary>
    public const int MostCharacters = 20_000_000;

    public static TimeSpan StandardTime { get; } = TimeSpan.FromSeconds(3);

    public bool IsSpent => Stopwatch.GetTimestamp() > _end;
}
