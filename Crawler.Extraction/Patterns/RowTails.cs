namespace Crawler.Extraction.Patterns;

/// <summary>
/// What belongs to rows without standing in them: the elements between one row and the next, where an advert is spread over several siblings (two
/// table rows, a term and its definition). They count only when nearly every row is followed by some, and their links lead nowhere that the row's own
/// do not.
/// </summary>
internal static class RowTails
{
    private const int MostNodes = 400;
    private const int MostSiblings = 3;

    /// <summary>A range of nodes for each row; empty where there is nothing, or where the group is not built that way.</summary>
    public static (int From, int To)[] Of(PageFeatures features, int[] members)
    {
        var tails = new (int From, int To)[members.Length];
        int parent = features.Tree.Nodes[members[0]].Parent;
        if (parent < 0 || members.Length < 2 || Array.Exists(members, m => features.Tree.Nodes[m].Parent != parent))
        {
            return tails;
        }

        int followed = 0;
        for (int row = 0; row < members.Length; row++)
        {
            tails[row] = Between(features, members, row, parent);
            followed += tails[row].To > tails[row].From ? 1 : 0;
        }

        return followed * 10 >= members.Length * 8 ? tails : new (int From, int To)[members.Length];
    }

    private static (int From, int To) Between(PageFeatures features, int[] members, int row, int parent)
    {
        var tree = features.Tree;
        int from = tree.Nodes[members[row]].End;
        int limit = row + 1 < members.Length ? members[row + 1] : tree.Nodes[parent].End;
        int to = from, siblings = 0;
        while (to < limit && siblings++ < MostSiblings && to - from < MostNodes && !Leads(features, to, members[row]))
        {
            to = tree.Nodes[to].End;
        }

        return (from, to);
    }

    /// <summary>The element has a link to something else than its row.</summary>
    private static bool Leads(PageFeatures features, int element, int row)
    {
        for (int i = element; i < features.Tree.Nodes[element].End; i++)
        {
            if (features.Target(i) is { } target && !RowLinks.IsElsewhere(target) && !Holds(features, row, target))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(PageFeatures features, int row, string target)
    {
        for (int i = row; i < features.Tree.Nodes[row].End; i++)
        {
            if (features.Target(i) == target)
            {
                return true;
            }
        }

        return false;
    }
}
