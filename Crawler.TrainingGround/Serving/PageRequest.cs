using System.Globalization;

namespace Crawler.TrainingGround.Serving;

/// <summary>What a site is asked for.</summary>
internal sealed record PageRequest
{
    /// <summary>Path, unescaped, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>Query values; a missing one is absent.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>The redesign to show, or null for the usual look.</summary>
    public RedesignVariant? Redesign { get; init; }

    /// <summary>True when the site is to claim that it found nothing.</summary>
    public bool ShowNothing { get; init; }

    public bool MovedPrice => Redesign is RedesignVariant.MovedPrice;

    public bool NewCards => Redesign is RedesignVariant.NewCards;

    public string this[string name] => Query.GetValueOrDefault(name, "");

    /// <summary>A whole number of the query, or the fallback when it is missing, no number or below the least.</summary>
    public int Number(string name, int fallback, int least = 0) =>
        int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : fallback;
}
