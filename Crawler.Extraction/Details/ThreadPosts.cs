using Crawler.Contracts.Sellers;
using Crawler.Extraction.Patterns;
using Crawler.Extraction.Values;

namespace Crawler.Extraction.Details;

/// <summary>
/// A forum topic or a social post with answers: repeated blocks of author, date and text. The first author is the seller, all posts are the text.
/// </summary>
internal static class ThreadPosts
{
    private const int LongestText = 200_000;

    /// <summary>Fills author, date and text when the page is a thread.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool Fill(DetailDraft draft, DetailPage page)
    {
        if (draft.Price is not null || page.Main?.Is("Product", "Vehicle", "Car", "RealEstateListing", "Offer") == true)
        {
            return false;
        }

        var group = Group(page);
        if (group is null)
        {
            return TextBlocks.Fill(draft, page, 0);
        }

        var columns = RowColumns.Of(page.Tree, group);
        var author = LabelColumns.Best(page.Features, group, columns, LabelKind.Seller);
        var date = LabelColumns.Best(page.Features, group, columns, LabelKind.Date);
        var texts = Texts(page, group, columns);
        if (texts is null || (author is null && date is null))
        {
            return TextBlocks.Fill(draft, page, 0);
        }

        string whole = string.Join("\n\n", group.Select((_, row) => texts.Nodes[row] is >= 0 and var node
            ? WithoutDate(page, PlainText.Of(page.Tree, node))
            : "").Where(t => t.Length > 0));
        if (TextBlocks.Fill(draft, page, whole.Length * 2))
        {
            return true;
        }

        draft.SetDescription(whole.Length > LongestText ? whole[..LongestText] : whole, Tiers.Pattern);
        int first = Array.FindIndex(texts.Nodes, n => n >= 0);
        string? name = author?.Read(page.Tree, first);
        if (name is not null)
        {
            int link = page.Features.LinkAround(author!.Column.Nodes[first], 2);
            draft.SetSeller(new SellerMention { Handle = name, ProfileUrl = link >= 0 ? page.Features.Target(link) : null }, Tiers.Pattern);
        }

        string? posted = date?.Read(page.Tree, first);
        draft.SetPosted(posted, DateReader.Read(date?.Machine(page.Tree, first) ?? posted, page.Page.Dates), Tiers.Pattern);
        return true;
    }

    /// <summary>The date above a post is no part of what it says.</summary>
    public static string WithoutDate(DetailPage page, string text)
    {
        int line = text.IndexOf('\n', StringComparison.Ordinal);
        return line is > 0 and < 48 && page.Features.IsDate(text[..line]) ? text[(line + 1)..].TrimStart() : text;
    }

    /// <summary>The repeated blocks that hold most running text.</summary>
    private static int[]? Group(DetailPage page)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < page.Tree.Count; i++)
        {
            ref var node = ref page.Tree.Nodes[i];
            if (node.Tag is "div" or "li" or "article" or "section" or "tr" or "table" && !node.Hidden && page.Features.Letters(i) > 25)
            {
                foreach (string name in node.Classes.Where(c => !ClassIsStateful(c)))
                {
                    string key = $"{node.Tag}.{name}";
                    if (!groups.TryGetValue(key, out var list))
                    {
                        groups[key] = list = [];
                    }

                    list.Add(i);
                }
            }
        }

        int[]? best = null;
        double bestScore = 0;
        foreach (var list in groups.Values)
        {
            var members = Flat(page, list);
            if (members.Count < 2 || members.Count * 2 < list.Count)
            {
                continue;
            }

            double letters = members.Sum(page.Features.Letters), links = members.Sum(page.Features.Links);
            bool dated = members.Take(20).Count(m => HasDate(page, m)) * 10 >= Math.Min(20, members.Count) * 7;
            double region = page.Regions.Weight(members[0]);
            double score = dated ? (letters - ThreadWeights.Link * links) * region + members.Count * ThreadWeights.Post : 0;
            if (score > bestScore * ThreadWeights.Better)
            {
                (best, bestScore) = ([.. members], score);
            }
        }

        return best;
    }

    private static List<int> Flat(DetailPage page, List<int> all)
    {
        var kept = new List<int>();
        int end = 0;
        foreach (int index in all)
        {
            if (index >= end)
            {
                kept.Add(index);
                end = page.Tree.Nodes[index].End;
            }
        }

        return kept;
    }

    private static bool HasDate(DetailPage page, int member)
    {
        for (int i = member; i < page.Tree.Nodes[member].End && i < member + 200; i++)
        {
            if (page.Tree.Nodes[i].Tag == "time" || (page.Tree.Nodes[i].OwnText && page.Tree.ShortText(i, 60) is { Length: > 5 } text
                && DateReader.Read(text, page.Page.Dates) is not null && text.Any(char.IsAsciiDigit)))
            {
                return true;
            }
        }

        return false;
    }

    private static RowColumn? Texts(DetailPage page, int[] group, IReadOnlyList<RowColumn> columns)
    {
        RowColumn? best = null;
        double bestScore = 0;
        foreach (var column in columns.Where(c => c.Fill >= ThreadWeights.LeastFill))
        {
            double letters = column.Nodes.Where(n => n >= 0).Sum(n => (double)TextBlocks.DirectText(page, n));
            double score = letters * (column.Fill + ThreadWeights.FillOffset);
            if (score > bestScore)
            {
                (best, bestScore) = (column, score);
            }
        }

        return group.Length > 0 ? best : null;
    }

    private static bool ClassIsStateful(string name) => name.Length < 2 || name.Any(char.IsAsciiDigit);
}
