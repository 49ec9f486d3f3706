using Crawler.Pages.Html;

namespace Crawler.Extraction.Patterns;

/// <summary>The same place in every row: elements with equal tag and class paths from the row's root.</summary>
internal sealed class RowColumn(int rows)
{
    /// <summary>The first node of each row at this place; -1: the row has none.</summary>
    public int[] Nodes { get; } = NewNodes(rows);

    /// <summary>Rows that have it.</summary>
    public int Filled { get; private set; }

    /// <summary>Nodes there over all rows; more than <see cref="Filled"/> when it repeats within a row.</summary>
    public int Total { get; private set; }

    /// <summary>Order of first appearance within the row.</summary>
    public required int Order { get; init; }

    public double Fill => (double)Filled / Nodes.Length;

    public void Add(int row, int node)
    {
        Total++;
        if (Nodes[row] < 0)
        {
            Nodes[row] = node;
            Filled++;
        }
    }

    /// <summary>Any node of the column, to look at its names.</summary>
    public int Sample => Array.Find(Nodes, n => n >= 0);

    private static int[] NewNodes(int rows)
    {
        int[] nodes = new int[rows];
        Array.Fill(nodes, -1);
        return nodes;
    }
}

/// <summary>All columns of a group of rows.</summary>
internal static class RowColumns
{
    private const int MostNodesPerRow = 1500;
    private const int MostTwins = 8;

    public static IReadOnlyList<RowColumn> Of(PageTree tree, int[] members)
    {
        var columns = new Dictionary<int, RowColumn>();
        int[] paths = new int[MostNodesPerRow];
        var twins = new Dictionary<(int Parent, int Shape), int>();
        for (int row = 0; row < members.Length; row++)
        {
            int root = members[row];
            twins.Clear();
            int end = Math.Min(tree.Nodes[root].End, root + MostNodesPerRow);
            for (int i = root; i < end; i++)
            {
                ref var node = ref tree.Nodes[i];
                int path = 17;
                if (i != root)
                {
                    // Cells of a table look alike: which of its twins a node is belongs to its place.
                    int twin = twins.GetValueOrDefault((node.Parent, node.Shape));
                    twins[(node.Parent, node.Shape)] = twin + 1;
                    path = HashCode.Combine(paths[node.Parent - root], node.Shape, Math.Min(twin, MostTwins));
                }

                paths[i - root] = path;
                if (!columns.TryGetValue(path, out var column))
                {
                    columns[path] = column = new RowColumn(members.Length) { Order = columns.Count };
                }

                column.Add(row, i);
            }
        }

        return [.. columns.Values];
    }
}
