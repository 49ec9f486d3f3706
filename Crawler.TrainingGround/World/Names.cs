namespace Crawler.TrainingGround.World;

/// <summary>First and last names per language and the makings of handles. Common names, combined at random.</summary>
internal static class Names
{
    public static IReadOnlyList<string> First(string language) => language switch
    {
        "nl" => ["Jan", "Els", "Pieter", "Lotte", "Wim", "Griet", "Bart", "An", "Dirk", "Sofie", "Koen", "Marijke", "Tom", "Ilse", "Jeroen", "Hilde", "Ruben", "Nele"],
        "fr" => ["Luc", "Marie", "Julien", "Chloé", "Pascal", "Sylvie", "Thierry", "Nadia", "Olivier", "Camille", "Yves", "Hélène", "Karim", "Manon", "Bruno", "Aurélie"],
        "de" => ["Jürgen", "Petra", "Lukas", "Heike", "Stefan", "Anja", "Uwe", "Claudia", "Matthias", "Birgit", "Tobias", "Svenja", "Ralf", "Gudrun", "Felix", "Antje"],
        _ =>
            ["Alan", "Susan", "Callum", "Fiona", "Graham", "Priya", "Nigel", "Moira", "Owen", "Tracy", "Declan", "Harriet", "Imran", "Joyce", "Neil", "Rosie"],
    };

    public static IReadOnlyList<string> Last(string language) => language switch
    {
        "nl" => ["Peeters", "Janssens", "de Wit", "Maes", "Vermeer", "Claes", "Bakker", "Goossens", "Smits", "Hermans", "Visser", "Dubois"],
        "fr" => ["Martin", "Bernard", "Lefèvre", "Moreau", "Girard", "Rousseau", "Fontaine", "Lambert", "Mercier", "Blanchard", "Noël", "Perrin"],
        "de" => ["Müller", "Schmidt", "Wagner", "Becker", "Hoffmann", "Krüger", "Vogel", "Brandt", "Lehmann", "Köhler", "Schäfer", "Busch"],
        _ => ["Smith", "Jones", "Taylor", "Hughes", "Campbell", "Patel", "Bennett", "Doyle", "Mason", "Clarke", "Porter", "Reid"],
    };

    public static IReadOnlyList<string> HandleWords(string language) => language switch
    {
        "nl" => ["zolder", "brocante", "curiosa", "dehoek", "oudenieuw", "verzamel", "kabinet", "markt", "koopjes", "marktkraam"],
        "fr" => ["grenier", "brocante", "curios", "trouvailles", "cabinet", "chineur", "malle", "vitrine", "collection", "chezlulu"],
        "de" => ["dachboden", "troedel", "fundgrube", "sammler", "kabinett", "flohmarkt", "vitrine", "altstadt", "raritaet", "kellerfund"],
        _ => ["attic", "curios", "cabinet", "finds", "salvage", "parlour", "oddments", "mews", "emporium", "lantern"],
    };
}
