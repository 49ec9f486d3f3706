using System.Text.RegularExpressions;
using Crawler.Extraction.Patterns;
using Crawler.Extraction.Structured;
using Crawler.Extraction.Values;

namespace Crawler.Extraction.Details;

/// <summary>
/// The advert's text: the block that structured data quotes, that is named a description or stands under such a heading; else the page's largest
/// block of text.
/// </summary>
internal static partial class DetailDescription
{
    private const int QuoteLength = 40;
    private const int LongestFollowing = 20_000;

    public static void Fill(DetailDraft draft, DetailPage page)
    {
        string? declared = StructuredDetail.Description(page.Main);
        string? summary = page.Meta.First("og:description", "description", "twitter:description");
        foreach (string? quote in (string?[])[declared, summary])
        {
            bool maybeCut = !ReferenceEquals(quote, declared) || TitleText.IsCut(quote ?? "");
            if (quote is { Length: > 15 } && Quoted(page, quote, maybeCut) is { } whole
                && whole.Length >= Math.Min(quote.Length, 2000) * DescriptionWeights.LeastOfQuote)
            {
                draft.SetDescription(whole, Tiers.Pattern);
                return;
            }
        }

        bool fullyDeclared = declared is { Length: > 60 } && !TitleText.IsCut(declared);
        string? named = Named(page, hidden: false) ?? (fullyDeclared ? null : Named(page, hidden: true));
        if (named is not null && (!fullyDeclared || named.Length > declared!.Length * DescriptionWeights.LeastOfDeclared))
        {
            draft.SetDescription(named, Tiers.Pattern);
        }

        draft.SetDescription(declared, page.Main?.Tier ?? Tiers.JsonLd);
        draft.SetDescription(Largest(page), Tiers.Pattern);
        draft.SetDescription(summary is null ? null : PlainText.FromData(summary), Tiers.Meta);
    }

    /// <summary>The largest block that begins as the quote does.</summary>
    private static string? Quoted(DetailPage page, string quote, bool maybeCut)
    {
        string start = Plain(quote);
        start = start.Length > QuoteLength ? start[..QuoteLength] : start;
        if (start.Length < 12)
        {
            return null;
        }

        string? best = null;
        int bestNode = -1;
        for (int i = 0; i < page.Tree.Count; i++)
        {
            ref var node = ref page.Tree.Nodes[i];
            if (node.Tag is "title" or "h1" || page.Regions[i] is Region.Related || node.Hidden || page.Features.Letters(i) < start.Length
                || !Begins(page, i, start))
            {
                continue;
            }

            string text = PlainText.Of(page.Tree, i);
            if (Plain(text).StartsWith(start, StringComparison.Ordinal) && (best is null || text.Length > best.Length) && !IsMixed(page, i))
            {
                (best, bestNode) = (text, i);
            }
        }

        return best is null ? null : maybeCut ? best + Following(page, bestNode) : best;
    }

    /// <summary>A summary quotes the first paragraph; the text goes on in those after it.</summary>
    private static string Following(DetailPage page, int index)
    {
        var tree = page.Tree;
        if (tree.Nodes[index].Tag != "p" || tree.Nodes[index].Parent < 0)
        {
            return "";
        }

        var more = new System.Text.StringBuilder();
        for (int next = tree.Nodes[index].End; next < tree.Nodes[tree.Nodes[index].Parent].End && more.Length < LongestFollowing; next = tree.Nodes[next].End)
        {
            if (tree.Nodes[next].Tag is not ("p" or "ul" or "ol" or "blockquote" or "pre" or "br") || tree.Nodes[next].Hidden || page.Features.Links(next) > 1
                || page.Features.Prices(next) > 0)
            {
                break;
            }

            more.Append('\n').Append(PlainText.Of(tree, next));
        }

        return more.ToString();
    }

    /// <summary>The block holds more than the advert's text: forms, headings of other sections, lists of links.</summary>
    private static bool IsMixed(DetailPage page, int index)
    {
        int links = page.Features.Links(index), headings = 0;
        for (int i = index + 1; i < page.Tree.Nodes[index].End; i++)
        {
            ref var node = ref page.Tree.Nodes[i];
            headings += TitleColumns.IsHeading(node.Tag) && node.Depth <= page.Tree.Nodes[index].Depth + 3 && page.Features.Letters(index) > 3000 ? 1 : 0;
            if (node.Tag is "form" or "aside" or "footer" or "nav" || page.Regions[i] is Region.Related or Region.Navigation)
            {
                return true;
            }
        }

        return headings > 6 || links * 60 > page.Features.Letters(index) + 400;
    }

    private static bool Begins(DetailPage page, int index, string start)
    {
        int chunk = page.Tree.Nodes[index].FirstChunk;
        for (; chunk < page.Tree.Nodes[index].EndChunk && page.Tree.Chunks[chunk].Aside; chunk++)
        {
        }

        string head = chunk < page.Tree.Nodes[index].EndChunk ? Plain(page.Tree.Chunks[chunk].Text) : "";
        return head.Length > 0 && (start.StartsWith(head, StringComparison.Ordinal) || head.StartsWith(start, StringComparison.Ordinal));
    }

