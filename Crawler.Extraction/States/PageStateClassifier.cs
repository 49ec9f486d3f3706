using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Html;
using Crawler.Extraction.Patterns;

namespace Crawler.Extraction.States;

/// <summary>
/// Says what a page is that yielded no rows, or no advert, by its own evidence: the definition's markers, then challenges, walls and sentences. What nothing
/// explains has drifted; it is never taken for empty.
/// </summary>
internal static class PageStateClassifier
{
    /// <summary>The definition's markers that stand above whatever was read. Null: none.</summary>
    public static PageVerdict? ByDefinition(SiteDefinition? site, HtmlPage page, bool detail) => site is null
        ? null
        : DefinitionStates.Of(site.States, page, detail);

    /// <summary>A search page without rows.</summary>
    /// <param name="site">Null: no definition.</param>
    /// <param name="page">The page.</param>
    /// <param name="regions">Its regions.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="drift">What to say when nothing explains it.</param>
    public static PageVerdict WithoutRows(SiteDefinition? site, HtmlPage page, Regions regions, int status, string drift)
    {
        if (site is not null && DefinitionStates.Empty(site.States, page) is { } marked)
        {
            return marked;
        }

        return Unreadable(page) ?? Challenges.Of(page, status) ?? Said(Sentences.Empty(page, regions), OutcomeKind.Empty) ?? Walls.Of(page)
            ?? Said(Sentences.NotFound(page, regions), OutcomeKind.SoftNotFound) ?? new PageVerdict(OutcomeKind.Drifted, drift);
    }

    /// <summary>A page without an advert's title or text.</summary>
    public static PageVerdict WithoutAdvert(HtmlPage page, Regions regions, int status) =>
        Unreadable(page) ?? Challenges.Of(page, status) ?? Said(Sentences.Gone(page, regions), OutcomeKind.Gone) ?? Walls.Of(page)
        ?? Said(Sentences.NotFound(page, regions), OutcomeKind.SoftNotFound) ?? new PageVerdict(OutcomeKind.Drifted, "neither a title nor a text was found");

    /// <summary>
    /// A page that looks like an advert, but lacks its price or its text: it may be the notice that the advert is gone, a wall or a challenge.
    /// </summary>
    public static PageVerdict? Doubtful(HtmlPage page, Regions regions, int status) =>
        (page.AllText.Length < 4000 ? Challenges.Of(page, status) : null)
        ?? Said(Sentences.Gone(page, regions), OutcomeKind.Gone)
        ?? (page.AllText.Length < 6000 ? Said(Sentences.NotFound(page, regions), OutcomeKind.SoftNotFound) ?? Walls.Of(page) : null);

    /// <summary>A page with weak rows (links without prices or pictures): it may be a wall, a challenge or an empty page with some navigation.</summary>
    public static PageVerdict? DoubtfulRows(SiteDefinition? site, HtmlPage page, Regions regions, int status) =>
        (site is null ? null : DefinitionStates.Empty(site.States, page))
        ?? (page.AllText.Length < 4000 ? Challenges.Of(page, status) ?? Walls.Of(page) : null)
        ?? Said(Sentences.Empty(page, regions), OutcomeKind.Empty)
        ?? (page.AllText.Length < 4000 ? Said(Sentences.NotFound(page, regions), OutcomeKind.SoftNotFound) : null);

    private static PageVerdict? Unreadable(HtmlPage page) =>
        page.AllText.Length == 0 && page.Tree.Count < 4 && page.Document.Scripts.Length == 0
            ? new PageVerdict(OutcomeKind.Unreadable, "the page is blank")
            : page.AllText.Length > 200 && page.AllText.Count(c => c is '\ufffd' or '\0') * 10 > page.AllText.Length
                ? new PageVerdict(OutcomeKind.Unreadable, "the page is not text")
                : null;

    private static PageVerdict? Said(string? words, OutcomeKind kind) => words is null ? null : new PageVerdict(kind, $"the words '{words}'");
}
