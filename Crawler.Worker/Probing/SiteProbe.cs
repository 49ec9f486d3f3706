using System.Globalization;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Extraction.Learning;
using Crawler.Fetching;
using Crawler.Pages;

namespace Crawler.Worker.Probing;

/// <summary>
/// Looks at a site nobody has described yet and drafts its definition: finds the search, searches for something, for something else and for nonsense, follows
/// the paging, looks at a few adverts, learns the rules and proves them. About a dozen requests, at the site's pace, with robots.txt obeyed.
/// </summary>
public sealed class SiteProbe(IPageFetcher fetcher, ISiteReader reader, TimeProvider time)
{
    private const int MostQueries = 4;

    /// <summary>A page that long is taken for a full one, next link or not.</summary>
    private const int PlentyOfRows = 40;

    /// <summary>The same for a rendered page, which may show more when it is scrolled.</summary>
    private const int PlentyRendered = 15;

    /// <summary>Examines the site. Never throws for what a site does: why there is no definition is in the answer.</summary>
    /// <param name="request">Which site.</param>
    /// <param name="progress">Told of each step as it is done. Null: nobody listens.</param>
    /// <param name="cancellationToken">Ends the examination between two requests, or within one.</param>
    public async Task<SiteProbeResult> ProbeAsync(SiteProbeRequest request, IProgress<ProbeStep>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var visit = new Visit(fetcher, reader, Draft(request), progress);
        var notes = new ProbeNotes();
        await ReachAsync(visit, request, notes, cancellationToken);
        if (visit.Stop is null && await ProbeAsync(visit, request, notes, cancellationToken) is { } first)
        {
            notes.Results.Add(first);
            notes.Results.AddRange(await PagingFinder.FindAsync(visit, first, notes.Query, cancellationToken));
            await SearchAgainAsync(visit, first, notes, cancellationToken);
            await SearchForNonsenseAsync(visit, first, notes, cancellationToken);
        }

        if (visit.Stop is { } stop)
        {
            return new SiteProbeResult
            {
                Condition = stop.Condition,
                Problem = stop.Problem,
                Steps = visit.Steps,
                Requests = visit.Requests,
                Page = notes.Results.FirstOrDefault()?.Page.Content ?? notes.Entry?.Page.Content,
            };
        }

        notes.Adverts.AddRange(await AdvertSampler.SampleAsync(visit, notes.Rows, cancellationToken));
        if (notes.Adverts.Count > 0)
        {
            notes.Missing = await AdvertSampler.MissingAsync(visit, notes.Adverts[0].Page.Url, cancellationToken);
        }

        Name(visit, request, notes);
        return await ConcludeAsync(visit, request, notes, cancellationToken);
    }

    /// <summary>The id a site gets when nobody names one.</summary>
    public static string IdOf(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return SiteNaming.Id(url);
    }

    private static SiteDefinition Draft(SiteProbeRequest request) => new()
    {
        Id = request.Id ?? SiteNaming.Id(request.Url),
        Name = request.Name ?? request.Url.Authority,
        Home = new Uri(request.Url.GetLeftPart(UriPartial.Authority) + "/"),
        Languages = ["en"],
        Pace = new PacePolicy { Delay = request.Pace },
        Fetch = new FetchPolicy { MaxImages = 4 },
        Search = new SearchDefinition { Url = "/" },
    };

    /// <summary>Fetches the page that was named and finds out how the site is searched.</summary>
    private static async Task ReachAsync(Visit visit, SiteProbeRequest request, ProbeNotes notes, CancellationToken cancellationToken)
    {
        var entry = await visit.SearchAsync(new FetchRequest { Url = request.Url, Kind = PageKind.Search }, cancellationToken);
        notes.Entry = entry;
        if (entry.Page is not { Content: { } content, Page: { } page } || entry.Page.Kind != OutcomeKind.Ok)
        {
            visit.Fail(
                "page",
                SiteConditions.Of(entry.Page.Kind),
                $"{request.Url} could not be read: {OutcomeMeaning.InWords(entry.Page.Kind)}{(entry.Page.Detail is { } detail ? $" ({detail})" : "")}");
            return;
        }

        visit.Say("page", string.Create(CultureInfo.InvariantCulture, $"{page.FinalUrl} answers {page.Status} ({page.Tier.ToString().ToLowerInvariant()}, {page.Text.Length / 1024} kB, {entry.Reading.Rows.Count} rows)"));
        var (language, country) = SiteNaming.Locale(content);
        visit.Draft = visit.Draft with { Languages = [language ?? "en"], Country = country };
        notes.SaidLanguage = language;
        notes.Ways.AddRange(SearchFinder.Find(content, request.Url, request.Query));
        if (notes.Ways.Count > 0)
        {
            visit.Say("search", $"{notes.Ways[0].From}: {notes.Ways[0].Url}");
        }
        else if (IsBarred(entry.State))
        {
            visit.Fail("search", SiteConditions.Of(entry.State), $"{OutcomeMeaning.InWords(entry.State)} ({entry.Why})");
        }
        else
        {
            visit.Fail("search", SiteCondition.Drifted, "neither a search form nor a query in the address was found: name the address of a page of search results, and what it searches for with --query");
        }
    }

