using System.Text.RegularExpressions;

namespace Crawler.Worker.Probing;

/// <summary>What sites call the query, the page number and the offset, in forms and in addresses.</summary>
internal static partial class QueryNames
{
    public static bool IsQuery(string name) => Query().IsMatch(name);

    public static bool IsPage(string name) => Page().IsMatch(name);

    public static bool IsOffset(string name) => Offset().IsMatch(name);

    public static bool IsSize(string name) => Size().IsMatch(name);

    /// <summary>Words that an address or a form of a search holds.</summary>
    public static bool SaysSearch(string text) => Words().IsMatch(text);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"^(?:\w+[\[._-])?(?:q|qs|qry|s|k|kw|w|st|sq|query|queries|search|search_?(?:text|term|query|word|string|phrase|key|for)s?|searchfor|keywords?|key_?words?|term|text|what|words?|phrase|_nkw|ssearch|suche?|suchbegriff|suchwort|begriff|stichwort|zoek|zoekterm|zoekwoord|zoeken|trefwoord|recherche|mot_?cles?|mots?|texte|ricerca|cerca|parola|testo|buscar?|busqueda|palabras?|texto|szukaj|fraza|pesquisa|procura|sok|hledat|kereses|field-keywords)\]?$",
        Options,
        1000)]
    private static partial Regex Query();

    [GeneratedRegex(@"^(?:page|p|pg|pn|pageno|page_?num(?:ber)?|page_?index|paged|seite|pagina|pag|strona|sida|o|currentpage|cp|_pgn)$", Options, 1000)]
    private static partial Regex Page();

    [GeneratedRegex(@"^(?:offset|start|from|skip|first|begin|startindex|start_?row|s|o|after|pos)$", Options, 1000)]
    private static partial Regex Offset();

    [GeneratedRegex(@"^(?:limit|size|per_?page|page_?size|count|rows|rpp|ipp|num|n|max|itemsperpage|hitsperpage)$", Options, 1000)]
    private static partial Regex Size();

    [GeneratedRegex(@"search|such|zoek|recherch|cerca|ricerc|busca|busqued|szukaj|pesquis|procur|find|sök|søk|hledat|keres", Options, 1000)]
    private static partial Regex Words();
}