    /// <summary>The longest content of an element that is named a description, or stands under a heading that says so.</summary>
    /// <param name="page">The page.</param>
    /// <param name="hidden">Look where the page hides it until someone unfolds it.</param>
    private static string? Named(DetailPage page, bool hidden)
    {
        string? best = null;
        int bestNode = -1;
        double bestScore = 0, bestTrust = 0;
        for (int i = 0; i < page.Tree.Count; i++)
        {
            ref var node = ref page.Tree.Nodes[i];
            if (!(hidden ? node.Hidden && page.Regions[i] is Region.Main or Region.Aside or Region.Form : page.IsContent(i))
                || node.Tag is "a" or "button" or "body" or "html" || Letters(page, i, hidden) < 15)
            {
                continue;
            }

            double trust = node.Element.GetAttribute("itemprop") is "description" or "articleBody" or "text" ? DescriptionWeights.Marked
                : Description().IsMatch(Hints.Names(page.Tree, i, 0, 0)) ? DescriptionWeights.Named
                : UnderHeading(page, i) ? DescriptionWeights.UnderHeading
                : 0;
            if (trust == 0 || IsMixed(page, i))
            {
                continue;
            }

            int letters = Letters(page, i, hidden);
            double score = trust * Math.Log(letters + DescriptionWeights.LettersOffset)
                - DescriptionWeights.Link * page.Features.Links(i) * DescriptionWeights.LinkLetters / (letters + DescriptionWeights.LinkLetters);

            // Of two that stand within one another and are named alike, the inner one that holds most of it is the text itself.
            bool inner = bestNode >= 0 && page.Tree.IsWithin(i, bestNode) && trust >= bestTrust && letters * 2 > Letters(page, bestNode, hidden);
            if (score > bestScore || inner)
            {
                string text = PlainText.Of(page.Tree, i);
                (best, bestNode, bestScore, bestTrust) = (ThreadPosts.WithoutDate(page, WithoutHeading(text)), i, Math.Max(score, bestScore), trust);
            }
        }

        return best is { Length: > 0 } ? best : null;
    }

    private static int Letters(DetailPage page, int index, bool hidden)
    {
        if (!hidden)
        {
            return page.Features.Letters(index);
        }

        int letters = 0;
        for (int i = page.Tree.Nodes[index].FirstChunk; i < page.Tree.Nodes[index].EndChunk; i++)
        {
            letters += page.Tree.Chunks[i].Text.Length;
        }

        return letters;
    }

    private static bool UnderHeading(DetailPage page, int index)
    {
        int parent = page.Tree.Nodes[index].Parent;
        if (parent < 0)
        {
            return false;
        }

        int before = -1;
        foreach (int child in page.Tree.Children(parent))
        {
            if (child == index)
            {
                break;
            }

            before = child;
        }

        return before >= 0 && page.Tree.ShortText(before, 40) is { } heading && LabelWords.Description(FoldedText.Of(heading).Trim(' ', ':'));
    }

    /// <summary>The block with most words that are not links.</summary>
    private static string? Largest(DetailPage page)
    {
        int best = -1;
        double bestScore = DescriptionWeights.LeastLargest;
        for (int i = 0; i < page.Tree.Count; i++)
        {
            ref var node = ref page.Tree.Nodes[i];
            if (!page.IsContent(i) || page.Regions[i] != Region.Main
                || node.Tag is not ("div" or "p" or "section" or "article" or "td" or "pre" or "blockquote" or "span" or "dd"))
            {
                continue;
            }

            int direct = DirectLetters(page, i);
            double score = direct - DescriptionWeights.LargestLink * page.Features.Links(i) - DescriptionWeights.LargestPrice * page.Features.Prices(i);
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best < 0 ? null : PlainText.Of(page.Tree, best);
    }

    /// <summary>Letters in the element itself, in its paragraphs and in text-level elements.</summary>
    private static int DirectLetters(DetailPage page, int index)
    {
        int letters = 0;
        ref var node = ref page.Tree.Nodes[index];
        for (int c = node.FirstChunk; c < node.EndChunk; c++)
        {
            ref var chunk = ref page.Tree.Chunks[c];
            int holder = chunk.Node, steps = 0;
            while (holder != index && holder > index && steps++ < 3
                && page.Tree.Nodes[holder].Tag is "p" or "b" or "strong" or "i" or "em" or "span" or "u" or "font" or "li" or "ul" or "ol" or "br")
            {
                holder = page.Tree.Nodes[holder].Parent;
            }

            letters += holder == index && !chunk.Aside ? chunk.Text.Length : 0;
        }

        return letters;
    }

    private static string WithoutHeading(string text)
    {
        int line = text.IndexOf('\n', StringComparison.Ordinal);
        return line is > 2 and < 40 && LabelWords.Description(FoldedText.Of(text[..line]).Trim(' ', ':')) ? text[(line + 1)..].TrimStart() : text;
    }

    private static string Plain(string text)
    {
        Span<char> kept = stackalloc char[160];
        int length = 0;
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c) && length < kept.Length)
            {
                kept[length++] = char.ToLowerInvariant(c);
            }
            else if (length == kept.Length)
            {
                break;
            }
        }

        return new string(kept[..length]);
    }

    [GeneratedRegex(
        @"(?<![a-z])(?:desc|descr|description|descriptions|beschreibung|produktbeschreibung|omschrijving|descripcion|descrizione|opis|descricao"
            + @"|ad-?body|posting-?body|post-?body|user-?body|message-?body|item-?text|article-?text|adtext|ad-?text|annonce-?text|vip-description"
            + @"|long-?text)(?![a-z])",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Description();
}
