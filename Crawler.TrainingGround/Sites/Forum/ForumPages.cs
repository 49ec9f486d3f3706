using Crawler.TrainingGround.Drawing;
using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Forum;

/// <summary>
/// tg-forum: a French, English and German forum. A search finds topics by title and first post; a topic shows ten posts a page. It asks
/// for a pause of 0.2 s between requests. Removed topics answer 404.
/// </summary>
internal sealed class ForumPages(PracticeWorld world, TrainingSite site, Gallery gallery) : SitePages(world, site, gallery)
{
    private const int PageSize = 25;

    protected override string Robots => "User-agent: *\nCrawl-delay: 0.2\nDisallow: /members/\nDisallow: /login\nDisallow: /posting\nDisallow: /memberlist\n";

    protected override string Styles => ForumStyles.Css;

    public override PageKind KindOf(string path) => path switch
    {
        "/search" => PageKind.Search,
        "/viewtopic" or "/members/topic" => PageKind.Detail,
        _ => PageKind.Other,
    };

    protected override Page? Answer(PageRequest request) => request.Path switch
    {
        "/" => Index(),
        "/search" => Search(request),
        "/viewtopic" or "/members/topic" => Topic(request),
        "/memberlist" => Page.OfHtml(Frame("Members", Html.Of($"<p>Log in to see the list of members.</p>")), 403),
        _ when request.Path.StartsWith("/user/", StringComparison.Ordinal) => User(request.Path["/user/".Length..]),
        _ => null,
    };

    public override Page NotFound(PageRequest request) =>
        Page.OfHtml(Frame("Information", Html.Of($"<div class=\"panel error\"><h2>Information</h2><p>The requested topic does not exist.<br>Le sujet demandé n’existe pas.<br>Das gewünschte Thema existiert nicht.</p></div>")), 404);

    public override Html Frame(string title, Html body) => Html.Of($"""
        <!DOCTYPE html>
        <html dir="ltr" lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Site.Name} - {title}</title><link rel="stylesheet" href="/static/site.css"></head>
        <body>
        <div id="wrap">
        <div class="headerbar"><a href="/" id="logo">{Site.Name}</a><form class="searchbox" action="/search"><input type="search" name="keywords" placeholder="Search… / Rechercher… / Suche…" aria-label="Keywords"><button>Go</button></form></div>
        <ul class="navbar"><li><a href="/">Board index</a></li><li><a href="/search?keywords=">Active topics</a></li><li><a href="/memberlist">Members</a></li><li><a href="/login">Login</a></li></ul>
        {body}
        <div class="copyright">Practice forum. Every member and post is invented. All times are UTC.</div>
        </div>
        </body>
        </html>
        """);

    private Page Index()
    {
        (string Name, string Language, string Note)[] boards = [("Achats, ventes, échanges", "fr", "Petites annonces entre membres"), ("Buy and sell", "en", "Classifieds for members"), ("Marktplatz", "de", "Kaufen, verkaufen, tauschen")];
        return Page.OfHtml(Frame("Board index", Html.Each(boards, b => Html.Of($"""
            <div class="panel"><h2>{b.Name}</h2><p>{b.Note}</p><ul class="latest">{Html.Each(World.Search(Site.Id, "").Where(a => a.Language == b.Language).Take(6), a => Html.Of($"<li><a href=\"{a.Path}\">{a.Title}</a> <small>{a.Seller.DisplayName}</small></li>"))}</ul></div>
            """))));
    }

    private Page Search(PageRequest request)
    {
        var query = request["keywords"];
        var start = request.Number("start", 0);
        var found = request.ShowNothing ? [] : World.Search(Site.Id, query);
        if (found.Count == 0 || start >= found.Count)
            return Page.OfHtml(Frame("Search", ForumSearch.Nothing(query)));
        var topics = found.Skip(start).Take(PageSize).Select(Topic).ToList();
        if (start == 0)
            topics.Insert(0, Topic(World.Sponsored(Site.Id, query, 0, 1)[0]) with { Paid = true });
        return Page.OfHtml(Frame("Search", ForumSearch.Results(query, found.Count, topics, start, PageSize, request)));
    }

    private Page? Topic(PageRequest request)
    {
        if (World.Find(Site.Id, request["t"]) is not { } advert || !World.State.IsLive(advert)
            || !advert.Path.StartsWith(request.Path, StringComparison.Ordinal))
            return null;
        var page = Page.OfHtml(Frame(advert.Title, ForumTopic.Render(advert, PriceOf(advert), ForumReplies.To(advert, World), request)));
        return page with { LastModified = World.State.ModifiedAt(advert) };
    }

    private Page? User(string handle) => World.FindAccount(Site.Id, handle) is not { } account ? null : Page.OfHtml(Frame(account.DisplayName, Html.Of($"""
        <div class="panel"><h2>{account.DisplayName}</h2><dl class="profile"><dt>Joined</dt><dd>{Dates.Print(account.Since, "en")}</dd><dt>Location</dt><dd>{account.Town}</dd><dt>PGP</dt><dd><code>{account.Person.Pgp.Fingerprint}</code></dd></dl>
        <ul class="latest">{Html.Each(World.OfSeller(account), a => Html.Of($"<li><a href=\"{a.Path}\">{a.Title}</a></li>"))}</ul></div>
        """)));

    private ForumRow Topic(Advert advert) => new(advert, PriceOf(advert), ForumReplies.Count(advert, World), Paid: false);
}

/// <summary>A topic as a list shows it.</summary>
internal sealed record ForumRow(Advert Advert, string Price, int Replies, bool Paid);