    /// <summary>Searches for something that should find much. Null: no way of searching gave rows; the visit says why.</summary>
    private static async Task<SearchVisit?> ProbeAsync(Visit visit, SiteProbeRequest request, ProbeNotes notes, CancellationToken cancellationToken)
    {
        SearchVisit? last = null;
        foreach (var way in notes.Ways.Take(2))
        {
            visit.Draft = visit.Draft with { Search = new SearchDefinition { Url = way.Url, Post = way.Post } };
            SearchVisit? best = null;
            foreach (string query in Queries(request, way, notes, visit.Draft.Languages[0]).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostQueries))
            {
                last = await ProbeAsync(visit, query, cancellationToken);
                if (last.State == OutcomeKind.Ok && (best is null || last.Reading.Rows.Count > best.Reading.Rows.Count || last.Reading.NextPage is not null))
                {
                    (best, notes.Query) = (last, query);
                }

                if (!IsAnswer(last.State))
                {
                    visit.Fail("probe", SiteConditions.Of(last.State), $"a search for '{query}': {OutcomeMeaning.InWords(last.State)} ({last.Why})");
                    return null;
                }

                if (best is not null && (best.Reading.NextPage is not null || best.Reading.Rows.Count >= PlentyOfRows || (best.Page.Page!.Tier == FetchTier.Browser && best.Reading.Rows.Count >= PlentyRendered)))
                {
                    break;
                }
            }

            if (best is not null)
            {
                return best;
            }
        }

