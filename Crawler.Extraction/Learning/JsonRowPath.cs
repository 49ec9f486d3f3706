using System.Text.Json;
using Crawler.Pages.Addresses;

namespace Crawler.Extraction.Learning;

/// <summary>Finds the path to the list that the generic tier took its rows from.</summary>
internal static class JsonRowPath
{
    /// <summary>Null: no list holds exactly those rows.</summary>
    public static string? Find(JsonElement root, IReadOnlyList<RowDraft> rows, Func<JsonElement, PageAddress?, RowDraft?> read)
    {
        foreach (var list in JsonPaths.Lists(root, 12).Where(l => l.Value.GetArrayLength() >= rows.Count))
        {
            var found = list.Value.EnumerateArray().Select(e => read(e, null)).OfType<RowDraft>().ToList();
            if (found.Count == rows.Count && found.Zip(rows).All(p => p.First.Id == p.Second.Id && p.First.Title == p.Second.Title))
            {
                return list.Path + "[*]";
            }
        }

        return null;
    }
}
