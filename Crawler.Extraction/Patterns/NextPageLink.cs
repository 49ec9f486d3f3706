using System.Globalization;
using System.Text.RegularExpressions;
using Crawler.Extraction.Html;
using Crawler.Pages.Addresses;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Patterns;

/// <summary>Where a list goes on: rel=next, a link that says "next", or the number after the current one.</summary>
internal static partial class NextPageLink
{
    /// <summary>Absolute, and the tier that found it. Null: the page names none.</summary>
    public static (Uri Url, string Tier)? Find(HtmlPage page)
    {
        try
        {
            // What a person would click comes first; a link element in the head may name another form of the same page.
            return Declared(page, "a[rel~=next i][href]") is { } marked ? (marked, Tiers.Meta)
                : BySequence(page) is { } numbered ? (numbered, Tiers.Pattern)
                : ByWord(page, NextPageWeights.Certain) is { } certain ? (certain, Tiers.Pattern)
                : Declared(page, "link[rel~=next i][href]") is { } declared ? (declared, Tiers.Meta)
                : ByWord(page, NextPageWeights.Likely) is { } worded ? (worded, Tiers.Pattern)
                : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static Uri? Declared(HtmlPage page, string selector)
    {
        foreach (var element in page.Document.QuerySelectorAll(selector))
        {
            if (Acceptable(page, element.GetAttribute("href")) is { } url)
            {
                return url;
            }
        }

        return null;
    }

    private static Uri? ByWord(HtmlPage page, double least)
    {
        Uri? best = null;
        double bestScore = 0;
        for (int i = 0; i < page.Tree.Count; i++)
        {
            ref var node = ref page.Tree.Nodes[i];
            if (node.Tag != "a" || page.Tree.ShortText(i, 40) is not { } text || IsOff(page.Tree, i))
            {
                continue;
            }

            string label = string.Join(' ', page.Tree.Attribute(i, "aria-label"), page.Tree.Attribute(i, "title"));
            string names = Hints.Names(page.Tree, i, 0, 1);
            double score = (Word().IsMatch(text) ? NextPageWeights.Word : 0)
                + (Symbol().IsMatch(text) ? NextPageWeights.Symbol : 0)
                + (label.Length > 1 && Word().IsMatch(label) ? NextPageWeights.Label : 0)
                + (Name().IsMatch(names) ? NextPageWeights.Named : 0);
            if (score < NextPageWeights.Least)
            {
                continue;
            }

            bool paging = InPaging(page.Tree, i);
            score += paging ? NextPageWeights.InPaging : 0;
            if (score >= least && score > bestScore && Acceptable(page, node.Element.GetAttribute("href")) is { } url && (paging || Resembles(page, url)))
            {
                (best, bestScore) = (url, score);
            }
        }

        return best;
    }

    /// <summary>Among links that are numbered in a row, the one after the current page.</summary>
    private static Uri? BySequence(HtmlPage page)
    {
        var tree = page.Tree;
        var numbers = new Dictionary<int, Dictionary<int, int>>();
        for (int i = 0; i < tree.Count; i++)
        {
            if (tree.Nodes[i].Tag == "a" && !tree.Nodes[i].Hidden && tree.ShortText(i, 5) is { } text && Number(text) is { } number
                && page.Address.Resolve(tree.Attribute(i, "href")) is not null)
            {
                int list = Container(tree, i);
                if (!numbers.TryGetValue(list, out var links))
                {
                    numbers[list] = links = [];
                }

                links.TryAdd(number, i);
            }
        }

        foreach (var (list, links) in numbers.OrderByDescending(n => InPaging(tree, n.Value.Values.First())).ThenByDescending(n => n.Value.Count))
        {
            if (Current(page, list, links) is { } current && links.TryGetValue(current + 1, out int next)
                && Acceptable(page, tree.Attribute(next, "href")) is { } url
                    && (InPaging(tree, next) || (PageInAddress().IsMatch(url.PathAndQuery) && Resembles(page, url)) || Skeleton(url) == Skeleton(page.Url)))
            {
                return url;
            }
        }

        return null;
    }

    private static int? Current(HtmlPage page, int list, Dictionary<int, int> links)
    {
        var tree = page.Tree;
        string self = PageAddress.Canonical(page.Url);
        int? unlinked = null;
        for (int i = list; i < tree.Nodes[list].End; i++)
        {
            if (!tree.Nodes[i].OwnText || tree.ShortText(i, 5) is not { } text || Number(text) is not { } number)
            {
                continue;
            }

            bool marked = tree.Attribute(i, "aria-current") is { Length: > 0 } and not "false" || Array.Exists(tree.Nodes[i].Classes, IsCurrentName)
                || (tree.Nodes[i].Parent > list && Array.Exists(tree.Nodes[tree.Nodes[i].Parent].Classes, IsCurrentName));
            bool linked = tree.Nodes[i].Tag == "a" || tree.Nodes[tree.Nodes[i].Parent].Tag == "a";
            if (marked || (linked && page.Address.Canonical(tree.Attribute(i, "href")) == self))
            {
                return number;
            }

            unlinked = linked ? unlinked : unlinked ?? number;
        }

        return unlinked ?? (links.ContainsKey(2) && !links.ContainsKey(1) ? 1 : null);
    }

    private static int Container(PageTree tree, int link)
    {
        int at = tree.Nodes[link].Parent;
        for (int steps = 0; steps < 3 && at > 0; steps++)
        {
            if (tree.Nodes[at].Tag is "ul" or "ol" or "nav" or "tr" || tree.Children(at).Take(3).Count() > 2)
            {
                return at;
            }

            at = tree.Nodes[at].Parent;
        }

        return Math.Max(at, 0);
    }

    private static bool InPaging(PageTree tree, int index)
    {
        int steps = 0;
        foreach (int ancestor in tree.Ancestors(index))
        {
            if (steps++ > 5)
            {
                break;
            }

            if (Paging().IsMatch(Hints.Names(tree, ancestor, 0, 0)) || Paging().IsMatch(tree.Attribute(ancestor, "aria-label") ?? ""))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The address continues the page's own: same path, or one grows out of the other, or it holds a page number.</summary>
    private static bool Resembles(HtmlPage page, Uri url) =>
        url.AbsolutePath == page.Url.AbsolutePath
        || (page.Url.AbsolutePath.Length > 1 && url.AbsolutePath.StartsWith(page.Url.AbsolutePath.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
        || PageInAddress().IsMatch(url.PathAndQuery);

    /// <summary>The address with its numbers left out: pages of one list share it.</summary>
    private static string Skeleton(Uri url) => Numbers().Replace(url.PathAndQuery, "0");

    private static Uri? Acceptable(HtmlPage page, string? href) =>
        page.Address.Resolve(href) is { } url && PageAddress.SameSite(url, page.Url) && WithoutFragment(url) != WithoutFragment(page.Url)
            ? new Uri(WithoutFragment(url))
            : null;

    private static string WithoutFragment(Uri url) => url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);

    private static bool IsOff(PageTree tree, int index) =>
        tree.Nodes[index].Hidden || tree.Attribute(index, "aria-disabled") == "true"
            || Array.Exists(tree.Nodes[index].Classes, c => c.Contains("disabled", StringComparison.OrdinalIgnoreCase));

    private static bool IsCurrentName(string name) => Now().IsMatch(name);

    private static int? Number(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number is > 0 and < 10_000 ? number : null;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"^\W*(?:next|next \d+(?: \p{L}+)?|next (?:results|items|ads|listings|postings|posts)|go to next page|load more(?: \p{L}+)?"
        + @"|show more(?: \p{L}+)?|view more(?: \p{L}+)?|see more(?: \p{L}+)?|more (?:results|items|ads|listings)|older(?: posts)?"
        + @"|n(?:ä|ae)chste[rsn]?(?: seite)?|weiter|weitere(?: \p{L}+)?|vor(?:wärts)?|mehr (?:laden|anzeigen|artikel|ergebnisse|anzeigen laden)"
        + @"|volgende(?: pagina)?|verder|meer (?:laden|tonen|resultaten|weergeven)|toon meer|laad meer"
        + @"|(?:la )?(?:page )?suivante?s?|plus de (?:résultats|produits|annonces)|voir plus|(?:afficher|charger|voir) (?:plus"
        + @"|la suite)(?: de? ?\p{L}+)?|(?:página )?siguientes?|(?:cargar|ver|mostrar) más(?: \p{L}+)?|más (?:resultados|anuncios)"
        + @"|(?:pagina )?successiv[aoi]|avanti|prossim[ao](?: pagina)?|(?:carica|mostra|vedi) (?:altr[io]|di più|altro)(?: \p{L}+)?"
        + @"|(?:página )?(?:próxim[ao]|seguinte)s?(?: página)?|(?:carregar|ver|mostrar) mais(?: \p{L}+)?|(?:następn[ay]|kolejna)(?: strona)?|dalej"
        + @"|(?:pokaż|załaduj|zobacz|wczytaj) więcej|(?:další|následující)(?: \p{L}+)?|(?:načíst|zobrazit) další(?: \p{L}+)?|(?:ďalšia|ďalej"
        + @"|nasledujúca)(?: strana)?|načítať ďalšie"
        + @"|nästa(?: sida)?|(?:visa|ladda) (?:fler|mer)|neste(?: side)?|næste(?: side)?|(?:vis|se) flere|last inn flere|seuraava(?: sivu)?"
        + @"|lataa lisää|näytä lisää|(?:köv\.?|következő)(?: oldal)?|tovább(?:iak)?(?: \p{L}+)?|(?:pagina )?următoa?rea?|înainte|mai multe"
        + @"|sljedeć[ai](?: stranica)?|naslednja|naprej|следваща|следующая|далее|наступна|επόμενη|sonraki(?: sayfa)?|järgmine|kitas|nākamā)(?: page)?\W*$",
        Options,
        1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\s*(?:>|›|»|→|❯|⟩|▶|►|▸|&gt;|>>)\s*$", Options, 1000)]
    private static partial Regex Symbol();

    [GeneratedRegex(@"(?<![a-z])(?:next|next-page|page-next|nextpage|siguiente|suivant|volgende|weiter|forward)(?![a-z])", Options, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"(?<![a-z])(?:paginat\w*|paging|pagers?|pages|page-?nav(?:igation)?|page-?links?|page-?list|page-?section|page-?bar|page-?numbers?"
            + @"|nav-?links|load-?more|show-?more|seiten\w*|blaettern|paginacion|paginazione|paginacao|paginering|paginierung|stron\w*|strank\w*"
            + @"|stranic\w*|sivut\w*|sider|sidor|lapoz\w*|toolbar)(?![a-z])",
        Options,
        1000)]
    private static partial Regex Paging();

    [GeneratedRegex(@"^(?:.*(?<![a-z]))?(?:active|current|selected|is-active|on|here)(?![a-z]).*$", Options, 1000)]
    private static partial Regex Now();

    [GeneratedRegex(
        @"(?:[?&/;](?:page|p|pg|pn|seite|sida|side|sivu|oldal|pagina|pag|s|o|offset|start|from|skip|paged|pageno|pagenumber|page_?num|strona|strana"
            + @"|stranka|str)[=:/]?-?\d+)|[/_,-](?:page|seite|pagina|strona|strana|sida|side|sivu|oldal|p|o|index)[_:/,=-]?\d+",
        Options,
        1000)]
    private static partial Regex PageInAddress();

    [GeneratedRegex(@"\d+", Options, 1000)]
    private static partial Regex Numbers();
}
