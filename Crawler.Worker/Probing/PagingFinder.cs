using System.Globalization;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching;
using Crawler.Pages;
using Crawler.Sites.Requests;

namespace Crawler.Worker.Probing;

/// <summary>Works out how a search goes on: by the page's own link, by a number in the address, by scrolling.</summary>
internal static class PagingFinder
{
    private const string Name = "paging";
    private const int FullPage = 10;
    private const int Scrolls = 20;

    /// <summary>Pages after the first, for learning; the visit's draft knows the paging afterwards.</summary>
    public static async Task<IReadOnlyList<SearchVisit>> FindAsync(Visit visit, SearchVisit first, string query, CancellationToken cancellationToken)
    {
        if (first.Reading.NextPage is { } next)
        {
            return await ByLinkAsync(visit, first, next, cancellationToken);
        }

        if (first.Page.Page?.Tier == FetchTier.Browser && await ByScrollingAsync(visit, first, query, cancellationToken) is { } scrolled)
        {
            return [scrolled];
        }

        if (SearchUrl.CountsPages(visit.Draft) && first.Keys.Count >= FullPage)
        {
            return await ByNumberAsync(visit, first, query, visit.Draft.Search, cancellationToken);
        }

        if (first.Keys.Count >= FullPage && visit.Draft.Search.Post is null)
        {
            foreach (string guess in first.Page.Content!.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase) ? ["offset={offset}", "page={page}"] : (string[])["page={page}"])
            {
                var search = visit.Draft.Search with
                {
                    Url = visit.Draft.Search.Url + (visit.Draft.Search.Url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + guess,
                    PageSize = first.Keys.Count,
                };
                if (await ByNumberAsync(visit, first, query, search, cancellationToken) is { Count: > 0 } more)
                {
                    return more;
                }
            }
        }

        visit.Say(
            Name,
            "the page names no next one, and counting shows nothing new: a search is read as one page, unless a page names a next one",
            StepResult.NotFound);
        return [];
    }

    private static async Task<IReadOnlyList<SearchVisit>> ByLinkAsync(Visit visit, SearchVisit first, Uri next, CancellationToken cancellationToken)
    {
        var second = await visit.SearchAsync(new FetchRequest { Url = next, Kind = PageKind.Search }, cancellationToken);
        if (second.State is not OutcomeKind.Ok || !IsAnother(first, second))
        {
            SetPaging(visit, visit.Draft.Search with { Paging = Paging.None });
            visit.Say(Name, $"the page names {next.PathAndQuery} as the next one, but it shows nothing else ({second.Why})", StepResult.NotFound);
            return [];
        }

        SetPaging(visit, visit.Draft.Search with { Paging = Paging.Link, Url = WithoutPages(visit.Draft.Search.Url) });
        visit.Say(Name, $"the next link ({next.PathAndQuery}) leads to {Rows(second)} that are not on the first page");
        var pages = new List<SearchVisit> { second };
        if (second.Reading.NextPage is { } third && third != next)
        {
            var visited = await visit.SearchAsync(new FetchRequest { Url = third, Kind = PageKind.Search }, cancellationToken);
            if (visited.State == OutcomeKind.Ok)
            {
                pages.Add(visited);
            }
        }

        return pages;
    }

    private static async Task<IReadOnlyList<SearchVisit>> ByNumberAsync(
        Visit visit, SearchVisit first, string query, SearchDefinition search, CancellationToken cancellationToken)
    {
        var numbered = search with { PageSize = first.Keys.Count, Paging = Paging.Number };
        var site = visit.Draft with { Search = numbered };
        var second = await visit.SearchAsync(SearchRequest.Of(site, new SearchTarget { Query = query, Page = 2 }), cancellationToken);
        if (second.State is OutcomeKind.Ok or OutcomeKind.Empty && IsAnother(first, second))
        {
            SetPaging(visit, numbered);
            visit.Say(Name, string.Create(CultureInfo.InvariantCulture, $"counting works: page 2 at {second.Page.Url.PathAndQuery} shows {(second.State == OutcomeKind.Empty ? "that there is no more" : Rows(second) + " that are not on the first page")}; {first.Keys.Count} rows a page"));
            return second.State == OutcomeKind.Ok ? [second] : [];
        }

        visit.Say(Name, $"page 2 at {second.Page.Url.PathAndQuery} shows nothing new", StepResult.NotFound);
        return [];
    }

    private static async Task<SearchVisit?> ByScrollingAsync(Visit visit, SearchVisit first, string query, CancellationToken cancellationToken)
    {
        var before = visit.Draft;
        visit.Draft = before with { Fetch = before.Fetch with { Scrolls = Scrolls } };
        var scrolled = await visit.SearchAsync(SearchRequest.Of(visit.Draft, new SearchTarget { Query = query, Page = 1 }), cancellationToken);
        if (scrolled.State == OutcomeKind.Ok && scrolled.Keys.Except(first.Keys, StringComparer.Ordinal).Any())
        {
            SetPaging(visit, visit.Draft.Search with { Paging = Paging.Scroll });
            visit.Say(Name, $"the page grows when it is scrolled: {Rows(scrolled)} instead of {first.Reading.Rows.Count}");
            return scrolled;
        }

        visit.Draft = before;
        return null;
    }

    private static bool IsAnother(SearchVisit first, SearchVisit second) => !second.Keys.Intersect(first.Keys, StringComparer.Ordinal).Any();

    private static string Rows(SearchVisit page) => string.Create(CultureInfo.InvariantCulture, $"{page.Reading.Rows.Count} rows");

    private static void SetPaging(Visit visit, SearchDefinition search) => visit.Draft = visit.Draft with { Search = search };

    /// <summary>The page's own link says where it goes on: the template need not.</summary>
    private static string WithoutPages(string template)
    {
        int query = template.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
        {
            return template;
        }

        string kept = string.Join('&', template[(query + 1)..].Split('&').Where(p => !p.Contains("{page}", StringComparison.Ordinal) && !p.Contains("{offset}", StringComparison.Ordinal)));
        return kept.Length == 0 ? template[..query] : $"{template[..query]}?{kept}";
    }
}
