using System.Text.Json;
using Crawler.Extraction.Json;
using Crawler.Extraction.Values;
using Crawler.Pages.Json;

namespace Crawler.Extraction.Details;

/// <summary>The advert's object in the JSON that the page carries for its own scripts: the one with the page's title.</summary>
internal static class DetailState
{
    private const int MostVisits = 200_000;

    public static void Fill(DetailDraft draft, DetailPage page)
    {
        if (draft is { Price: not null, Location: not null, Seller: not null, PostedAt: not null } || draft.Title is null)
        {
            return;
        }

        foreach (var document in EmbeddedJson.Read(page.Page))
        {
            if (page.Page.Budget.IsSpent)
            {
                return;
            }

            if (Find(document, draft.Title) is { } found && JsonRow.Read(found, Tiers.State, page.Page.Address, page.Page.Prices, page.Page.Dates) is { } row)
            {
                draft.SetPrice(row.Price, Tiers.State);
                draft.SetLocation(row.Location, Tiers.State);
                draft.SetSeller(row.Seller is null ? null : new Contracts.Sellers.SellerMention { Handle = row.Seller }, Tiers.State);
                draft.SetPosted(row.PostedText, row.PostedAt, Tiers.State);
                draft.SetId(row.Id, Tiers.State);
                return;
            }
        }
    }

    private static JsonElement? Find(JsonElement root, string title)
    {
        var open = new Stack<(JsonElement Element, int Depth)>();
        open.Push((root, 0));
        JsonElement? best = null;
        double bestScore = DetailStateWeights.LeastLikeness;
        for (int visits = 0; visits < MostVisits && open.TryPop(out var next); visits++)
        {
            if (next.Element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in next.Element.EnumerateArray().Take(500))
                {
                    Push(open, item, next.Depth);
                }
            }
            else if (next.Element.ValueKind == JsonValueKind.Object)
            {
                bool named = false;
                foreach (var property in next.Element.EnumerateObject())
                {
                    named |= property.Value.ValueKind == JsonValueKind.String && property.Name is "title" or "subject" or "name" or "headline" or "heading"
                        && JsonText.Scalar(property.Value) is { Length: > 3 } text && text.Length * 2 > title.Length
                            && Titles.Agree(TitleText.Tidy(text), title);
                    Push(open, property.Value, next.Depth);
                }

                if (named && JsonRow.Likeness(next.Element) is var score && score > bestScore)
                {
                    (best, bestScore) = (next.Element, score);
                }
            }
        }

        return best;
    }

    private static void Push(Stack<(JsonElement, int)> open, JsonElement element, int depth)
    {
        if (element.ValueKind is JsonValueKind.Object or JsonValueKind.Array && depth < 60)
        {
            open.Push((element, depth + 1));
        }
    }
}
