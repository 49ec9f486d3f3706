using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Values;

namespace Crawler.Extraction.Definitions;

/// <summary>A price as a definition's rules <c>price</c> and <c>currency</c> read it.</summary>
internal static class DefinitionPrice
{
    public static PriceTag? Of(RuleSource source, IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> fields, PriceContext context)
    {
        if (!fields.TryGetValue("price", out var chain) || source.First(chain, FieldWant.Text) is not { } price)
        {
            return null;
        }

        string? currency = fields.TryGetValue("currency", out var currencies) ? source.First(currencies, FieldWant.Text)?.Text : null;
        return price.Data
            ? PriceReader.FromData(price.Text, currency, context)
            : PriceReader.Read(price.Text, currency is null ? context : context with { CurrencyHint = currency });
    }
}
