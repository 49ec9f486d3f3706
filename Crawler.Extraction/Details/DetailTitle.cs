using System.Text.RegularExpressions;
using Crawler.Extraction.Patterns;
using Crawler.Extraction.Structured;
using Crawler.Extraction.Values;

namespace Crawler.Extraction.Details;

/// <summary>The title: the heading that structured data, OpenGraph or the window title confirms; else the first of them that there is.</summary>
internal static partial class DetailTitle
{
    public static void Fill(DetailDraft draft, DetailPage page)
    {
        string? window = page.Page.Document.Title is { Length: > 0 } title ? TitleText.Tidy(title) : null;
        string? declared = StructuredDetail.Title(page.Main);
        string? open = page.Meta.First("og:title", "twitter:title");
        var headings = Headings(page);
        foreach (string? reference in (string?[])[declared, open is null ? null : WithoutSite(open, page), window is null ? null : WithoutSite(window, page)])
        {
            if (reference is not null && Confirmed(headings, reference) is { } found)
            {
                page.TitleNode = found.Node;
                bool longer = declared is not null && TitleText.IsCut(found.Text) && TitleText.Continues(found.Text, declared);
                draft.SetTitle(longer ? declared : found.Text, longer ? page.Main!.Tier : Tiers.Pattern);
                return;
            }
        }

        draft.SetTitle(declared, page.Main?.Tier ?? Tiers.JsonLd);
        draft.SetTitle(open is null ? null : WithoutSite(open, page), Tiers.Meta);
        if (headings.FirstOrDefault(h => h.Rank == 1) is { Text: not null } first)
        {
            page.TitleNode = first.Node;
            draft.SetTitle(first.Text, Tiers.Pattern);
        }

        draft.SetTitle(window is null ? null : WithoutSite(window, page), Tiers.Meta);
    }

