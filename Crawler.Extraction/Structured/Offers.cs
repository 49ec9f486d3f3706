using Crawler.Contracts.Listings;
using Crawler.Contracts.Sellers;
using Crawler.Extraction.Values;
using Crawler.Pages.Addresses;

namespace Crawler.Extraction.Structured;

/// <summary>Price, seller, place and availability of a described thing.</summary>
internal static class Offers
{
    /// <summary>The thing's offers, or the thing itself when it is one.</summary>
    public static IEnumerable<Thing> Of(Thing thing) =>
        thing.Things("offers").Concat(thing.Is("Offer", "AggregateOffer") || thing.Has("price") || thing.Has("lowPrice") ? [thing] : []);

    public static PriceTag? Price(Thing thing, PriceContext context)
    {
        foreach (var offer in Of(thing))
        {
            var specification = offer.Things("priceSpecification").FirstOrDefault();
            string? currency = offer.Text("priceCurrency") ?? specification?.Text("priceCurrency") ?? thing.Text("priceCurrency");
            string? amount = offer.Text("price", "lowPrice") ?? specification?.Text("price", "minPrice")
                ?? offer.Things("offers").FirstOrDefault()?.Text("price");
            if (PriceReader.FromData(amount, currency, context) is not { } price)
            {
                continue;
            }

            bool range = !offer.Has("price") && offer.Has("lowPrice");
            decimal? high = range ? PriceReader.FromData(offer.Text("highPrice"), currency, context)?.Amount : null;
            return high > price.Amount ? price with { Kind = PriceKind.Range, AmountMax = high } : price;
        }

        return null;
    }

    public static SellerMention? Seller(Thing thing, PageAddress address)
    {
        var named = Of(thing).SelectMany(o => o.All("seller").Concat(o.All("offeredBy"))).Concat(thing.All("seller")).Concat(thing.All("provider"))
            .Concat(thing.All("author")).Concat(thing.All("creator"));
        foreach (object value in named)
        {
            string? name = value as string ?? (value as Thing)?.Text("name", "alternateName");
            if (!string.IsNullOrWhiteSpace(name) && name.Length < 200)
            {
                return new SellerMention { Handle = TitleText.Tidy(name), ProfileUrl = address.Canonical((value as Thing)?.Text("url", "@id")) };
            }
        }

        return null;
    }

    public static Availability? Available(Thing thing) =>
        Of(thing).Select(o => o.Text("availability")).Append(thing.Text("availability")).Select(AvailabilityWords.Of).FirstOrDefault(a => a is not null);

    public static string? Condition(Thing thing)
    {
        string? condition = Of(thing).Select(o => o.Text("itemCondition")).Append(thing.Text("itemCondition")).FirstOrDefault(c => c is not null);
        string? word = condition?[(condition.LastIndexOfAny(['/', '#']) + 1)..];
        return word?.EndsWith("Condition", StringComparison.Ordinal) == true ? word[..^9] : word;
    }

    public static string? Place(Thing thing)
    {
        var holders = Of(thing).Concat([thing]).ToList();
        foreach (var holder in holders)
        {
            foreach (string name in new[] { "availableAtOrFrom", "areaServed", "contentLocation", "locationCreated", "jobLocation", "location", "address",
                "itemOffered", "seller" })
            {
                foreach (object value in holder.All(name))
                {
                    if ((value is Thing place ? Address(place) : name is "itemOffered" or "seller" ? null : value as string) is { } text
                        && PlaceText.Tidy(text) is { } tidy)
                    {
                        return tidy;
                    }
                }
            }
        }

        return null;
    }

    private static string? Address(Thing place)
    {
        var address = place.Is("PostalAddress") || place.Has("addressLocality") ? place : place.Things("address").FirstOrDefault();
        if (address is null)
        {
            return place.Is("Place", "City", "AdministrativeArea", "State", "Country") ? place.Text("name")
                ?? place.All("address").OfType<string>().FirstOrDefault() : place.All("address").OfType<string>().FirstOrDefault();
        }

        string? town = string.Join(' ', new[] { address.Text("postalCode"), address.Text("addressLocality") }.Where(p => p is not null));
        return town.Length > 0 ? town : address.Text("addressRegion", "name", "streetAddress", "addressCountry");
    }
}
