using Crawler.Contracts.Sellers;
using Crawler.Extraction.Patterns;
using Crawler.Extraction.Values;

namespace Crawler.Extraction.Details;

/// <summary>
/// A thread whose posts stand within one another (answers in what they answer): its blocks of text are found by themselves, the author by what stands
/// before the first.
/// </summary>
internal static class TextBlocks
{
    private const int FewestBlocks = 4;
    private const int LongestText = 200_000;
    private const int LookBack = 80;

    /// <summary>Fills text, author and date when there are such blocks with more letters than <paramref name="atLeast"/>.</summary>
    public static bool Fill(DetailDraft draft, DetailPage page, int atLeast)
    {
        var groups = new Dictionary<string, (List<int> Nodes, int Letters)>(StringComparer.Ordinal);
        for (int i = 0; i < page.Tree.Count; i++)
        {
            ref var node = ref page.Tree.Nodes[i];
            if (node.Tag is "div" or "td" or "section" or "blockquote" or "article" && node.Classes.Length > 0 && page.IsContent(i)
                && DirectText(page, i) is > 0 and var letters)
            {
                string key = node.Tag + "." + string.Join('.', node.Classes);
                var (nodes, sum) = groups.GetValueOrDefault(key, ([], 0));
                nodes.Add(i);
                groups[key] = (nodes, sum + letters);
            }
        }

        var best = groups.Values.Where(g => g.Nodes.Count >= FewestBlocks).OrderByDescending(g => g.Letters).FirstOrDefault();
        if (best.Nodes is null || best.Letters <= Math.Max(atLeast, 200) || !IsDated(page, best.Nodes))
        {
            return false;
        }

        string whole = string.Join("\n\n", best.Nodes.Select(n => ThreadPosts.WithoutDate(page, PlainText.Of(page.Tree, n))));
        draft.SetDescription(whole.Length > LongestText ? whole[..LongestText] : whole, Tiers.Pattern);
        Before(draft, page, best.Nodes[0]);
        return true;
    }

    /// <summary>Letters in the element itself, in its paragraphs, lists, quotes and text-level elements.</summary>
    public static int DirectText(DetailPage page, int index)
    {
        ref var node = ref page.Tree.Nodes[index];
        int letters = 0;
        for (int c = node.FirstChunk; c < node.EndChunk; c++)
        {
            ref var chunk = ref page.Tree.Chunks[c];
            int holder = chunk.Node, steps = 0;
            while (holder > index && steps++ < 4 && page.Tree.Nodes[holder].Tag is "p" or "b" or "strong" or "i" or "em" or "span" or "a" or "u" or "font"
                or "li" or "ul" or "ol" or "blockquote" or "code" or "pre")
            {
                holder = page.Tree.Nodes[holder].Parent;
            }

            letters += holder == index && !chunk.Aside ? chunk.Text.Length : 0;
        }

        return letters;
    }

    /// <summary>Posts have dates; paragraphs of one text have not.</summary>
    private static bool IsDated(DetailPage page, List<int> nodes) =>
        nodes.Take(10).Count(n => Look(page, n, i => HasDate(page, i)) >= 0) * 2 >= Math.Min(10, nodes.Count);

    private static void Before(DetailDraft draft, DetailPage page, int block)
    {
        int author = Look(page, block, i => page.Tree.Nodes[i].OwnText && page.Tree.ShortText(i, 60) is { Length: > 1 } && page.Features.LinkAround(i, 1) >= 0
            && Hints.SaysSeller(Hints.Names(page.Tree, i, 0, 1)));
        if (author >= 0)
        {
            draft.SetSeller(new SellerMention { Handle = page.Tree.Text(author), ProfileUrl = page.Features.Target(page.Features.LinkAround(author, 1)) },
                Tiers.Pattern);
        }

        int date = Look(page, block, i => HasDate(page, i));
        if (date >= 0)
        {
            string text = page.Tree.Text(date);
            draft.SetPosted(text, DateReader.Read(page.Tree.Attribute(date, "datetime") ?? text, page.Page.Dates), Tiers.Pattern);
        }
    }

    private static bool HasDate(DetailPage page, int index) =>
        page.Tree.Nodes[index].Tag == "time" || (page.Tree.Nodes[index].OwnText && page.Tree.ShortText(index, 48) is { } text && page.Features.IsDate(text));

    private static int Look(DetailPage page, int from, Func<int, bool> wanted)
    {
        for (int i = from - 1; i >= Math.Max(0, from - LookBack); i--)
        {
            if (wanted(i))
            {
                return i;
            }
        }

        return -1;
    }
}
