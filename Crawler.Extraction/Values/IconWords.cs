using System.Text.RegularExpressions;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Values;

/// <summary>Icons that stand for a label: by the names of an element without text.</summary>
internal static partial class IconWords
{
    public const string Posted = "icon calendar";
    public const string Seller = "icon person";
    public const string Location = "icon pin";

    /// <summary>Null: not such an icon.</summary>
    public static string? Label(PageTree tree, int index)
    {
        if (tree.Nodes[index].FirstChunk != tree.Nodes[index].EndChunk || tree.Nodes[index].End - index > 8)
        {
            return null;
        }

        string names = "";
        for (int i = index; i < tree.Nodes[index].End; i++)
        {
            names += tree.Names(i) + " " + tree.Attribute(i, "xlink:href") + " " + tree.Attribute(i, "href");
        }

        return names.Length < 3 ? null : Calendar().IsMatch(names) ? Posted : Person().IsMatch(names) ? Seller : Pin().IsMatch(names) ? Location : null;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"(?<![a-z])(?:calendar|calender|clock|kalender)(?![a-z])", Options, 1000)]
    private static partial Regex Calendar();

    [GeneratedRegex(@"(?<![a-z])(?:user|person|people|account|seller)(?![a-z])", Options, 1000)]
    private static partial Regex Person();

    [GeneratedRegex(@"(?<![a-z])(?:map|marker|map-?marker|pin|location|geo|place)(?![a-z])", Options, 1000)]
    private static partial Regex Pin();
}
