namespace Crawler.TrainingGround.World;

/// <summary>
/// Telephone numbers that can reach nobody: Ofcom's numbers for drama (07700 900000-900999), ARCEP's for fiction (06 39 98 xx xx) and the
/// Bundesnetzagentur's "Drama Numbers" (Berlin 030 23125 xxx and four other cities). No such range is known for the Netherlands and Belgium, so Dutch
/// writers use foreign ones.
/// </summary>
internal static class Phones
{
    private static readonly string[] GermanCities = ["30 23125", "69 90009", "40 66969", "221 4710", "89 99998"];

    /// <summary>The n-th number for a speaker of the language, in international form: <c>+44 7700 900123</c>.</summary>
    public static string Make(string language, int n)
    {
        var country = language == "nl" ? (n % 3) switch { 0 => "fr", 1 => "de", _ => "en" } : language;
        return country switch
        {
            "fr" => FormattableString.Invariant($"+33 6 39 98 {n / 100 % 100:00} {n % 100:00}"),
            "de" => FormattableString.Invariant($"+49 {GermanCities[n / 7 % 5]} {n * 37 % 1000:000}"),
            _ => FormattableString.Invariant($"+44 7700 900{n * 7 % 1000:000}"),
        };
    }

    /// <summary>The same number as one of the ways people write it.</summary>
    public static string Print(string phone, SeededRandom random)
    {
        var groups = phone.Split(' ');
        var national = "0" + string.Join(' ', groups.Skip(1));
        return random.Int(0, 5) switch
        {
            0 => phone,
            1 => phone.Replace(" ", "", StringComparison.Ordinal),
            2 => national.Replace(' ', '.'),
            3 => national.Replace(" ", "", StringComparison.Ordinal),
            4 => "00" + phone[1..],
            _ => national,
        };
    }

    /// <summary>The number spelled out digit by digit.</summary>
    public static string InWords(string phone, string language)
    {
        string[] digits = language switch
        {
            "nl" => ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"],
            "fr" => ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
            "de" => ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
            _ => ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
        };
        return string.Join(' ', phone.Where(char.IsAsciiDigit).Select(d => digits[d - '0']));
    }

    /// <summary>An e-mail address spelled out.</summary>
    public static string MailInWords(string mail, string language)
    {
        var (at, dot) = language switch
        {
            "nl" => ("apenstaartje", "punt"),
            "fr" => ("arobase", "point"),
            "de" => ("klammeraffe", "punkt"),
            _ => ("at", "dot"),
        };
        return mail.Replace("@", $" {at} ", StringComparison.Ordinal).Replace(".", $" {dot} ", StringComparison.Ordinal);
    }
}
