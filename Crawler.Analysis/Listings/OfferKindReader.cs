using Crawler.Analysis.Matching;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;

namespace Crawler.Analysis.Listings;

/// <summary>Tells sale from wanted, sold and mere talk, by the words adverts use in Dutch, French, German and English. Data to edit, not truth.</summary>
public static class OfferKindReader
{
    private static readonly PhraseSet TitleWanted = new(
        "gezocht", "gevraagd", "te koop gevraagd", "ik zoek", "wij zoeken", "zoek naar", "op zoek naar", "wie heeft", "recherche", "recherchons", "je cherche", "cherche", "on recherche", "cherchons",
        "gesucht", "suche", "suchen", "ich suche", "wir suchen", "ankauf", "kaufe", "wanted", "looking for", "looking to buy", "want to buy", "wtb", "iso of", "in search of", "inkoop", "rachat de", "achete", "achat de");

    private static readonly PhraseSet TextWanted = new(
        "te koop gevraagd", "ik ben op zoek naar", "wij zijn op zoek naar", "ik zoek een", "wie verkoopt", "je recherche", "nous recherchons", "je suis a la recherche", "je souhaite acheter", "ich suche",
        "wir suchen", "ich kaufe", "wir kaufen", "looking to buy", "i am looking for", "i'm looking for", "we are looking for", "want to buy", "wanted to buy", "i want to buy");

    private static readonly PhraseSet TitleSold = new("verkocht", "vendu", "vendue", "vendus", "vendues", "verkauft", "sold", "sold out", "niet meer beschikbaar", "nicht mehr verfügbar", "plus disponible", "no longer available");

    private static readonly PhraseSet TextSold = new(
        "is verkocht", "zijn verkocht", "reeds verkocht", "al verkocht", "is inmiddels verkocht", "est vendu", "est vendue", "deja vendu", "deja vendue", "ist verkauft", "bereits verkauft", "schon verkauft", "wurde verkauft",
        "has been sold", "is sold", "already sold", "niet meer beschikbaar", "nicht mehr verfügbar", "n'est plus disponible", "no longer available");

    private static readonly PhraseSet ForSale = new(
        "te koop", "verkoop", "ik verkoop", "wij verkopen", "verkoop mijn", "a vendre", "je vends", "vends", "nous vendons", "en vente", "zu verkaufen", "verkaufe", "ich verkaufe", "wir verkaufen", "for sale", "selling",
        "i sell", "i am selling", "i'm selling", "we sell", "wts", "dispo en mp", "available now", "dm me", "dm for price", "price on request");

    private static readonly PhraseSet Talk = new(
        "weet iemand", "kan iemand", "wat denken jullie", "wat vinden jullie", "mijn mening", "quelqu'un sait", "quelqu'un peut", "qu'en pensez-vous", "votre avis", "weiß jemand", "kann jemand", "was haltet ihr", "eure meinung",
        "does anyone know", "has anyone", "can anyone", "what do you think", "in my opinion", "any advice", "discussion", "discussie", "diskussion", "debat", "question", "vraag", "frage");

    /// <summary>What the advert offers. In doubt: talk on a forum or social network when no price and no word of sale is there, else sale.</summary>
    /// <param name="title">The advert's title.</param>
    /// <param name="text">Its text. Null: none.</param>
    /// <param name="availability">What the page says of it. Null: nothing.</param>
    /// <param name="siteKind">Forums and social networks talk; the others sell.</param>
    /// <param name="hasPrice">Whether the page gives a price.</param>
    public static OfferKind Read(string? title, string? text, Availability? availability, SiteKind siteKind, bool hasPrice = false)
    {
        FoldedText head = FoldedText.Of(title ?? "");
        FoldedText body = FoldedText.Of(text ?? "");
        bool sale = ForSale.IsIn(head) || ForSale.IsIn(body);
        if (availability == Availability.Sold || TitleSold.IsIn(head) || TextSold.IsIn(body))
        {
            return OfferKind.Sold;
        }

        if (TitleWanted.IsIn(head) || (TextWanted.IsIn(body) && !sale))
        {
            return OfferKind.Wanted;
        }

        bool placeToTalk = siteKind is SiteKind.Forum or SiteKind.Social;
        return placeToTalk && !hasPrice && (!sale || Talk.IsIn(head)) ? OfferKind.Discussion : OfferKind.Sale;
    }
}
