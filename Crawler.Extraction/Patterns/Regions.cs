using System.Text.RegularExpressions;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Patterns;

/// <summary>Which part of a page a node stands in.</summary>
internal enum Region
{
    Main,
    Navigation,
    Header,
    Footer,
    Aside,

    /// <summary>"Similar items", "recently viewed".</summary>
    Related,

    /// <summary>Filters and other forms.</summary>
    Form,
    Dialog,
}

/// <summary>Tells navigation, filters and "similar items" from content, by landmark elements, roles and the words of class names and headings.</summary>
internal sealed partial class Regions
{
    private readonly Region[] _regions;

    private Regions(Region[] regions) => _regions = regions;

    public Region this[int index] => _regions[index];

    public static Regions Of(PageTree tree)
    {
        var regions = new Region[tree.Count];
        var byNames = new Dictionary<string, Region>(StringComparer.Ordinal);
        for (int i = 0; i < tree.Count; i++)
        {
            ref var node = ref tree.Nodes[i];
            var inherited = node.Parent < 0 ? Region.Main : regions[node.Parent];
            // What holds half of the page's text is the page, whatever it calls itself.
            bool most = (node.EndChunk - node.FirstChunk) * 2 > tree.Chunks.Length && inherited == Region.Main;
            regions[i] = inherited is Region.Main or Region.Aside && !most ? Own(tree, i, byNames, inherited) : inherited;
        }

        MarkRelatedByHeading(tree, regions);
        return new Regions(regions);
    }

    /// <summary>How much less a group of rows there is likely to be the result list.</summary>
    public double Weight(int index) => _regions[index] switch
    {
        Region.Main => 1,
        Region.Aside => RegionWeights.Aside,
        Region.Form => RegionWeights.Form,
        Region.Dialog => RegionWeights.Dialog,
        Region.Related => RegionWeights.Related,
        _ => RegionWeights.Other,
    };

    /// <summary>
    /// The words say "popular", "new", "for you": what a page offers of itself. Only of weight where the page also says that it found nothing.
    /// </summary>
    public static bool SaysSuggestion(string heading) => heading.Length is > 2 and <= 90
        && (SuggestionWords().IsMatch(FoldSafe(heading)) || SaysRelated(heading));

    /// <summary>The words say "similar items", "recently viewed" and the like.</summary>
    public static bool SaysRelated(string heading) => heading.Length is > 3 and <= 90 && RelatedWords().IsMatch(FoldSafe(heading));

    private static Region Own(PageTree tree, int index, Dictionary<string, Region> byNames, Region inherited)
    {
        ref var node = ref tree.Nodes[index];
        switch (node.Tag)
        {
            case "nav":
                return Region.Navigation;
            case "header" when node.Depth <= 6 && !tree.Ancestors(index).Any(a => tree.Nodes[a].Tag is "article" or "main" or "li" or "section"):
                return Region.Header;
            case "footer" when !tree.Ancestors(index).Any(a => tree.Nodes[a].Tag is "article" or "li"):
                return Region.Footer;
            case "aside":
                return Region.Aside;
            case "dialog":
                return Region.Dialog;
            case "main":
                return Region.Main;
            default:
                break;
        }

        string? role = tree.Attribute(index, "role");
        if (role is not null)
        {
            var byRole = role switch
            {
                "navigation" or "menubar" or "menu" => Region.Navigation,
                "banner" => Region.Header,
                "contentinfo" => Region.Footer,
                "complementary" => Region.Aside,
                "dialog" or "alertdialog" => Region.Dialog,
                _ => Region.Main,
            };
            if (byRole != Region.Main)
            {
                return byRole;
            }
        }

        if (node.Tag is "body" or "html" or "a" or "img" or "span")
        {
            return inherited;
        }

        string names = tree.Names(index);
        if (names.Length <= 1 || names.Length > 300)
        {
            return inherited;
        }

        if (!byNames.TryGetValue(names, out var region))
        {
            byNames[names] = region = ByName(names);
        }

        return region == Region.Main ? inherited : region;
    }