        visit.Fail(
            "probe",
            SiteConditions.Of(last!.State),
            $"no search gave rows; the last: {OutcomeMeaning.InWords(last.State)} Name something that the site surely has with --query");
        return null;
    }

    private static async Task<SearchVisit> ProbeAsync(Visit visit, string query, CancellationToken cancellationToken)
    {
        var probe = await SearchAsync(visit, query, cancellationToken);
        if (probe.State is OutcomeKind.Drifted && probe.Page is { Page.Tier: FetchTier.Http, Content: { } content }
            && !content.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            probe = await WithBrowserAsync(visit, probe, query, cancellationToken);
        }

        if (!IsAnswer(probe.State))
        {
            return probe;
        }

        visit.Say(
            "probe",
            probe.State == OutcomeKind.Ok
                ? string.Create(CultureInfo.InvariantCulture, $"'{query}' gives {probe.Reading.Rows.Count} rows ({probe.Page.Page!.Tier.ToString().ToLowerInvariant()}), {probe.Reading.Rows.Count(r => r.Price is not null)} with a price, {probe.Reading.Rows.Count(r => r.Sponsored)} paid for{(probe.Reading.NextPage is null ? "" : "; there are more pages")}")
                : $"'{query}': {OutcomeMeaning.InWords(probe.State)} ({probe.Why})",
            probe.State == OutcomeKind.Ok ? StepResult.Found : StepResult.NotFound);
        return probe;
    }

    private static IEnumerable<string> Queries(SiteProbeRequest request, SearchWay way, ProbeNotes notes, string language) =>
        request.Query is { } asked ? [asked, .. QueryWords.Everyday(language)]
        : way.Query is { } found ? [found, .. QueryWords.Everyday(language), .. QueryWords.Broad(notes.Entry!.Reading.Rows, language)]
        : [.. SearchFinder.LinkedQueries(notes.Entry!.Page.Content!, way).Take(1), .. QueryWords.Everyday(language), .. QueryWords.Broad(notes.Entry.Reading.Rows, language)];

    /// <summary>The page shows nothing that can be read: perhaps scripts fill it.</summary>
    private static async Task<SearchVisit> WithBrowserAsync(Visit visit, SearchVisit plain, string query, CancellationToken cancellationToken)
    {
        var before = visit.Draft;
        visit.Draft = before with { Fetch = before.Fetch with { Mode = FetchMode.Browser } };
        var rendered = await SearchAsync(visit, query, cancellationToken);
        if (rendered.State == OutcomeKind.Ok)
        {
            visit.Say("browser", "over HTTP the page has no rows; rendered it has");
            return rendered;
        }

        visit.Draft = before;
        return IsBarred(rendered.State) ? rendered : plain;
    }

    /// <summary>Another word must give another page, or the search does not search.</summary>
    private static async Task SearchAgainAsync(Visit visit, SearchVisit first, ProbeNotes notes, CancellationToken cancellationToken)
    {
        if (QueryWords.Narrow(first.Reading.Rows, notes.Query) is not { } word)
        {
            visit.Say("second query", "the titles hold no word to tell searches apart by", StepResult.NotFound);
            return;
        }

        var second = await SearchAsync(visit, word, cancellationToken);
        if (second.State == OutcomeKind.Ok)
        {
            notes.Results.Add(second);
            int hits = second.Reading.Rows.Count(r => r.Title?.Contains(word, StringComparison.OrdinalIgnoreCase) == true || r.Snippet?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
            bool same = second.Keys.Count == first.Keys.Count && second.Keys.SequenceEqual(first.Keys, StringComparer.Ordinal);
            visit.Say("second query", string.Create(CultureInfo.InvariantCulture, $"'{word}' gives {second.Reading.Rows.Count} rows, {hits} of them name it{(same ? "; they are the same rows as for '" + notes.Query + "'" : "")}"), same ? StepResult.NotFound : StepResult.Found);
            notes.SearchIgnored = same;
        }
        else
        {
            visit.Say("second query", $"'{word}': {OutcomeMeaning.InWords(second.State)} ({second.Why})", StepResult.NotFound);
        }
    }

    /// <summary>What the site says when it has nothing.</summary>
    private static async Task SearchForNonsenseAsync(Visit visit, SearchVisit first, ProbeNotes notes, CancellationToken cancellationToken)
    {
        var nothing = await SearchAsync(visit, QueryWords.Nonsense, cancellationToken);
        if (nothing.State == OutcomeKind.Ok
            && (notes.SearchIgnored || nothing.Keys.Intersect(first.Keys, StringComparer.Ordinal).Count() * 2 > first.Keys.Count))
        {
            visit.Fail("nonsense query", SiteCondition.Drifted, $"the search does not search: '{QueryWords.Nonsense}' gives the rows that '{notes.Query}' gives. Name the address of a page of search results, and what it searches for with --query");
            return;
        }

        if (IsBarred(nothing.State))
        {
            visit.Fail("nonsense query", SiteConditions.Of(nothing.State), $"a further search: {OutcomeMeaning.InWords(nothing.State)} ({nothing.Why})");
            return;
        }

        notes.Nothing = nothing;
        var (finding, result) = nothing.State switch
        {
            OutcomeKind.Empty => ($"the site says that it found nothing ({nothing.Why})", StepResult.Found),
            OutcomeKind.Ok => (string.Create(CultureInfo.InvariantCulture, $"the site shows {nothing.Reading.Rows.Count} other rows for it: suggestions, by the look of it"), StepResult.NotFound),
            _ => ($"a page without rows, which does not say so in words that are known ({nothing.Why})", StepResult.NotFound),
        };
        visit.Say("nonsense query", finding, result);
    }

    private static Task<SearchVisit> SearchAsync(Visit visit, string query, CancellationToken cancellationToken) =>
        visit.SearchAsync(SearchRequest.Of(visit.Draft, new SearchTarget { Query = query, Page = 1 }), cancellationToken);

    private static void Name(Visit visit, SiteProbeRequest request, ProbeNotes notes)
    {
        var contents = notes.Results.Take(1).Select(r => r.Page.Content).Concat([notes.Nothing?.Page.Content])
            .Concat(notes.Adverts.Take(1).Select(a => a.Page.Content)).OfType<PageContent>();
        string language = notes.SaidLanguage ?? QueryWords.Language(notes.Rows) ?? "en";
        string? spoken = QueryWords.Language(notes.Rows);
        visit.Draft = visit.Draft with
        {
            Name = request.Name ?? SiteNaming.Name(contents, visit.Draft.Home),
            Languages = spoken is null || spoken == language ? [language] : [language, spoken],
            Kind = SiteNaming.Kind(visit.Draft.Home, notes.Rows.Select(r => r.Url).OfType<string>()),
        };
        visit.Say("identity", $"'{visit.Draft.Name}', id {visit.Draft.Id}, {string.Join(" and ", visit.Draft.Languages)}{(visit.Draft.Country is { } country ? $", {country}" : "")}");
    }

    private async Task<SiteProbeResult> ConcludeAsync(Visit visit, SiteProbeRequest request, ProbeNotes notes, CancellationToken cancellationToken)
    {
        var pages = notes.Pages();
        var learned = new WrapperLearner(time).Learn(visit.Draft with { States = Markers(visit, notes) }, pages);
        visit.Say("rules", string.Create(CultureInfo.InvariantCulture, $"{learned.Parts.Count(p => p.Rules.Count > 0)} of {learned.Parts.Count} parts read by a rule, the others by the generic readers"));
        var definition = learned.Definition with
        {
            Verified = true,
            VerifiedNote = string.Create(CultureInfo.InvariantCulture, $"learned and read again by the site probe: row F1 {learned.RowF1:0.###} over {learned.SearchPages} result pages, {learned.DetailPages} adverts; no person has looked at it yet"),
            Learned = new LearnedFrom
            {
                At = time.GetUtcNow(), From = [.. pages.Select(p => p.Content.Url.AbsoluteUri).Distinct(StringComparer.Ordinal)], RowsSeen = learned.RowsSeen,
            },
            Health = Floors(notes, learned),
        };
        visit.Say(
            "proof",
            string.Create(
                CultureInfo.InvariantCulture,
                $"read again by the definition: row F1 {learned.RowF1:0.###} over {learned.RowsSeen} rows on {learned.SearchPages} pages"),
            learned.RowF1 >= 0.95 ? StepResult.Found : StepResult.NotFound);
        var first = notes.Results[0].Page;
        return new SiteProbeResult
        {
            Condition = SiteCondition.Healthy,
            Definition = definition,
            Learned = learned,
            Rows = reader.ReadSearch(definition, first.Content!).Rows,
            Page = first.Content,
            Screenshot = request.Screenshot ? await PictureAsync(visit, first, cancellationToken) : null,
            Pages = pages,
            Steps = visit.Steps,
            Requests = visit.Requests,
        };
    }

    private static async Task<ReadOnlyMemory<byte>?> PictureAsync(Visit visit, VisitedPage page, CancellationToken cancellationToken)
    {
        visit.Draft = visit.Draft with { Fetch = visit.Draft.Fetch with { Mode = FetchMode.Browser } };
        var shot = await visit.FetchAsync(new FetchRequest { Url = page.Page!.FinalUrl, Kind = PageKind.Search, Screenshot = true }, cancellationToken);
        return shot.Page?.Screenshot;
    }

    /// <summary>The site's own marks of a page without results, and of an advert that is gone.</summary>
    private static PageStates Markers(Visit visit, ProbeNotes notes)
    {
        var sound = notes.Results.Select(r => r.Page.Content!).Concat(notes.Adverts.Select(a => a.Page.Content!)).ToList();
        string? empty = notes.Nothing?.Page.Content is { } nothing ? MarkerLearner.Find([nothing], sound) : null;
        bool shown = notes.Missing is { Page: { Kind: OutcomeKind.Ok, Content: not null } };
        string? missing = shown ? MarkerLearner.Find([notes.Missing!.Page.Content!], sound) : null;
        if (notes.Nothing is not null)
        {
            visit.Say(
                "empty page",
                empty is null ? "no element tells it from the others; the words on it decide" : $"told by '{empty}'",
                empty is null ? StepResult.NotFound : StepResult.Found);
        }

        return new PageStates { Empty = empty is null ? [] : [empty], SoftNotFound = missing is null ? [] : [missing] };
    }

    /// <summary>What the site yielded today, with room for lesser days.</summary>
    private static HealthFloors Floors(ProbeNotes notes, LearnedWrapper learned)
    {
        var rows = notes.Rows;
        double Share(Func<ListingRow, bool> has) => Math.Floor(rows.Count(has) * 0.8 / rows.Count * 20) / 20;
        var fill = new (string Field, double Share)[]
        {
            ("title", Share(r => r.Title is not null)), ("price", Share(r => r.Price is not null)), ("image", Share(r => r.Image is not null)),
        };
        return new HealthFloors
        {
            Probe = notes.Query,
            MinRows = notes.Results.Count > 1 && notes.Results[0].Reading.NextPage is not null ? Math.Max(1, notes.Results[0].Reading.Rows.Count / 2) : null,
            Fill = fill.Where(f => f.Share >= 0.5 && learned.RowsSeen >= 10).ToDictionary(f => f.Field, f => f.Share, StringComparer.Ordinal),
        };
    }

    /// <summary>The site let itself be asked, whatever it said.</summary>
    private static bool IsAnswer(OutcomeKind state) =>
        state is OutcomeKind.Ok or OutcomeKind.Empty or OutcomeKind.Drifted or OutcomeKind.NotFound or OutcomeKind.SoftNotFound;

    private static bool IsBarred(OutcomeKind state) =>
        SiteConditions.Of(state) is SiteCondition.Blocked or SiteCondition.Captcha or SiteCondition.Consent or SiteCondition.Login;
}
