using Crawler.Analysis.Matching;

namespace Crawler.Analysis.Scoring;

/// <summary>The words rules look for, in Dutch, French, German and English. Plain dictionary words; no code words.</summary>
internal static class ScoreWords
{
    public static PhraseSet Certificate { get; } = new(
        "certificaat", "certificaten", "vergunning", "cites", "cites-certificaat", "eu-certificaat", "papieren in orde", "met papieren", "met document",
        "certificat", "permis cites", "papiers en regle",
        "avec papiers", "Zertifikat", "Bescheinigung", "EU-Bescheinigung", "Vermarktungsgenehmigung", "Genehmigung", "mit Papieren", "certificate", "permit",
        "article 10", "artikel 10", "with papers");

    public static PhraseSet NoPapers { get; } = new(
        "zonder papieren", "geen papieren", "zonder certificaat", "geen certificaat", "zonder documenten", "geen documenten", "sans papiers", "aucun papier",
        "sans certificat", "pas de certificat", "aucun document",
        "sans document", "ni papiers", "non declare", "ohne Papiere", "keine Papiere", "ohne Zertifikat", "kein Zertifikat", "ohne Bescheinigung",
        "no papers", "without papers", "no certificate", "without certificate", "no documents",
        "no paperwork", "without paperwork", "no questions asked", "chip noch papieren", "puce ni papiers");

    /// <summary>Claims that would put it before the dates of the EU rules (worked before 3 March 1947, pre-Convention).</summary>
    public static PhraseSet Age { get; } = new(
        "voor 1947", "vóór 1947", "pre-1947", "pre 1947", "avant 1947", "vor 1947", "before 1947", "antiek", "antique", "antiquité", "ancien", "ancienne",
        "antik", "Antiquität", "vooroorlogs", "pre-convention", "pre-cites",
        "19de eeuw", "18de eeuw", "19e eeuw", "18e eeuw", "XIXe", "XVIIIe", "19e siècle", "18e siècle", "19. Jahrhundert", "18. Jahrhundert", "19th century",
        "18th century", "victorian", "Biedermeier", "jugendstil", "art deco",
        "art nouveau", "erfstuk", "Erbstück", "heirloom");

    public static PhraseSet PerWeight { get; } = new(
        "per gram", "per kilo", "per kg", "prijs per gram", "gramprijs", "kiloprijs", "au gramme", "le gramme", "au kilo", "le kilo", "au poids", "pro Gramm",
        "pro Kilo", "pro kg", "je Gramm", "je Kilo", "Grammpreis",
        "Kilopreis", "by the gram", "per gramme", "by weight", "€/g", "€/kg", "eur/g", "eur/kg", "a gram", "per oz", "per ounce");

    public static PhraseSet WithoutPrescription { get; } = new(
        "zonder recept", "zonder voorschrift", "zonder doktersvoorschrift", "sans ordonnance", "sans aucune ordonnance", "sans prescription", "ohne Rezept",
        "ohne ärztliches Rezept", "rezeptfrei", "without prescription",
        "without a prescription", "no prescription", "no rx", "non prescription");

    public static PhraseSet PrivateChat { get; } = new(
        "dm", "dm me", "pm me", "pb", "pb mij", "stuur pb", "stuur een pb", "via pb", "via dm", "privébericht", "prive bericht", "in privé", "mp", "en mp",
        "par mp", "en privé", "message privé", "per PN", "PN an mich", "per DM",
        "private Nachricht", "Privatnachricht", "privat anschreiben", "direct message", "private message", "inbox me", "in private", "app me", "app mij",
        "schreib mir auf", "contacteer mij via", "contactez moi sur", "text me on", "message me on");

    public static PhraseSet Discretion { get; } = new(
        "discreet", "discrete verzending", "discrete levering", "neutrale verpakking", "neutrale envelop", "discret", "discrète", "livraison discrète",
        "envoi discret", "emballage neutre", "enveloppe neutre", "discrétion",
        "diskret", "diskreter Versand", "neutrale Verpackung", "neutraler Umschlag", "discreetly", "discreet shipping", "plain packaging", "plain envelope",
        "stealth", "discretion");

    public static PhraseSet Decoy { get; } = new(
        "ivoorkleurig", "ivoorkleurige", "ivoorwit", "kleur ivoor", "ivoor kleur", "plantaardig ivoor", "couleur ivoire", "coloris ivoire", "blanc ivoire",
        "ton ivoire", "ivoire végétal", "elfenbeinfarben", "elfenbeinfarbene",
        "elfenbeinfarbig", "Farbe Elfenbein", "elfenbeinweiß", "ivory coloured", "ivory colored", "ivory colour", "ivory color", "ivory white", "off-white",
        "vegetable ivory", "tagua", "knuffel", "speelgoed", "peluche", "jouet",
        "Kuscheltier", "Plüschtier", "Spielzeug", "plush", "soft toy", "schildpadmotief", "schildpad motief", "schildpadprint", "motif écaille",
        "Schildpattmuster", "Schildpatt Muster", "tortoiseshell print",
        "tortoiseshell pattern", "tortoiseshell effect", "acetaat", "acétate", "Acetat", "acetate", "tortoiseshell cat", "Schildpattkatze", "poes", "kitten",
        "chatte");

    public static PhraseSet Imitation { get; } = new(
        "imitatie", "namaak", "kunststof", "imitation", "simili", "façon ivoire", "faux", "résine", "plastique", "Imitat", "Kunststoff", "Optik", "Kunstharz",
        "unecht", "resin", "plastic", "fake", "celluloid", "bakeliet", "bakelite");
}