    private static Region ByName(string names)
    {
        try
        {
            return RelatedNames().IsMatch(names) ? Region.Related
                : NavigationNames().IsMatch(names) ? Region.Navigation
                : FooterNames().IsMatch(names) ? Region.Footer
                : FilterNames().IsMatch(names) ? Region.Form
                : DialogNames().IsMatch(names) ? Region.Dialog
                : AsideNames().IsMatch(names) ? Region.Aside
                : Region.Main;
        }
        catch (RegexMatchTimeoutException)
        {
            return Region.Main;
        }
    }

    /// <summary>A heading that says "similar items" makes what follows it within its section related.</summary>
    private static void MarkRelatedByHeading(PageTree tree, Region[] regions)
    {
        for (int i = 0; i < tree.Count; i++)
        {
            ref var node = ref tree.Nodes[i];
            bool heading = node.Tag is "h2" or "h3" or "h4" or "h5" or "h6" or "strong" or "b" or "legend"
                || (node.OwnText && node.Tag is "div" or "p" or "span"
                    && Array.Exists(node.Classes, c => c.Contains("title", StringComparison.OrdinalIgnoreCase)
                        || c.Contains("head", StringComparison.OrdinalIgnoreCase)));
            if (!heading || regions[i] == Region.Related || tree.ShortText(i, 90) is not { } text || !SaysRelated(text))
            {
                continue;
            }

            // Up to where the heading stands for more than itself, then everything after it in that container up to the next heading of its rank.
            int at = i;
            while (tree.Nodes[at].Parent > 0 && tree.Nodes[tree.Nodes[at].Parent].End == tree.Nodes[at].End)
            {
                at = tree.Nodes[at].Parent;
            }

            int container = tree.Nodes[at].Parent;
            int end = container < 0 ? tree.Nodes[at].End : tree.Nodes[container].End;
            for (int j = tree.Nodes[at].End; j < end; j++)
            {
                if (tree.Nodes[j].Tag == node.Tag && tree.Nodes[j].Depth <= node.Depth && node.Tag[0] == 'h')
                {
                    break;
                }

                regions[j] = regions[j] is Region.Main or Region.Aside ? Region.Related : regions[j];
            }
        }
    }

    [GeneratedRegex(
        @"(?<!\p{L})(?:popula\w*|beliebt\w*|trending|discover|entdecke\w*|ontdek\w*|decouvr\w*|descubre|scopri|odkryj|new (?:in|arrivals)"
            + @"|neu(?:heiten)?|nieuw\w*|nouveau\w*|novedades|novita|nowosci|destacad\w*|em alta|for you|fur dich|voor jou|pour vous|para ti|per te"
            + @"|dla ciebie|others|anderen?|instead|stattdessen|top ?\d*|highlights|aanraders|suggest\w*|vorschlage|suggesties)(?!\p{L})",
        Options,
        1000)]
    private static partial Regex SuggestionWords();

