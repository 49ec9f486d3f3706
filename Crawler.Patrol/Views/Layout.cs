using Spectre.Console;
using Spectre.Console.Rendering;

namespace Crawler.Patrol.Views;

/// <summary>The look that all views share: tables without frames, lists of names and values.</summary>
internal static class Layout
{
    /// <summary>A table whose columns keep their width, except the ones named as giving way.</summary>
    /// <param name="columns">Headings; a leading "&gt;" aligns right, a leading "~" marks a column that gives way when the terminal is narrow.</param>
    public static Table Table(params IReadOnlyList<string> columns)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (string heading in columns)
        {
            var column = new TableColumn(new Text(heading.TrimStart('>', '~'), new Style(decoration: Decoration.Bold))) { Padding = new Padding(0, 0, 2, 0) };
            if (!heading.StartsWith('~'))
            {
                column.NoWrap();
            }

            if (heading.StartsWith('>'))
            {
                column.RightAligned();
            }

            table.AddColumn(column);
        }

        return table;
    }

    /// <summary>A cell, or a line, of text that may come from the web.</summary>
    public static IRenderable Cell(string? text, Color? colour = null) =>
        new Text(Printable.Line(text), new Style(colour)) { Overflow = Overflow.Ellipsis };

    public static void Row(this Table table, params IReadOnlyList<string?> cells) => table.AddRow(cells.Select(c => Cell(c)));

    /// <summary>Names and values, one per line; values that are null or empty are left out.</summary>
    public static IRenderable Facts(params IReadOnlyList<(string Name, string? Value)> facts)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn(new GridColumn().PadRight(0));
        foreach (var (name, value) in facts.Where(f => !string.IsNullOrEmpty(f.Value)))
        {
            grid.AddRow(new Text(name, new Style(Color.Grey)), new Text(Printable.Paragraphs(value)));
        }

        return grid;
    }

    public static void Heading(this IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.Write(new Text(text + "\n", new Style(decoration: Decoration.Bold)));
    }
}
