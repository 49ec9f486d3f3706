using System.Text.Json;
using Crawler.Extraction.Values;
using Crawler.Pages.Addresses;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Json;

/// <summary>Finds the list of adverts in a JSON document by what its objects hold: a title, an address or id, a price, a picture.</summary>
internal static class JsonListings
{
    private const int MostVisits = 400_000;
    private const int MostRows = 2000;

    /// <summary>The rows of the best list; none when no list looks like adverts.</summary>
    /// <param name="root">The document.</param>
    /// <param name="tier">The tier to name.</param>
    /// <param name="address">Resolves addresses.</param>
    /// <param name="prices">How prices are read.</param>
    /// <param name="dates">How dates are read.</param>
    /// <param name="budget">Time.</param>
    public static IReadOnlyList<RowDraft> Find(JsonElement root, string tier, PageAddress address, PriceContext prices, DateContext dates, ReadBudget budget)
    {
        var lists = new List<(IReadOnlyList<JsonElement> List, double Score)>();
        var open = new Stack<(JsonElement Element, int Depth)>();
        Push(open, root, 0);
        int visits = 0;
        while (open.TryPop(out var next) && visits++ < MostVisits && !budget.IsSpent)
        {
            if (next.Element.ValueKind == JsonValueKind.Array)
            {
                if (next.Element.GetArrayLength() > 0 && next.Element[0].ValueKind == JsonValueKind.Object
                    && next.Element.EnumerateArray().ToList() is var list && Score(list) is > 0 and var score)
                {
                    lists.Add((list, score));
                }

                foreach (var item in next.Element.EnumerateArray().Take(3000))
                {
                    Push(open, item, next.Depth);
                }
            }
            else
            {
                foreach (var table in Tables(next.Element))
                {
                    if (Score(table) is > 0 and var score)
                    {
                        lists.Add((table, score * JsonWeights.KeyedTable));
                    }
                }

                foreach (var property in next.Element.EnumerateObject())
                {
                    Push(open, property.Value, next.Depth);
                }
            }
        }

        IReadOnlyList<RowDraft> best = [];
        double bestScore = 0;
        foreach (var (list, _) in lists.OrderByDescending(l => l.Score).Take(4))
        {
            var rows = list.Take(MostRows).Select(o => JsonRow.Read(o, tier, address, prices, dates)).OfType<RowDraft>().ToList();
            double score = rows.Sum(Points);
            if (rows.Count > 0 && score > bestScore)
            {
                (best, bestScore) = (rows, score);
            }
        }

        return best;
    }

    private static double Points(RowDraft row) =>
        JsonWeights.RowBase
        + (row.Url is not null ? JsonWeights.RowUrl : 0)
        + (row.Price is not null ? JsonWeights.RowPrice : 0)
        + (row.Image is not null ? JsonWeights.RowImage : 0);

    /// <summary>Objects kept by key instead of in a list: keys that hold a number, and begin alike.</summary>
    private static IEnumerable<List<JsonElement>> Tables(JsonElement element)
    {
        var tables = new Dictionary<string, List<JsonElement>>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object && property.Name.AsSpan().IndexOfAnyInRange('0', '9') is >= 0 and var digit)
            {
                string start = property.Name[..digit];
                if (!tables.TryGetValue(start, out var table))
                {
                    tables[start] = table = [];
                }

                table.Add(property.Value);
            }
        }

        return tables.Values.Where(t => t.Count >= 3);
    }

    private static void Push(Stack<(JsonElement, int)> open, JsonElement element, int depth)
    {
        if (element.ValueKind is JsonValueKind.Object or JsonValueKind.Array && depth < 60)
        {
            open.Push((element, depth + 1));
        }
    }

    /// <summary>A first look at a few objects of the list.</summary>
    private static double Score(IReadOnlyList<JsonElement> list)
    {
        int length = list.Count;
        if (length < 1)
        {
            return 0;
        }

        double sum = 0;
        int looked = 0;
        for (int i = 0; i < length && looked < 6; i += Math.Max(1, length / 6))
        {
            looked++;
            if (list[i].ValueKind != JsonValueKind.Object)
            {
                return 0;
            }

            sum += JsonRow.Likeness(list[i]);
        }

        double mean = sum / looked;
        return mean < JsonWeights.LeastMeanLikeness
            ? 0
            : mean * mean * Math.Pow(Math.Min(length, JsonWeights.LongestCounted), JsonWeights.LengthExponent);
    }
}
