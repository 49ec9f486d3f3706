using System.Text.RegularExpressions;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Details;
using Crawler.Extraction.Html;
using Crawler.Extraction.Patterns;
using Crawler.Extraction.States;
using Crawler.Extraction.Values;
using Crawler.Pages;
using Crawler.Pages.Html;
using Crawler.Pages.Json;
using Crawler.Pages.Locale;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Crawler.Extraction.Readers;

/// <inheritdoc cref="ISiteReader"/>
public sealed class SiteReader(TimeProvider time, ILogger<SiteReader>? log = null) : ISiteReader
{
    /// <summary>Told of every exception that a page provoked: callers get a reading instead, tests want to know.</summary>
    internal Action<Exception>? Faulted { get; init; }

    public SearchReading ReadSearch(SiteDefinition? site, PageContent page)
    {
        ArgumentNullException.ThrowIfNull(page);
        try
        {
            return SecondLook(() => Search(site, page));
        }
        catch (Exception e) when (IsPageFault(e) || IsOwnFault(e))
        {
            Note(e, page);
            return new SearchReading { State = OutcomeKind.Unreadable, StateDetail = Reason(e), OutOfTime = e is RegexMatchTimeoutException };
        }
    }

    public DetailReading ReadDetail(SiteDefinition? site, PageContent page)
    {
        ArgumentNullException.ThrowIfNull(page);
        try
        {
            return SecondLook(() => Detail(site, page));
        }
        catch (Exception e) when (IsPageFault(e) || IsOwnFault(e))
        {
            Note(e, page);
            return new DetailReading { State = OutcomeKind.Unreadable, StateDetail = Reason(e), OutOfTime = e is RegexMatchTimeoutException };
        }
    }

