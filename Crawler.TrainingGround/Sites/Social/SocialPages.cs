using System.Text.Json.Nodes;
using Crawler.TrainingGround.Drawing;
using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Social;

/// <summary>
/// tg-social: a social network with the search, status and account calls of the Mastodon API, and plain HTML pages of a status, a
/// profile and a search. Removed posts answer 404.
/// </summary>
internal sealed class SocialPages(PracticeWorld world, TrainingSite site, Gallery gallery) : SitePages(world, site, gallery)
{
    private const int DefaultLimit = 20;

    /// <summary>The API's own ceiling on a page.</summary>
    private const int MaxLimit = 40;

    private readonly SocialApi _api = new(site.BaseUrl);

    protected override string Robots =>
        "User-agent: *\nDisallow: /auth/\nDisallow: /media_proxy/\nDisallow: /interact/\nDisallow: /api/v1/statuses/1099\nDisallow: /@*/1099\n";

    protected override string Styles => SocialStyles.Css;

    public override PageKind KindOf(string path) => path switch
    {
        "/api/v2/search" or "/search" => PageKind.Search,
        _ when path.StartsWith("/api/v1/statuses/", StringComparison.Ordinal) => PageKind.Detail,
        _ when path.StartsWith("/@", StringComparison.Ordinal) && path.IndexOf('/', 1) > 0 => PageKind.Detail,
        _ => PageKind.Other,
    };

    protected override Page? Answer(PageRequest request)
    {
        var path = request.Path;
        if (path is "/")
            return Timeline("Plaza", World.Search(Site.Id, "").Take(20), request);
        if (path is "/search")
            return HtmlSearch(request);
        if (path is "/api/v2/search")
            return Search(request);
        if (path is "/api/v1/instance")
            return Page.OfJson(_api.Instance(Site.Name).ToJsonString());
        if (path.StartsWith("/api/v1/statuses/", StringComparison.Ordinal))
            return Status(path["/api/v1/statuses/".Length..], request);
        if (path.StartsWith("/api/v1/accounts/", StringComparison.Ordinal))
            return Account(path["/api/v1/accounts/".Length..], request);
        if (path.StartsWith("/@", StringComparison.Ordinal))
            return KindOf(path) is PageKind.Detail ? HtmlStatus(request) : HtmlProfile(path[2..], request);
        return null;
    }

    public override Page NotFound(PageRequest request) => request.Path.StartsWith("/api/", StringComparison.Ordinal)
        ? Page.OfJson("""{"error":"Record not found"}""", 404)
        : Page.OfHtml(Frame("Not found", Html.Of($"<div class=\"message\"><h1>The page you are looking for isn't here.</h1></div>")), 404);

    public override Html Frame(string title, Html body) => SocialHtml.Frame(title, Html.Empty, body);

    private Page Search(PageRequest request)
    {
        if (request["type"] is not ("" or "statuses"))
            return Page.OfJson("""{"accounts":[],"statuses":[],"hashtags":[]}""");
        var found = request.ShowNothing || request["q"].Length == 0 ? [] : World.Search(Site.Id, request["q"]);
        var page = found.Skip(request.Number("offset", 0)).Take(Math.Min(MaxLimit, request.Number("limit", DefaultLimit, least: 1)));
        return Json(new JsonObject
        {
            ["accounts"] = new JsonArray(),
            ["statuses"] = new JsonArray([.. page.Select(a => (JsonNode)_api.Status(a))]),
            ["hashtags"] = new JsonArray(),
        }, request);
    }

    private Page? Status(string id, PageRequest request) =>
        World.Find(Site.Id, id) is { } advert && World.State.IsLive(advert)
            ? Json(_api.Status(advert), request) with { LastModified = World.State.ModifiedAt(advert) }
            : null;

    private Page? Account(string rest, PageRequest request)
    {
        if (rest is "lookup")
            return World.FindAccount(Site.Id, request["acct"].Split('@')[0]) is { } found ? Json(_api.Account(found), request) : null;
        var parts = rest.Split('/');
        if (World.Adverts.FirstOrDefault(a => a.SiteId == Site.Id && a.Seller.Number == parts[0])?.Seller is not { } account)
            return null;
        if (parts.Length == 1)
            return Json(_api.Account(account), request);
        return parts[1] is "statuses"
            ? Page.OfJson(SocialApi.Rename(new JsonArray([.. World.OfSeller(account).Take(DefaultLimit).Select(a => (JsonNode)_api.Status(a))]).ToJsonString(), request))
            : null;
    }

    private Page HtmlSearch(PageRequest request)
    {
        var query = request["q"];
        var found = request.ShowNothing ? [] : World.Search(Site.Id, query);
        var offset = request.Number("offset", 0);
        if (found.Count == 0 || offset >= found.Count)
            return Page.OfHtml(
                Frame("Search", Html.Of($"<div class=\"message no-results\"><h1>No results</h1><p>Nothing could be found for “{query}”.</p></div>")));
        var promoted = offset == 0 ? World.Sponsored(Site.Id, query, 0, 1) : [];
        return Page.OfHtml(Frame("Search: " + query, Html.Of($"""
            <h1 class="column-title">{found.Count} posts for “{query}”</h1>
            {Html.Each(promoted, a => SocialHtml.Card(a, promoted: true, request))}{Html.Each(found.Skip(offset).Take(DefaultLimit), a => SocialHtml.Card(a, promoted: false, request))}
            {Html.If(offset + DefaultLimit < found.Count, () => Html.Of($"<a class=\"load-more\" rel=\"next\" href=\"/search?q={Uri.EscapeDataString(query)}&amp;offset={offset + DefaultLimit}\">Load more</a>"))}
            """)));
    }

    private Page? HtmlStatus(PageRequest request)
    {
        var advert = World.Find(Site.Id, request.Path[(request.Path.LastIndexOf('/') + 1)..]);
        if (advert is null || !World.State.IsLive(advert) || !string.Equals(advert.Path, request.Path, StringComparison.Ordinal))
            return null;
        var head = Html.Of($"""
            <meta property="og:site_name" content="Plaza"><meta property="og:type" content="article"><meta property="og:title" content="{advert.Seller.DisplayName} (@{advert.Seller.Handle})">
            <meta property="og:url" content="{Absolute(advert.Path)}"><meta property="og:published_time" content="{Dates.Iso(advert.Posted)}"><meta property="og:description" content="{advert.Text}">
            {Html.Each(advert.Pictures, p => Html.Of($"<meta property=\"og:image\" content=\"{Absolute(Full(p))}\">"))}
            """);
        return Page.OfHtml(SocialHtml.Frame(advert.Seller.DisplayName, head, SocialHtml.Status(advert, request))) with
        {
            LastModified = World.State.ModifiedAt(advert),
        };
    }

    private Page? HtmlProfile(string handle, PageRequest request) => World.FindAccount(Site.Id, handle) is not { } account ? null : Page.OfHtml(Frame(account.DisplayName, Html.Of($"""
        <div class="profile"><h1>{account.DisplayName}</h1><p class="acct">@{account.Handle}</p><p>{account.Town}</p><p>{account.Person.Mail}</p></div>
        {Html.Each(World.OfSeller(account), a => SocialHtml.Card(a, promoted: false, request))}
        """)));

    private Page Timeline(string title, IEnumerable<Advert> adverts, PageRequest request) =>
        Page.OfHtml(Frame(title, Html.Each(adverts, a => SocialHtml.Card(a, promoted: false, request))));

    private static Page Json(JsonObject json, PageRequest request) => Page.OfJson(SocialApi.Rename(json.ToJsonString(), request));
}