    /// <summary>Price and place that a site puts into the heading itself ("Thing - $85 (Town)"), taken apart.</summary>
    public static (string Title, string? Price, string? Place) Split(string heading)
    {
        try
        {
            string rest = heading, place = "";
            var bracket = Bracket().Match(rest);
            string? price = null;
            string[] parts = (bracket.Success ? rest[..bracket.Index] : rest)
                .Split(" - ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var kept = parts.ToList();
            if (kept.Count > 1 && PriceSpots.IsPrice(kept[^1]))
            {
                (price, kept) = (kept[^1], kept[..^1]);
            }
            else if (kept.Count > 1 && PriceFirst().Match(kept[0]) is { Success: true } opening)
            {
                price = opening.Groups["price"].Value;
                kept = kept[1..];
                while (kept.Count > 1 && Measure().IsMatch(kept[0]))
                {
                    kept.RemoveAt(0);
                }
            }

            if (price is null)
            {
                return (heading, null, null);
            }

            place = bracket.Success ? bracket.Groups["place"].Value : "";
            return (string.Join(" - ", kept), price, place.Length > 0 ? place : null);
        }
        catch (RegexMatchTimeoutException)
        {
            return (heading, null, null);
        }
    }

    /// <summary>Headings, and what is named a title; rank 7 for any other short text.</summary>
    private static List<(string Text, int Node, int Rank)> Headings(DetailPage page)
    {
        var found = new List<(string, int, int)>();
        for (int i = 0; i < page.Tree.Count && found.Count < 600; i++)
        {
            ref var node = ref page.Tree.Nodes[i];
            if (node.Hidden || page.Regions[i] is Region.Related or Region.Dialog or Region.Navigation or Region.Footer
                || !(TitleColumns.IsHeading(node.Tag) || node.OwnText))
            {
                continue;
            }

            string? text = TitleColumns.IsHeading(node.Tag) ? WithoutNavigation(page, i) : page.Tree.ShortText(i, 300);
            if (text is { Length: > 1 and <= 400 } && text.Any(char.IsLetterOrDigit))
            {
                bool named = node.Element.GetAttribute("itemprop") is "name" or "headline";
                found.Add((text, i, TitleColumns.IsHeading(node.Tag) ? node.Tag[1] - '0' : named ? 3 : 7));
            }
        }

        return found;
    }

    /// <summary>A heading's text without the page numbers and buttons that some put into it.</summary>
    private static string? WithoutNavigation(DetailPage page, int index)
    {
        ref var node = ref page.Tree.Nodes[index];
        for (int i = index + 1; i < node.End; i++)
        {
            if (page.Regions[i] is Region.Navigation or Region.Dialog || page.Tree.Nodes[i].Tag is "button" or "nav")
            {
                var text = new System.Text.StringBuilder();
                for (int c = node.FirstChunk; c < node.EndChunk; c++)
                {
                    int holder = page.Tree.Chunks[c].Node;
                    if (page.Regions[holder] is not (Region.Navigation or Region.Dialog) && page.Tree.Nodes[holder].Tag != "button"
                        && !page.Tree.Chunks[c].Aside)
                    {
                        text.Append(page.Tree.Chunks[c].Break ? " " : "").Append(page.Tree.Chunks[c].Text);
                    }
                }

                return TitleText.Tidy(text.ToString());
            }
        }

        return page.Tree.ShortText(index, 400);
    }

    /// <summary>The text that shares most with the reference; headings before other elements.</summary>
    private static (string Text, int Node)? Confirmed(List<(string Text, int Node, int Rank)> headings, string reference)
    {
        (string, int)? best = null;
        double bestScore = 0;
        string folded = FoldedText.Of(reference);
        foreach (var (text, node, rank) in headings)
        {
            // A few texts only need folding: those whose first letter could stand in the reference.
            if (rank == 7 && (text.Length < 6 || !folded.Contains(FoldedText.Of(text), StringComparison.Ordinal)))
            {
                continue;
            }

            string own = FoldedText.Of(text);
            if (own.Length < 3 || !Titles.Agree(text, reference))
            {
                continue;
            }

            double share = (double)Math.Min(own.Length, folded.Length) / Math.Max(own.Length, folded.Length);
            double score = share + rank switch
            {
                1 => DetailTitleWeights.FirstHeading,
                2 => DetailTitleWeights.SecondHeading,
                7 => DetailTitleWeights.NoHeading,
                _ => 0,
            };
            if (score > bestScore && share > (rank == 1 ? DetailTitleWeights.LeastShareFirst : DetailTitleWeights.LeastShare))
            {
                (best, bestScore) = ((text, node), score);
            }
        }

        return best;
    }

    /// <summary>Every word of the tail stands in the host's name.</summary>
    private static bool IsHostName(string tail, string host) =>
        tail.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words
            && Array.TrueForAll(words, w => w.Length > 2 && host.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static string WithoutSite(string title, DetailPage page)
    {
        string? site = page.Meta.First("og:site_name");
        foreach (string mark in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " · ", " :: ", " » "])
        {
            int at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at <= 3)
            {
                continue;
            }

            string tail = title[(at + mark.Length)..];
            string host = page.Page.Url.Host.Replace("www.", "", StringComparison.OrdinalIgnoreCase);
            string plain = FoldedText.Of(tail).Replace(" ", "", StringComparison.Ordinal);
            if ((site is not null && tail.Contains(site, StringComparison.OrdinalIgnoreCase))
                || (plain.Length > 2 && host.Contains(plain.Split('.')[0], StringComparison.OrdinalIgnoreCase)) || mark is " | " || IsHostName(tail, host))
            {
                return title[..at].Trim();
            }
        }

        return title;
    }

    [GeneratedRegex(@"\s*\((?<place>[^()]{2,60})\)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^(?<price>[$€£]\s?\d[\d.,]*)(?:\s*/.*)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PriceFirst();

    [GeneratedRegex(@"^\d+\s?(?:\p{L}{1,4}[²2³]?|m²|ft²)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Measure();
}