    private static string FoldSafe(string text) => Values.FoldedText.Of(text);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"(?<![a-z])(?:nav|navbar|navigation|menu|submenu|megamenu|breadcrumbs?|pagination|pager|paging|sitemap|language-?switch(?:er)?|toolbar"
            + @"|top-?bar|announcement(?:-?bar)?|promo-?bar|utility-?bar|usp-?bar)(?![a-z])",
        Options,
        1000)]
    private static partial Regex NavigationNames();

    [GeneratedRegex(@"(?<![a-z])(?:footer|page-?footer|site-?footer)(?![a-z])", Options, 1000)]
    private static partial Regex FooterNames();

    [GeneratedRegex(@"(?<![a-z])(?:filters?|facets?|refine(?:ment)?s?|layered|search-?form|sort(?:ing|er)?-?(?:bar|by)?)(?![a-z])", Options, 1000)]
    private static partial Regex FilterNames();

    [GeneratedRegex(
        @"(?<![a-z])(?:modal|dialog|popup|overlay|cookie|consent|gdpr|offcanvas|drawer|minicart|mini-?cart|tooltip|dropdown)(?![a-z])",
        Options,
        1000)]
    private static partial Regex DialogNames();

    [GeneratedRegex(@"(?<![a-z])(?:sidebar|side-?bar|aside|left-?col(?:umn)?|right-?col(?:umn)?|col-?left|col-?right|widget)(?![a-z])", Options, 1000)]
    private static partial Regex AsideNames();

    [GeneratedRegex(
        @"(?<![a-z])(?:related|similar|similars|recommend(?:ed|ation|ations)?|upsell|up-sell|crosssell|cross-?sell|also-?(?:like|viewed|bought)"
            + @"|recently-?viewed|last-?seen|viewed-?items|bestsellers?|you-?may)(?![a-z])",
        Options,
        1000)]
    private static partial Regex RelatedNames();

    [GeneratedRegex(
        @"(?<!\p{L})(?:podobn[eya]\w*|souvisejici|nejprodavanejsi|suvisiace|naposledy (?:prohlizen|zobrazen|navstiven)\w*|ostatnio \w+|liknande"
        + @"|relaterade|senast (?:visade|sedda)|andra (?:har )?(?:ocksa|kop)\w*|lignende|relaterede|relaterte|andre (?:kobte|kjopte|har ogsa|sa ogsa)"
        + @"|sidst (?:sete|besogte)|sist (?:sett|besokte)|samankaltais\w*|viimeksi katso\w*|hasonlo|kapcsolodo|legutobb|produse similare"
        + @"|vizualizate recent|slicni|povezani|anderen (?:bekeken|kochten|kauften|suchten)|vaak samen|combineer|haufig zusammen|wird oft"
        + @"|passend dazu|dazu passt|frequently bought|bought together|others also|seen recently|vus? recemment|vistos? recientemente"
        + @"|vistos? recentemente|your recently|tambem|ook bekeken|complete the look|pairs? well|similar|ahnliche|verwandte|vergelijkbare"
        + @"|soortgelijke|gelijkaardige|similaires|simili|similares|semelhantes|podobne|related|recommend\w*|empfehlung\w*|empfohlen\w*|aanbevolen"
        + @"|recommand\w*|consigliat\w*|recomendad\w*|polecane"
        + @"|you (?:may|might) (?:also )?like|das konnte (?:dir|ihnen|sie|dich)|interessieren|ook interessant|misschien ook|vous aimerez"
        + @"|pourrait vous|ti potrebbe|tambien te|quiza te|pode gostar|moze ci sie"
        + @"|recently viewed|zuletzt (?:angesehen|gesehen)|laatst bekeken|recent bekeken|derniers? (?:articles|produits|annonces)? ?(?:vus?"
        + @"|consultes?)|ultimos vistos|visti di recente|ostatnio (?:ogladane|przegladane)"
        + @"|customers also|andere (?:kunden|klanten|bezoekers)|kunden (?:kauften|sahen)|other (?:items|ads|listings)|weitere (?:anzeigen|artikel"
        + @"|angebote)|andere (?:anzeigen|advertenties)|meer van|more from|plus de cet? |autres annonces|altri annunci|otros anuncios|outros anuncios"
        + @"|inne ogloszenia"
        + @"|best ?sellers?|meistverkauft\w*|(?:productos|produtos|articulos|anuncios) relacionados|(?:prodotti|articoli) correlati"
        + @"|potrebb\w* (?:anche )?(?:interessart\w*|piacert\w*)|podria interesar\w*|te puede interesar|quem viu|produits associes)(?!\p{L})",
        Options,
        1000)]
    private static partial Regex RelatedWords();
}
