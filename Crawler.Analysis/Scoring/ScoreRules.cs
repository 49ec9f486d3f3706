using Crawler.Analysis.Listings;
using Crawler.Analysis.Matching;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;

namespace Crawler.Analysis.Scoring;

/// <summary>The rules, one each. A rule says its points and why, or null when it does not apply.</summary>
internal static class ScoreRules
{
    /// <summary>Topics whose goods come from protected species, so that a paper must prove their origin.</summary>
    private static readonly string[] Species = ["ivory", "tortoiseshell", "rhino", "hornbill", "pangolin", "reptiles"];

    public static IReadOnlyList<Func<ScoredAdvert, ScoreReason?>> All { get; } =
    [
        TermPlace, SeveralTopics, Disguise, NoProof, NoPapers, PriceByWeight, WithoutPrescription, ContactInWords, ContactOffSite,
        PrivateChat, Discretion, Payment, DarkMarket, Kind, Decoy, Imitation,
    ];

    private static ScoreReason? TermPlace(ScoredAdvert advert)
    {
        if (advert.HitsIn(HitField.Title) is { Count: > 0 } inTitle)
        {
            return Reason("term-in-title", 30, $"The title says {Quoted(inTitle)}.");
        }

        return advert.HitsIn(HitField.Text) is { Count: > 0 } inText
            ? Reason("term-in-text", 20, $"The text says {Quoted(inText)}.")
            : Reason("term-aside", 10, $"{Quoted(advert.Facts.Hits)} stands only in the category or the seller's name.");
    }

    private static ScoreReason? SeveralTopics(ScoredAdvert advert) =>
        advert.Topics.Count > 1 ? Reason("several-topics", 10, $"Terms of several trades: {string.Join(", ", advert.Topics)}.") : null;

    private static ScoreReason? Disguise(ScoredAdvert advert) =>
        advert.Facts.Hits.FirstOrDefault(h => Disguises.IsDisguise(h.How)) is { } hidden
            ? Reason("disguised-spelling", 25, $"\"{hidden.Found}\" hides {hidden.Term} from searches ({hidden.How}).")
            : null;

    private static ScoreReason? NoProof(ScoredAdvert advert)
    {
        if (!advert.IsAbout(Species))
        {
            return null;
        }

        if (ScoreWords.Certificate.First(advert.Text) is { } certificate && !ScoreWords.NoPapers.IsIn(advert.Text))
        {
            return Reason("certificate-claimed", -10, $"Mentions a paper (\"{certificate}\"); check it.");
        }

        return ScoreWords.Age.First(advert.Text) is { } age
            ? Reason("age-claimed", 5, $"Claims an age that would make it legal (\"{age}\") and names no certificate.")
            : Reason("no-legality-claim", 15, "Protected species, and not a word on its origin, its age or a certificate.");
    }

    private static ScoreReason? NoPapers(ScoredAdvert advert) =>
        ScoreWords.NoPapers.First(advert.Text) is { } words ? Reason("no-papers", 15, $"Says itself that there are no papers (\"{words}\").") : null;

    private static ScoreReason? PriceByWeight(ScoredAdvert advert)
    {
        if (!advert.IsAbout("ivory", "rhino", "pangolin", "hornbill"))
        {
            return null;
        }

        if (advert.Facts.Price?.Per is "g" or "kg" || ScoreWords.PerWeight.IsIn(advert.Text))
        {
            return Reason("price-by-weight", 15, "Priced by weight, as raw material is.");
        }

        return advert.Facts.WeightGrams is { } grams
            ? Reason("weight-stated", 5, FormattableString.Invariant($"States a weight ({grams:0.###} g), by which raw material is priced."))
            : null;
    }

    private static ScoreReason? WithoutPrescription(ScoredAdvert advert) =>
        advert.Facts.Hits.FirstOrDefault(h => h.Topic is "medicines" && ScoreWords.WithoutPrescription.IsIn(FoldedText.Of(h.Found))) is { } hit
            ? Reason("without-prescription", 20, $"Medicines offered without prescription (\"{hit.Found}\").")
            : null;

    private static ScoreReason? ContactInWords(ScoredAdvert advert) =>
        ContactReader.SpelledOut(advert.Facts.Text) is { } spelled
            ? Reason("contact-in-words", 15, $"Contact data written so that programs miss it ({spelled}).")
            : null;

    private static ScoreReason? ContactOffSite(ScoredAdvert advert)
    {
        if (advert.Facts.Contacts.Messengers is [{ } messenger, ..])
        {
            return Reason("messenger", 10, $"Names a messenger account ({messenger}).");
        }

        return advert.Facts.Contacts is { Phones.Count: > 0 } or { Emails.Count: > 0 } && advert.Facts.SiteKind is not SiteKind.Shop
            ? Reason("contact-off-site", 5, "Gives a telephone number or e-mail address beside the site's own messages.")
            : null;
    }

    private static ScoreReason? PrivateChat(ScoredAdvert advert) =>
        ScoreWords.PrivateChat.First(advert.Text) is { } words ? Reason("private-chat", 10, $"Moves the talk to a private chat (\"{words}\").") : null;

    private static ScoreReason? Discretion(ScoredAdvert advert) =>
        ScoreWords.Discretion.First(advert.Text) is { } words ? Reason("discretion", 10, $"Promises discretion (\"{words}\").") : null;

    private static ScoreReason? Payment(ScoredAdvert advert) =>
        advert.Facts.Contacts.Wallets.Count > 0 || advert.Facts.Price?.Currency is "XBT" or "BTC" or "XMR"
            ? Reason("crypto-payment", 10, "To be paid in crypto-currency.")
            : null;

    private static ScoreReason? DarkMarket(ScoredAdvert advert) =>
        advert.Facts.SiteKind is SiteKind.DarkMarket ? Reason("dark-market", 10, "Offered on a dark market.") : null;

    private static ScoreReason? Kind(ScoredAdvert advert) => advert.Facts.OfferKind switch
    {
        OfferKind.Wanted => Reason("wanted", -15, "Somebody wants to buy; nothing is offered."),
        OfferKind.Sold => Reason("sold", -15, "Already sold."),
        OfferKind.Discussion => Reason("discussion", -25, "Talk about the subject; nothing is offered."),
        _ => null,
    };

    private static ScoreReason? Decoy(ScoredAdvert advert) =>
        ScoreWords.Decoy.First(advert.Text) is { } words ? Reason("decoy-words", -20, $"Probably a colour, a pattern or a toy (\"{words}\").") : null;

    private static ScoreReason? Imitation(ScoredAdvert advert) =>
        advert.IsAbout(Species) && ScoreWords.Imitation.First(advert.Text) is { } words
            ? Reason("imitation-claimed", -10, $"Says that it is an imitation (\"{words}\"); real goods are documented to be sold under such words.")
            : null;

    private static ScoreReason Reason(string rule, int points, string explanation) => new() { Rule = rule, Points = points, Explanation = explanation };

    private static string Quoted(IEnumerable<TermHit> hits) => string.Join(", ", hits.Select(h => $"\"{h.Found}\"").Distinct(StringComparer.Ordinal).Take(3));
}
