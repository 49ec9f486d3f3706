using System.Collections.Frozen;

namespace Crawler.Extraction.Values;

/// <summary>Months, weekdays, days and units by name in nl, fr, de, en, it, es, pl and pt; accents folded, lower case.</summary>
internal static class DateWords
{
    private static readonly FrozenDictionary<string, int> Months = Build(
        [
            ["januari", "januar", "jaenner", "janner", "january", "janvier", "gennaio", "enero", "styczen", "stycznia", "janeiro", "jan", "janv",
            "gen", "ene", "sty"],
            ["februari", "februar", "february", "fevrier", "febbraio", "febrero", "luty", "lutego", "fevereiro", "feb", "fev", "fevr", "lut"],
            ["maart", "marz", "maerz", "march", "mars", "marzo", "marzec", "marca", "marco", "mrt", "mar", "mrz"],
            ["april", "avril", "aprile", "abril", "kwiecien", "kwietnia", "apr", "avr", "abr", "kwi"],
            ["mei", "mai", "may", "maggio", "mayo", "maj", "maja", "maio", "mag"],
            ["juni", "june", "juin", "giugno", "junio", "czerwiec", "czerwca", "junho", "jun", "giu", "cze"],
            ["juli", "july", "juillet", "luglio", "julio", "lipiec", "lipca", "julho", "jul", "juil", "lug", "lip"],
            ["augustus", "august", "aout", "agosto", "sierpien", "sierpnia", "aug", "ago", "sie"],
            ["september", "septembre", "settembre", "septiembre", "setiembre", "wrzesien", "wrzesnia", "setembro", "sep", "sept", "set", "wrz"],
            ["oktober", "october", "octobre", "ottobre", "octubre", "pazdziernik", "pazdziernika", "outubro", "okt", "oct", "ott", "out", "paz"],
            ["november", "novembre", "noviembre", "listopad", "listopada", "novembro", "nov", "lis"],
            ["december", "dezember", "decembre", "dicembre", "diciembre", "grudzien", "grudnia", "dezembro", "dec", "dez", "dic", "gru"],
        ]);

