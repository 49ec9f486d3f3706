namespace Crawler.Analysis.Matching;

/// <summary>How a spelling was hidden; the words stand in <see cref="Crawler.Contracts.Listings.TermHit.How"/>.</summary>
public static class Disguises
{
    /// <summary>Single letters with something between each two: <c>i v o r y</c>, <c>i.v.o.r.y</c>.</summary>
    public const string Spaced = "spaced";

    /// <summary>Broken by a sign inside the word: <c>iv*ory</c>.</summary>
    public const string Split = "split";

    /// <summary>Digits or signs for letters: <c>1v0ry</c>.</summary>
    public const string Leet = "leet";

    /// <summary>Letters of other scripts, or decorated ones, that look alike: <c>ivоry</c> with a Cyrillic о.</summary>
    public const string Lookalike = "lookalike";

    /// <summary>Invisible characters inside the word.</summary>
    public const string ZeroWidth = "zero-width";

    /// <summary>Whether <paramref name="how"/> names a disguise ("exact" and "variant" do not).</summary>
    public static bool IsDisguise(string how) => how is Spaced or Split or Leet or Lookalike or ZeroWidth;
}
