using Crawler.Analysis.Matching;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;

namespace Crawler.Analysis.Listings;

/// <summary>Tells sale from wanted, sold and mere talk, by the words adverts use in Dutch, French, German and English.</summary>
public static class OfferKindReader
{
    /// <summary>Room for "[V] ", "Hallo, " and the like before a title's first word.</summary>
    private const int TitleSlack = 8;

    /// <summary>What the advert offers. In doubt a sale; on a forum or social network, where nothing says that something is sold, talk.</summary>
    /// <param name="title">The advert's title.</param>
    /// <param name="text">Its text. Null: none.</param>
    /// <param name="availability">What the page says of it. Null: nothing.</param>
    /// <param name="siteKind">Forums and social networks talk; the others sell.</param>
    /// <param name="hasPrice">Whether the page gives a price.</param>
    public static OfferKind Read(string? title, string? text, Availability? availability, SiteKind siteKind, bool hasPrice = false)
    {
        FoldedText head = FoldedText.Of(title ?? "");
        FoldedText body = FoldedText.Of(text ?? "");
        if (availability == Availability.Sold || OfferWords.SoldTitle.IsAtAnEnd(head, TitleSlack)
            || OfferWords.SoldText.IsIn(head) || OfferWords.SoldText.IsIn(body))
        {
            return OfferKind.Sold;
        }

        if (OfferWords.Wanted.IsIn(head) || OfferWords.WantedAtAnEnd.IsAtAnEnd(head, TitleSlack)
            || (OfferWords.Wanted.IsIn(body) && !OfferWords.Selling.IsIn(head)))
        {
            return OfferKind.Wanted;
        }

        bool talks = siteKind is SiteKind.Forum or SiteKind.Social && !hasPrice && (OfferWords.Talk.IsIn(head) || !Sells(head, body, text));
        return talks ? OfferKind.Discussion : OfferKind.Sale;
    }

    private static bool Sells(FoldedText head, FoldedText body, string? text) =>
        OfferWords.Selling.IsIn(head) || OfferWords.Selling.IsIn(body) || ContactReader.Read(text) is { Phones.Count: > 0 } or { Emails.Count: > 0 };
}