    /// <summary>
    /// A pattern's time is wall-clock time: it may run out because the machine stood still, not because the page is hostile. Looking once more tells,
    /// without asking the site again.
    /// </summary>
    private static T SecondLook<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RegexMatchTimeoutException)
        {
            return read();
        }
    }

    private static string Reason(Exception e) => e switch
    {
        RegexMatchTimeoutException => "reading the page took too long, twice: the machine is overloaded, or the page is made to be slow",
        _ when IsOwnFault(e) => $"the reader has a fault of its own ({e.GetType().Name}); the log has the place",
        _ => $"the page could not be read ({e.GetType().Name})",
    };

    /// <summary>A page's fault is the page's; a fault of the reader is logged with its stack and counted, so that it is found and mended.</summary>
    private void Note(Exception e, PageContent page)
    {
        Faulted?.Invoke(e);
        if (IsOwnFault(e))
        {
            ReaderMetrics.CountFault(e);
            Log.ReaderBroke(log ?? (ILogger)NullLogger.Instance, e, page.Url);
        }
    }

    private SearchReading Search(SiteDefinition? site, PageContent page)
    {
        var budget = new ReadBudget(ReadBudget.StandardTime);
        if (JsonOf(page, site?.Search.Format) is { } root)
        {
            var answer = JsonSearchReader.Read(site, root, page, Prices(site, page.Url), Dates(site, page.Url), budget);
            return site is null ? answer : answer with { Shape = PageTraits.Of(root).Shape };
        }

        var features = PageFeatures.Of(HtmlPage.Parse(page, site, time.GetUtcNow(), budget));
        var reading = SearchReader.Read(site, features, page.Status);
        return site is not null && PageTraits.Of(features.Page) is var traits ? reading with { Shape = traits.Shape, Sources = traits.Sources } : reading;
    }

    private DetailReading Detail(SiteDefinition? site, PageContent page)
    {
        if (JsonOf(page, site?.Detail.Format) is { } root)
        {
            var answer = Json(site, root, page);
            return site is null ? answer : answer with { Shape = PageTraits.Of(root).Shape };
        }

        return Html(site, page, new ReadBudget(ReadBudget.StandardTime));
    }

    private DetailReading Html(SiteDefinition? site, PageContent content, ReadBudget budget)
    {
        var page = HtmlPage.Parse(content, site, time.GetUtcNow(), budget);
        if (PageStateClassifier.ByDefinition(site, page, detail: true) is { } marked)
        {
            return new DetailReading { State = marked.Kind, StateDetail = marked.Detail, PageLanguage = page.Language };
        }

        var features = PageFeatures.Of(page);
        var draft = DetailReader.Read(site, features);
        bool nothing = draft is { Title: null, Description: null };
        bool doubtful = draft.Price is null || draft.Description is null || page.AllText.Length < 600;
        var verdict = nothing ? PageStateClassifier.WithoutAdvert(page, features.Regions, content.Status)
            : doubtful ? PageStateClassifier.Doubtful(page, features.Regions, content.Status)
            : null;
        var reading = verdict is null
            ? Reading(draft, page.Language)
            : new DetailReading { State = verdict.Kind, StateDetail = verdict.Detail, PageLanguage = page.Language };
        return site is not null && PageTraits.Of(page) is var traits ? reading with { Shape = traits.Shape, Sources = traits.Sources } : reading;
    }

    private DetailReading Json(SiteDefinition? site, System.Text.Json.JsonElement root, PageContent content)
    {
        var draft = JsonDetailReader.Read(site, root, content.Url, Prices(site, content.Url), Dates(site, content.Url));
        if (draft is { Title: null, Description: null })
        {
            var verdict = (site is null ? null : DefinitionStates.OfText(site.States, content.Text, detail: true)) ?? JsonRefusal.Of(root, content.Status)
                ?? new PageVerdict(OutcomeKind.Drifted, "neither a title nor a text was found");
            return new DetailReading { State = verdict.Kind, StateDetail = verdict.Detail };
        }

        return Reading(draft, language: null);
    }

    private static DetailReading Reading(DetailDraft draft, string? language) => new()
    {
        State = OutcomeKind.Ok,
        Id = draft.Id,
        CanonicalUrl = draft.CanonicalUrl,
        Title = draft.Title,
        Price = draft.Price,
        Description = draft.Description,
        Images = draft.Images,
        Seller = draft.Seller,
        Location = draft.Location,
        PostedText = draft.PostedText,
        PostedAt = draft.PostedAt,
        Category = draft.Category,
        Condition = draft.Condition,
        Availability = draft.Availability,
        Quantity = draft.Quantity,
        ShipsFrom = draft.ShipsFrom,
        ShipsTo = draft.ShipsTo,
        PageLanguage = language,
        Tiers = draft.Tiers,
    };

    /// <summary>The document, when the page is JSON by its media type, its definition or its looks.</summary>
    private static System.Text.Json.JsonElement? JsonOf(PageContent page, PageFormat? format)
    {
        if (format != PageFormat.Json && !page.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return JsonText.Parse(page.Text);
    }

    private static PriceContext Prices(SiteDefinition? site, Uri url) =>
        new() { Language = site?.Languages[0], Country = site?.Country ?? PageLocale.CountryOf(url) };

    private DateContext Dates(SiteDefinition? site, Uri url)
    {
        string? country = site?.Country ?? PageLocale.CountryOf(url);
        return new DateContext { Now = time.GetUtcNow(), Zone = TimeZones.Of(country), MonthFirst = country == "US" };
    }

    /// <summary>What a hostile page may provoke in parsers and patterns. Faults of the machine are not caught.</summary>
    private static bool IsPageFault(Exception e) =>
        e is RegexMatchTimeoutException or ArgumentException or InvalidOperationException or FormatException or OverflowException
            or AngleSharp.Dom.DomException
            or System.Text.Json.JsonException or UriFormatException;

    /// <summary>What no page may cause: a mistake in the reader. The page is not lost to it without a word.</summary>
    private static bool IsOwnFault(Exception e) => e is NullReferenceException or IndexOutOfRangeException or InvalidCastException or KeyNotFoundException;
}
