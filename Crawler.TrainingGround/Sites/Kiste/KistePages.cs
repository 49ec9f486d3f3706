using System.Text.Json;
using System.Text.Json.Nodes;
using Crawler.TrainingGround.Drawing;
using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Kiste;

/// <summary>
/// tg-kiste: a German marketplace whose pages are empty shells; a script fills them from <c>/api/anzeigen</c>, loads more on
/// scrolling and images when they come into view. Removed adverts answer 404.
/// </summary>
internal sealed class KistePages(PracticeWorld world, TrainingSite site, Gallery gallery) : SitePages(world, site, gallery)
{
    private const int PageSize = 20;

    protected override string Robots => "User-agent: *\nDisallow: /intern/\nDisallow: /api/anzeigen/x\nDisallow: /konto/\n";

    protected override string Styles => KisteAssets.Css;

    public override PageKind KindOf(string path) => path switch
    {
        "/suche" or "/api/anzeigen" => PageKind.Search,
        _ when path.StartsWith("/anzeige/", StringComparison.Ordinal) || path.StartsWith("/intern/", StringComparison.Ordinal)
            || path.StartsWith("/api/anzeigen/", StringComparison.Ordinal) => PageKind.Detail,
        _ => PageKind.Other,
    };

    protected override Page? Answer(PageRequest request)
    {
        if (request.Path is "/" or "/suche")
            return Shell("Kramkiste: Kleinanzeigen", 200, request);
        if (request.Path is "/static/app.js")
            return Page.OfText(KisteRedesign.Rename(KisteAssets.Script(request), request), "text/javascript; charset=utf-8");
        if (request.Path is "/api/anzeigen")
            return Json(Search(request), 200, request);
        if (request.Path.StartsWith("/api/anzeigen/", StringComparison.Ordinal))
            return Detail(request.Path["/api/anzeigen/".Length..], request);
        if (request.Path.StartsWith("/nutzer/", StringComparison.Ordinal))
            return User(request.Path["/nutzer/".Length..]);
        if (KindOf(request.Path) is not PageKind.Detail)
            return null;
        var advert = World.Find(Site.Id, request.Path[(request.Path.LastIndexOf('/') + 1)..]);
        if (advert is null || advert.Path != request.Path)
            return null;
        return World.State.IsLive(advert)
            ? Shell("Anzeige " + advert.Id, 200, request) with { LastModified = World.State.ModifiedAt(advert) }
            : Shell("Anzeige nicht mehr verfügbar", 404, request);
    }

    public override Page NotFound(PageRequest request) => request.Path.StartsWith("/api/", StringComparison.Ordinal)
        ? Page.OfJson("""{"fehler":"nicht gefunden"}""", 404)
        : Page.OfHtml(Frame("Seite nicht gefunden", Html.Of($"<div class=\"hinweis\"><h1>Seite nicht gefunden</h1><p><a href=\"/\">Zur Startseite</a></p></div>")), 404);

    public override Html Frame(string title, Html body) => KisteAssets.Frame(title, body, script: null);

    private static Page Shell(string title, int status, PageRequest request) => Page.OfHtml(
        KisteAssets.Frame(title, Html.Of($"<div id=\"app\" data-ansicht=\"{(request.Path.StartsWith("/suche", StringComparison.Ordinal) || request.Path is "/" ? "suche" : "anzeige")}\"><noscript>Diese Seite braucht JavaScript.</noscript><div class=\"lader\" aria-busy=\"true\"></div></div>"), "/static/app.js" + (request.Redesign is { } redesign ? $"?look={(int)redesign}" : "")), status);

    private JsonObject Search(PageRequest request)
    {
        var query = request["suche"];
        var offset = request.Number("offset", 0);
        var limit = Math.Clamp(request.Number("limit", PageSize, least: 1), 1, 50);
        var found = request.ShowNothing ? [] : World.Search(Site.Id, query);
        var page = found.Skip(offset).Take(limit).Select(a => Row(a, paid: false)).ToList();
        if (page.Count > 0 && offset % 40 == 0)
            page.InsertRange(Math.Min(2, page.Count), World.Sponsored(Site.Id, query, offset, 1).Select(a => Row(a, paid: true)));
        var more = offset + limit < found.Count;
        return new JsonObject
        {
            ["treffer"] = found.Count,
            ["offset"] = offset,
            ["limit"] = limit,
            ["naechsteSeite"] = more ? FormattableString.Invariant($"/api/anzeigen?suche={Uri.EscapeDataString(query)}&offset={offset + limit}&limit={limit}") : null,
            ["anzeigen"] = new JsonArray([.. page]),
        };
    }

    private Page Detail(string id, PageRequest request)
    {
        if (World.Find(Site.Id, id) is not { } advert || !World.State.IsLive(advert))
            return Page.OfJson("""{"fehler":"Diese Anzeige ist nicht mehr verfügbar","status":"geloescht"}""", 404);
        var json = Row(advert, paid: false);
        json.Remove("auszug");
        json.Remove("gesponsert");
        json["beschreibung"] = advert.Text;
        json["bilder"] = new JsonArray([.. advert.Pictures.Select(p => (JsonNode)new JsonObject { ["klein"] = Thumbnail(p), ["gross"] = Full(p) })]);
        json["status"] = advert.Class is AdvertClass.Sold ? "verkauft" : "aktiv";
        json["anbieter"] = new JsonObject
        {
            ["name"] = advert.Seller.DisplayName,
            ["kennung"] = advert.Seller.Handle,
            ["profil"] = "/nutzer/" + advert.Seller.Handle,
            ["seit"] = Dates.Iso(advert.Seller.Since),
            ["zufriedenheit"] = advert.Seller.Feedback,
        };
        json["aehnliche"] = new JsonArray(
            [.. World.Similar(advert, 4).Select(a => (JsonNode)new JsonObject { ["titel"] = a.Title, ["url"] = a.Path, ["preisText"] = PriceOf(a) })]);
        return Json(json, 200, request) with { LastModified = World.State.ModifiedAt(advert) };
    }

    private Page? User(string handle) => World.FindAccount(Site.Id, handle) is not { } account ? null : Page.OfHtml(Frame(account.DisplayName, Html.Of($"""
        <h1>{account.DisplayName}</h1><p>Dabei seit {Dates.Print(account.Since, "de")} · {account.Town} · {account.Feedback} % zufrieden</p>
        <ul>{Html.Each(World.OfSeller(account), a => Html.Of($"<li><a href=\"{a.Path}\">{a.Title}</a> {PriceOf(a)}</li>"))}</ul>
        """)));

    private JsonObject Row(Advert advert, bool paid) => new()
    {
        ["anzeigeId"] = advert.Id,
        ["titel"] = advert.Title,
        ["auszug"] = Excerpt(advert, 120),
        ["url"] = advert.Path,
        ["preis"] = new JsonObject { ["betrag"] = World.State.PriceOf(advert), ["waehrung"] = advert.Currency, ["text"] = PriceOf(advert) },
        ["ort"] = advert.Location,
        ["erstellt"] = Dates.Iso(advert.Posted),
        ["bild"] = advert.Pictures.Count > 0 ? new JsonObject { ["klein"] = Thumbnail(advert.Pictures[0]), ["gross"] = Full(advert.Pictures[0]) } : null,
        ["gesponsert"] = paid,
    };

    private static Page Json(JsonObject json, int status, PageRequest request) =>
        Page.OfJson(KisteRedesign.Rename(json.ToJsonString(JsonLine), request), status);

    private static JsonSerializerOptions JsonLine { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
