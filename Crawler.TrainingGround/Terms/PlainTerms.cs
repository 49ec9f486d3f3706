namespace Crawler.TrainingGround.Terms;

/// <summary>
/// The plain names of the goods in four languages. Dictionary words only. The first three topics make the demo watch list
/// (<c>Assets/demo-terms.yaml</c>, which a test keeps equal to this list); the others occur in the world as goods nobody asked for.
/// </summary>
internal static class PlainTerms
{
    public static IReadOnlyList<PlainTerm> All { get; } =
    [
        new("ivory", "nl", "ivoor")
        {
            Demo = true,
            Variants = ["ivoren"],
            Exclude = ["ivoorkleurig", "ivoor kleurig", "kleur ivoor", "ivoor kleur", "ivoor wit", "imitatie ivoor", "namaak ivoor", "plantaardig ivoor", "ivoren toren"],
        },
        new("ivory", "fr", "ivoire")
        {
            Demo = true,
            Variants = ["ivoires"],
            Exclude = ["façon ivoire", "couleur ivoire", "coloris ivoire", "blanc ivoire", "ton ivoire", "imitation ivoire", "simili ivoire", "ivoire végétal", "tour d'ivoire", "tour d’ivoire", "Côte d'Ivoire", "Côte d’Ivoire"],
        },
        new("ivory", "de", "Elfenbein")
        {
            Demo = true,
            Variants = ["Elfenbeinfigur", "Elfenbeinschnitzerei"],
            Exclude = ["elfenbeinfarben", "Farbe Elfenbein", "Elfenbein Optik", "Elfenbein-Optik", "Elfenbein Imitat", "Elfenbein-Imitat", "Elfenbein matt lackiert", "RAL 1014 Elfenbein", "Elfenbeinturm", "Elfenbeinküste"],
        },
        new("ivory", "en", "ivory")
        {
            Demo = true,
            Variants = ["ivories"],
            Exclude = ["ivory coloured", "ivory-coloured", "ivory colored", "ivory colour", "ivory white", "ivory lace", "ivory satin", "ivory tower", "Ivory Coast", "faux ivory", "imitation ivory", "vegetable ivory", "tickle the ivories"],
        },
        new("tortoiseshell", "nl", "schildpad")
        {
            Demo = true,
            Exclude = ["schildpad motief", "schildpad print", "schildpad look", "schildpad knuffel", "knuffel schildpad", "houten schildpad", "imitatie schildpad", "schildpad poes"],
        },
        new("tortoiseshell", "fr", "écaille de tortue")
        {
            Demo = true,
            Variants = ["écailles de tortue"],
            Exclude = ["imitation écaille de tortue", "façon écaille de tortue", "motif écaille de tortue", "effet écaille de tortue", "chatte écaille de tortue"],
        },
        new("tortoiseshell", "de", "Schildpatt")
        {
            Demo = true,
            Variants = ["Schildpattdose"],
            Exclude = ["Schildpatt Optik", "Schildpatt-Optik", "Schildpatt Muster", "Schildpattmuster", "Imitat Schildpatt", "Schildpatt Katze", "Schildpattkatze"],
        },
        new("tortoiseshell", "en", "tortoiseshell")
        {
            Demo = true,
            Variants = ["tortoise shell"],
            Exclude = ["tortoiseshell cat", "tortoiseshell kitten", "tortoiseshell effect", "tortoiseshell pattern", "tortoiseshell print", "tortoiseshell acetate", "tortoiseshell butterfly", "faux tortoiseshell", "imitation tortoiseshell"],
        },
        new("medicines", "nl", "zonder recept")
        {
            Demo = true,
            Variants = ["zonder voorschrift"],
            Exclude = ["niet zonder recept", "nooit zonder recept", "koken zonder recept", "zonder recept koken", "bakken zonder recept"],
        },
        new("medicines", "fr", "sans ordonnance")
        {
            Demo = true,
            Variants = ["sans aucune ordonnance"],
            Exclude = ["pas sans ordonnance", "jamais sans ordonnance", "lunettes sans ordonnance", "loupe sans ordonnance"],
        },
        new("medicines", "de", "ohne Rezept")
        {
            Demo = true,
            Variants = ["ohne ärztliches Rezept"],
            Exclude = ["nicht ohne Rezept", "nie ohne Rezept", "kochen ohne Rezept", "backen ohne Rezept", "ohne Rezept kochen", "ohne Rezept backen"],
        },
        new("medicines", "en", "without prescription")
        {
            Demo = true,
            Variants = ["without a prescription"],
            Exclude = ["not without prescription", "never without prescription", "glasses without prescription", "frames without prescription", "goggles without prescription"],
        },
        new("rhino", "nl", "neushoornhoorn"),
        new("rhino", "fr", "corne de rhinocéros"),
        new("rhino", "de", "Nashorn-Horn"),
        new("rhino", "en", "rhino horn"),
        new("pangolin", "nl", "schubdier"),
        new("pangolin", "fr", "pangolin"),
        new("pangolin", "de", "Schuppentier"),
        new("pangolin", "en", "pangolin"),
    ];

    /// <summary>The terms of the demo watch list.</summary>
    public static IReadOnlyList<PlainTerm> Demo { get; } = [.. All.Where(t => t.Demo)];
}
