using Crawler.Extraction.Values;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Patterns;

/// <summary>What the head of a table says of a cell's column.</summary>
internal static class TableHeader
{
    /// <summary>The column's name in the vocabulary of <see cref="Hints"/> (" location", " seller", " date"); empty: no table, or another column.</summary>
    public static string Of(PageTree tree, int index)
    {
        int cell = index;
        while (cell >= 0 && tree.Nodes[cell].Tag != "td")
        {
            cell = tree.Nodes[cell].Parent;
        }

        int row = cell < 0 ? -1 : tree.Nodes[cell].Parent;
        int body = row < 0 ? -1 : tree.Nodes[row].Parent;
        int table = body >= 0 && tree.Nodes[body].Tag is "tbody" ? tree.Nodes[body].Parent : body;
        if (table < 0 || tree.Nodes[table].Tag != "table")
        {
            return "";
        }

        int column = 0;
        foreach (int other in tree.Children(row))
        {
            if (other == cell)
            {
                break;
            }

            column++;
        }

        return Head(tree, table) is { } head && tree.Children(head).ElementAtOrDefault(column) is > 0 and var th && tree.ShortText(th, 40) is { } text
            ? Word(FoldedText.Of(text).Trim(' ', ':'))
            : "";
    }

    /// <summary>The number in a table row's price column, with that column's head; null: it has none.</summary>
    public static (string Cell, string Head)? Price(PageTree tree, int row)
    {
        int body = tree.Nodes[row].Tag == "tr" ? tree.Nodes[row].Parent : -1;
        int table = body >= 0 && tree.Nodes[body].Tag is "tbody" ? tree.Nodes[body].Parent : body;
        if (table < 0 || tree.Nodes[table].Tag != "table" || Head(tree, table) is not { } head)
        {
            return null;
        }

        foreach (var (cell, th) in tree.Children(row).Zip(tree.Children(head)))
        {
            if (tree.ShortText(th, 40) is { } label && LabelWords.Price(FoldedText.Of(label.Split('(', '[')[0]).Trim(' ', ':'))
                && tree.ShortText(cell, 24) is { } text && text.Any(char.IsAsciiDigit))
            {
                return (text, label);
            }
        }

        return null;
    }

    private static int? Head(PageTree tree, int table)
    {
        for (int i = table + 1; i < Math.Min(tree.Nodes[table].End, table + 60); i++)
        {
            if (tree.Nodes[i].Tag == "tr")
            {
                return tree.Children(i).Any(c => tree.Nodes[c].Tag == "th") ? i : null;
            }
        }

        return null;
    }

    private static string Word(string label) =>
        LabelWords.Location(label) || LabelWords.ShipsFrom(label) ? " location"
            : LabelWords.Seller(label) ? " seller"
            : LabelWords.Posted(label) ? " date"
            : "";
}
