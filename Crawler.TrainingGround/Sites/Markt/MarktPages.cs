using Crawler.TrainingGround.Drawing;
using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Markt;

/// <summary>tg-markt: a server-rendered Dutch and French marketplace with numbered pages; details carry microdata. Removed adverts answer 410.</summary>
internal sealed class MarktPages(PracticeWorld world, TrainingSite site, Gallery gallery) : SitePages(world, site, gallery)
{
    private const int PageSize = 24;

    protected override string Robots => "User-agent: *\nDisallow: /besloten/\nDisallow: /mijn/\nDisallow: /bericht/\nAllow: /\n";

    protected override string Styles => MarktStyles.Css;

    public override PageKind KindOf(string path) => path switch
    {
        "/zoeken" => PageKind.Search,
        _ when path.StartsWith("/a/", StringComparison.Ordinal) || path.StartsWith("/besloten/", StringComparison.Ordinal) => PageKind.Detail,
        _ => PageKind.Other,
    };

    protected override Page? Answer(PageRequest request)
    {
        if (request.Path is "/")
            return Home();
        if (request.Path is "/zoeken")
            return Search(request);
        if (request.Path.StartsWith("/verkoper/", StringComparison.Ordinal))
            return Seller(request.Path["/verkoper/".Length..]);
        if (KindOf(request.Path) is PageKind.Detail)
            return Detail(request);
        return null;
    }

    public override Page NotFound(PageRequest request) => Page.OfHtml(
        Frame("Pagina niet gevonden", Html.Of($"<div class=\"melding\"><h1>Deze pagina bestaat niet</h1><p>Cette page n'existe pas. <a href=\"/\">Naar de startpagina</a></p></div>")), 404);

    public override Html Frame(string title, Html body) => Frame(title, "", Html.Empty, body);

    private Html Frame(string title, string query, Html head, Html body) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="nl-BE">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{title} | {Site.Name}</title>
          <link rel="stylesheet" href="/static/site.css">
          {head}
        </head>
        <body>
          <header class="kop">
            <a class="logo" href="/">Markt<b>plein</b></a>
            <form class="zoekvak" action="/zoeken" method="get" role="search">
              <input type="search" name="q" value="{query}" placeholder="Waar ben je naar op zoek?" aria-label="Zoekterm">
              <button type="submit">Zoek</button>
            </form>
            <nav class="hoofdmenu"><a href="/zoeken?q=">Alle zoekertjes</a> <a href="/mijn/berichten">Berichten</a> <a href="/mijn/plaatsen">Plaats zoekertje</a></nav>
          </header>
          <nav class="rubrieken" aria-label="Rubrieken"><a href="/zoeken?q=antiek">Antiek en kunst</a><a href="/zoeken?q=fiets">Fietsen</a><a href="/zoeken?q=boek">Boeken</a><a href="/zoeken?q=stoelen">Meubelen</a><a href="/zoeken?q=jurkje">Kleding</a></nav>
          <main>
        {body}
          </main>
          <footer class="voet"><p>Oefenomgeving: verzonnen zoekertjes. <a href="/robots.txt">robots.txt</a> · <a href="/hulp/veilig-handelen">Veilig handelen</a> · <a href="/hulp/voorwaarden">Voorwaarden</a></p></footer>
        </body>
        </html>
        """);

    private Page Home() => Page.OfHtml(Frame("Zoekertjes in je buurt", Html.Of($"""
            <h1>Pas geplaatst</h1>
            <div class="mozaiek">{Html.Each(World.Search(Site.Id, "").Take(12), a => Html.Of($"<a class=\"tegel\" href=\"{a.Path}\"><img src=\"{Picture(a)}\" alt=\"\" width=\"160\" height=\"120\"><span>{a.Title}</span></a>"))}</div>
        """)));

    private Page Search(PageRequest request)
    {
        var query = request["q"];
        var found = request.ShowNothing ? [] : World.Search(Site.Id, query);
        var page = request.Number("p", 1, least: 1);
        if (found.Count == 0 || (page - 1) * PageSize >= found.Count)
            return Page.OfHtml(Frame($"{query}: geen zoekertjes", query, Html.Empty, MarktSearch.Nothing(query)));
        var rows = found.Skip((page - 1) * PageSize).Take(PageSize).Select(a => Row(a, paid: false));
        var paid = World.Sponsored(Site.Id, query, page, 2).Select(a => Row(a, paid: true));
        var pages = (found.Count + PageSize - 1) / PageSize;
        return Page.OfHtml(
            Frame($"{query}: zoekertjes", query, Html.Empty, MarktSearch.Results(query, found.Count, [.. paid, .. rows], page, pages, request)));
    }

    private Page? Detail(PageRequest request)
    {
        var id = request.Path[(request.Path.LastIndexOf('/') + 1)..].Split('-')[0];
        if (World.Find(Site.Id, id) is not { } advert || advert.Path != request.Path)
            return null;
        if (!World.State.IsLive(advert))
        {
            return Page.OfHtml(
                Frame("Zoekertje verwijderd", Html.Of($"<div class=\"melding verwijderd\"><h1>Dit zoekertje is verwijderd</h1><p>Cette annonce a été supprimée.</p><p><a href=\"/\">Bekijk andere zoekertjes</a></p></div>")), 410);
        }

        var head = Html.Of($"""
            <link rel="canonical" href="{Absolute(advert.Path)}">
              <meta property="og:title" content="{advert.Title}">
              <meta property="og:type" content="product">
              <meta property="og:url" content="{Absolute(advert.Path)}">
              {Html.Each(advert.Pictures.Take(1), p => Html.Of($"<meta property=\"og:image\" content=\"{Absolute(Full(p))}\">"))}
            """);
        var similar = World.Similar(advert, 6).Select(a => Row(a, paid: false));
        var page = Page.OfHtml(
            Frame(advert.Title, "", head, MarktDetail.Render(advert, World, PriceOf(advert), [.. advert.Pictures.Select(Full)], [.. similar], request)));
        return page with { LastModified = World.State.ModifiedAt(advert) };
    }

    private Page? Seller(string handle)
    {
        if (World.FindAccount(Site.Id, handle) is not { } account)
            return null;
        return Page.OfHtml(Frame(account.DisplayName, Html.Of($"""
                <div class="verkoperblad"><h1>{account.DisplayName}</h1><p>Lid sinds {Dates.Print(account.Since, "nl")} · {account.Town} · {account.Feedback}% positief</p></div>
                <ul class="lijst">{Html.Each(World.OfSeller(account), a => MarktSearch.Card(Row(a, paid: false), moved: false))}</ul>
            """)));
    }

    private MarktRow Row(Advert advert, bool paid) =>
        new(advert, PriceOf(advert), Picture(advert), Excerpt(advert, 140), paid);

    private static string Picture(Advert advert) => advert.Pictures.Count > 0 ? Thumbnail(advert.Pictures[0]) : "/img/none-00000000-t.png";
}

/// <summary>An advert as a row of results shows it.</summary>
internal sealed record MarktRow(Advert Advert, string Price, string Image, string Excerpt, bool Paid);