    private static readonly FrozenDictionary<string, int> Days = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["heute"] = 0, ["vandaag"] = 0, ["aujourd'hui"] = 0, ["today"] = 0, ["oggi"] = 0, ["hoy"] = 0, ["dzisiaj"] = 0, ["dzis"] = 0, ["hoje"] = 0,
        ["gestern"] = 1, ["gisteren"] = 1, ["hier"] = 1, ["yesterday"] = 1, ["ieri"] = 1, ["ayer"] = 1, ["wczoraj"] = 1, ["ontem"] = 1,
        ["vorgestern"] = 2, ["eergisteren"] = 2, ["avant-hier"] = 2, ["anteayer"] = 2, ["przedwczoraj"] = 2, ["anteontem"] = 2, ["l'altro ieri"] = 2,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, DayOfWeek> Weekdays = new Dictionary<string, DayOfWeek>(StringComparer.Ordinal)
    {
        ["montag"] = DayOfWeek.Monday, ["maandag"] = DayOfWeek.Monday, ["lundi"] = DayOfWeek.Monday, ["monday"] = DayOfWeek.Monday,
        ["lunedi"] = DayOfWeek.Monday, ["lunes"] = DayOfWeek.Monday, ["poniedzialek"] = DayOfWeek.Monday,
        ["dienstag"] = DayOfWeek.Tuesday, ["dinsdag"] = DayOfWeek.Tuesday, ["mardi"] = DayOfWeek.Tuesday, ["tuesday"] = DayOfWeek.Tuesday,
        ["martedi"] = DayOfWeek.Tuesday, ["martes"] = DayOfWeek.Tuesday, ["wtorek"] = DayOfWeek.Tuesday,
        ["mittwoch"] = DayOfWeek.Wednesday, ["woensdag"] = DayOfWeek.Wednesday, ["mercredi"] = DayOfWeek.Wednesday, ["wednesday"] = DayOfWeek.Wednesday,
        ["mercoledi"] = DayOfWeek.Wednesday, ["miercoles"] = DayOfWeek.Wednesday, ["sroda"] = DayOfWeek.Wednesday,
        ["donnerstag"] = DayOfWeek.Thursday, ["donderdag"] = DayOfWeek.Thursday, ["jeudi"] = DayOfWeek.Thursday, ["thursday"] = DayOfWeek.Thursday,
        ["giovedi"] = DayOfWeek.Thursday, ["jueves"] = DayOfWeek.Thursday, ["czwartek"] = DayOfWeek.Thursday,
        ["freitag"] = DayOfWeek.Friday, ["vrijdag"] = DayOfWeek.Friday, ["vendredi"] = DayOfWeek.Friday, ["friday"] = DayOfWeek.Friday,
        ["venerdi"] = DayOfWeek.Friday, ["viernes"] = DayOfWeek.Friday, ["piatek"] = DayOfWeek.Friday,
        ["samstag"] = DayOfWeek.Saturday, ["sonnabend"] = DayOfWeek.Saturday, ["zaterdag"] = DayOfWeek.Saturday, ["samedi"] = DayOfWeek.Saturday,
        ["saturday"] = DayOfWeek.Saturday, ["sabato"] = DayOfWeek.Saturday, ["sabado"] = DayOfWeek.Saturday, ["sobota"] = DayOfWeek.Saturday,
        ["sonntag"] = DayOfWeek.Sunday, ["zondag"] = DayOfWeek.Sunday, ["dimanche"] = DayOfWeek.Sunday, ["sunday"] = DayOfWeek.Sunday,
        ["domenica"] = DayOfWeek.Sunday, ["domingo"] = DayOfWeek.Sunday, ["niedziela"] = DayOfWeek.Sunday,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Longest first: "minut" must not hide "min", "mois" must not be read as "m".
    private static readonly (string Prefix, TimeSpan Length)[] Units =
    [
        ("sekund", TimeSpan.FromSeconds(1)), ("second", TimeSpan.FromSeconds(1)), ("segund", TimeSpan.FromSeconds(1)), ("sec", TimeSpan.FromSeconds(1)),
        ("sek", TimeSpan.FromSeconds(1)),
        ("min", TimeSpan.FromMinutes(1)),
        ("stund", TimeSpan.FromHours(1)), ("std", TimeSpan.FromHours(1)), ("hour", TimeSpan.FromHours(1)), ("heure", TimeSpan.FromHours(1)),
        ("hora", TimeSpan.FromHours(1)), ("uur", TimeSpan.FromHours(1)), ("uren", TimeSpan.FromHours(1)),
        ("or", TimeSpan.FromHours(1)), ("godz", TimeSpan.FromHours(1)), ("hr", TimeSpan.FromHours(1)),
        ("tag", TimeSpan.FromDays(1)), ("dag", TimeSpan.FromDays(1)), ("jour", TimeSpan.FromDays(1)), ("day", TimeSpan.FromDays(1)),
        ("giorn", TimeSpan.FromDays(1)), ("dia", TimeSpan.FromDays(1)), ("dni", TimeSpan.FromDays(1)), ("dzien", TimeSpan.FromDays(1)),
        ("woche", TimeSpan.FromDays(7)), ("wek", TimeSpan.FromDays(7)), ("week", TimeSpan.FromDays(7)), ("semain", TimeSpan.FromDays(7)),
        ("seman", TimeSpan.FromDays(7)), ("settiman", TimeSpan.FromDays(7)), ("tydzien", TimeSpan.FromDays(7)), ("tygodni", TimeSpan.FromDays(7)),
        ("monat", TimeSpan.FromDays(30)), ("maand", TimeSpan.FromDays(30)), ("mois", TimeSpan.FromDays(30)), ("month", TimeSpan.FromDays(30)),
        ("mes", TimeSpan.FromDays(30)), ("miesia", TimeSpan.FromDays(30)),
        ("jahr", TimeSpan.FromDays(365)), ("jaar", TimeSpan.FromDays(365)), ("jar", TimeSpan.FromDays(365)), ("year", TimeSpan.FromDays(365)),
        ("ann", TimeSpan.FromDays(365)), ("ans", TimeSpan.FromDays(365)), ("an", TimeSpan.FromDays(365)), ("ano", TimeSpan.FromDays(365)),
        ("rok", TimeSpan.FromDays(365)), ("lat", TimeSpan.FromDays(365)),
        ("h", TimeSpan.FromHours(1)), ("d", TimeSpan.FromDays(1)), ("j", TimeSpan.FromDays(1)), ("w", TimeSpan.FromDays(7)), ("y", TimeSpan.FromDays(365)),
        ("m", TimeSpan.FromMinutes(1)), ("s", TimeSpan.FromSeconds(1)),
    ];

    /// <summary>1 to 12; null: not a month.</summary>
    public static int? Month(string word) => Months.TryGetValue(word.TrimEnd('.'), out int month) ? month : null;

    /// <summary>How many days ago the word means; null: not such a word.</summary>
    public static int? DaysAgo(string word) => Days.TryGetValue(word, out int days) ? days : null;

    public static DayOfWeek? Weekday(string word) => Weekdays.TryGetValue(word, out var day) ? day : null;

    /// <summary>The length of a unit of time; null: not one. A month counts 30 days, a year 365.</summary>
    public static TimeSpan? Unit(string word)
    {
        foreach (var (prefix, length) in Units)
        {
            if (prefix.Length == 1 ? word == prefix : word.StartsWith(prefix, StringComparison.Ordinal) && word.Length <= prefix.Length + 6)
            {
                return length;
            }
        }

        return null;
    }

    private static FrozenDictionary<string, int> Build(string[][] months) =>
        months.SelectMany((names, index) => names.Select(name => (name, index))).ToFrozenDictionary(p => p.name, p => p.index + 1, StringComparer.Ordinal);
}
