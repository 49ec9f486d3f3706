using Crawler.Contracts.Listings;

namespace Crawler.Review.Listings;

/// <summary>Cuts a text where hits begin and end, so that each can be marked; hits may overlap, and one that lies outside the text is ignored.</summary>
internal static class HitPieces
{
    public static IReadOnlyList<HitPiece> Cut(string text, IReadOnlyList<TermHit> hits, HitField field)
    {
        var within = hits
            .Where(h => h.Field == field && h.Start >= 0 && h.Length > 0 && h.Start + (long)h.Length <= text.Length)
            .ToList();
        var cuts = within.SelectMany(h => new[] { h.Start, h.Start + h.Length }).Append(0).Append(text.Length).Distinct().Order().ToList();
        return
        [
            .. cuts.Zip(cuts.Skip(1), (from, to) => new HitPiece(
                text[from..to], [.. within.Where(h => h.Start <= from && h.Start + h.Length >= to)])),
        ];
    }
}

/// <summary>A part of a text.</summary>
/// <param name="Text">Never empty.</param>
/// <param name="Hits">All that cover it. Empty: none does.</param>
internal sealed record HitPiece(string Text, IReadOnlyList<TermHit> Hits);
