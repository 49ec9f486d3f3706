using System.Text.RegularExpressions;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Patterns;

/// <summary>
/// The site's own id of each row: a data attribute or element id that differs in every row, preferably one that the address holds too; else from the
/// address.
/// </summary>
internal sealed partial class RowIds
{
    private readonly PageTree _tree;
    private readonly int[] _members;
    private readonly IReadOnlyList<string?[]> _series;

    public RowIds(PageTree tree, int[] members)
    {
        _tree = tree;
        _members = members;
        _series = Find();
    }

    public string? Of(int row, string? url)
    {
        foreach (string?[] series in _series)
        {
            if (series[row] is { } id && url?.Contains(id, StringComparison.Ordinal) == true)
            {
                return id;
            }
        }

        string? fromUrl = url is null ? null : ListingIdentity.IdFromUrl(url);
        return fromUrl ?? _series.Select(s => s[row]).FirstOrDefault(s => s is not null);
    }

    private List<string?[]> Find()
    {
        var series = new Dictionary<string, string?[]>(StringComparer.Ordinal);
        for (int row = 0; row < _members.Length; row++)
        {
            int root = _members[row];
            int end = Math.Min(_tree.Nodes[root].End, root + 120);
            for (int i = root; i < end; i++)
            {
                foreach (var attribute in _tree.Nodes[i].Element.Attributes)
                {
                    if (Name().IsMatch(attribute.Name) && IdIn(attribute.Name, attribute.Value) is { } id)
                    {
                        string key = $"{attribute.Name}|{Digits().Replace(attribute.Name == "id" ? attribute.Value : "", "")}";
                        if (!series.TryGetValue(key, out string?[]? values))
                        {
                            series[key] = values = new string?[_members.Length];
                        }

                        values[row] ??= id;
                    }
                }
            }
        }

        return [.. series.Where(s => IsSeries(s.Value)).OrderByDescending(s => Rank(s.Key)).Select(s => s.Value)];
    }

    private bool IsSeries(string?[] values)
    {
        var found = values.Where(v => v is not null).ToList();
        return found.Count * 10 >= _members.Length * 6 && found.Distinct(StringComparer.Ordinal).Count() * 10 >= found.Count * 9
            && found.Sum(v => v!.Length) >= found.Count * 3;
    }

    private static int Rank(string key) => key.StartsWith("id|", StringComparison.Ordinal) ? 0 : key.EndsWith("id|", StringComparison.Ordinal) ? 2 : 1;

    private static string? IdIn(string name, string value)
    {
        string trimmed = value.Trim();
        if (name == "id")
        {
            var match = Trailing().Match(trimmed);
            return match.Success ? match.Value : null;
        }

        return trimmed.Length is >= 3 and <= 64 && Plain().IsMatch(trimmed) ? trimmed : null;
    }

    [GeneratedRegex(@"^(?:id|data-.*?(?:id|sku|ean|article-?nr|artnr|product|listing|item|offer|code))$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\d{3,}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^(?=.*\d)[\w-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();
}
