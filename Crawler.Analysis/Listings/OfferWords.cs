using Crawler.Analysis.Matching;

namespace Crawler.Analysis.Listings;

/// <summary>The words by which adverts say what they are, in Dutch, French, German and English. Dictionary knowledge, to be edited.</summary>
internal static class OfferWords
{
    /// <summary>Wanted, wherever they stand.</summary>
    public static PhraseSet Wanted { get; } = new(
        "te koop gevraagd", "ik ben op zoek naar", "wij zijn op zoek naar", "ik zoek", "wij zoeken", "wie heeft", "wie verkoopt", "heeft er iemand nog",
        "heeft iemand nog", "particulier zoekt", "verzamelaar zoekt",
        "gezocht voor", "je cherche", "nous cherchons", "je recherche", "nous recherchons", "je suis a la recherche", "je souhaite acheter", "qui aurait",
        "qui a encore", "collectionneur cherche", "achete au meilleur prix",
        "ich suche", "wir suchen", "ich kaufe", "wir kaufen", "wer hat", "hat noch jemand", "sammler sucht", "looking to buy", "i am looking for",
        "i'm looking for", "we are looking for", "want to buy", "wanted to buy",
        "i want to buy", "anyone got", "in search of", "wtb", "collector seeks");

    /// <summary>Wanted where they open or close a title; elsewhere they say other things ("cat seeks family").</summary>
    public static PhraseSet WantedAtAnEnd { get; } = new(
        "gezocht", "gevraagd", "op zoek naar", "zoek", "inkoop", "recherche", "recherchons", "cherche", "cherchons", "achete", "achat", "rachat", "gesucht",
        "suche", "suchen", "ankauf", "kaufe", "wanted", "looking for",
        "iso", "buying");

    /// <summary>Sold, in a title.</summary>
    public static PhraseSet SoldTitle { get; } = new(
        "verkocht", "vendu", "vendue", "vendus", "vendues", "verkauft", "sold", "sold out", "niet meer beschikbaar", "nicht mehr verfügbar",
        "plus disponible", "no longer available");

    /// <summary>Sold, in a text, where the bare word may be part of "is sold with its box".</summary>
    public static PhraseSet SoldText { get; } = new(
        "is verkocht", "zijn verkocht", "reeds verkocht", "al verkocht", "intussen verkocht", "inmiddels verkocht", "stuk is weg", "est vendu", "est vendue",
        "sont vendus", "deja vendu", "deja vendue", "entre-temps vendu", "vendu !", "verkocht!", "verkauft!", "sold!", "vendu merci", "vendue merci",
        "verkocht bedankt", "verkauft danke", "sold thanks",
        "ist verkauft", "bereits verkauft", "schon verkauft", "wurde verkauft", "inzwischen verkauft", "been sold", "is sold", "already sold", "now sold",
        "niet meer beschikbaar", "nicht mehr verfügbar", "n'est plus disponible",
        "no longer available");

    /// <summary>What only sellers write: offering, sending, fetching, answering.</summary>
    public static PhraseSet Selling { get; } = new(
        "te koop", "verkoop", "verkopen", "aangeboden", "ik bied aan", "van de hand", "weg te doen", "ophalen", "afhalen", "verzenden", "verzending",
        "bieden mag", "vaste prijs", "prijs", "à vendre", "je vends", "vends", "particulier vend",
        "nous vendons", "en vente", "vds", "à céder", "je cède", "je propose", "envoi", "livraison", "remise en main propre", "mp si intéressé",
        "mp pour infos", "prix", "zu verkaufen", "verkaufe", "verkaufen", "biete", "angeboten",
        "abzugeben", "ich trenne mich", "aus nachlass", "abholung", "versand", "verschickt", "selbstabholer", "vb", "bei interesse", "preis", "for sale",
        "fs", "selling", "i sell", "we sell", "wts", "offered here", "on offer",
        "from an estate", "shipping", "posted", "insured post", "royal mail", "collection only", "collection from", "pick up", "pm if interested", "dm me",
        "price", "restock", "menu");

    /// <summary>Questions to a community.</summary>
    public static PhraseSet Talk { get; } = new(
        "weet iemand", "kan iemand", "wat denken jullie", "wat vinden jullie", "mijn mening", "quelqu'un sait", "quelqu'un peut", "qu'en pensez-vous",
        "votre avis", "vos avis", "weiß jemand", "kann jemand", "was haltet ihr",
        "eure meinung", "does anyone know", "has anyone", "can anyone", "what do you think", "in my opinion", "any advice", "comment reconnaître",
        "hoe herken", "woran erkennt", "how to tell", "how do i", "que faire", "wat doen met", "was tun mit", "what to do with");
}
