namespace Extraction.Benchmarks.Generated;

/// <summary>Lists of topics and search results of the common forum engines. Prices are what a topic's title says, and not labelled.</summary>
internal static class BoardStyles
{
    public static IReadOnlyList<Style> All { get; } =
    [
        new("phpbb-search", 20, PhpBb),
        new("vbulletin-list", 25, VBulletin),
        new("xenforo-list", 20, XenForo),
        new("discourse-list", 30, Discourse),
        new("invision-results", 25, Invision),
        new("simple-machines", 20, SimpleMachines),
        new("mybb-list", 18, MyBb),
        new("web-search", 10, WebSearch),
    ];

    private static void Topics(Scene s, string address, Func<Good, string> link, string? next)
    {
        s.Address = address;
        s.Link = link;
        s.NextIs(next);
        s.Unlabelled("price", "image");
    }

    private static string PhpBb(Scene s)
    {
        Topics(s, "/viewforum.php?f=12", g => $"/viewtopic.php/{g.Number}", "/viewforum.php?f=12&start=25");
        s.Base = s.Host + "/";
        return s.Page($"""
            <div id="page-body"><h2 class="forum-title"><a href="./viewforum.php?f=12">{s.Word("category")}</a></h2><div class="action-bar bar-top"><div class="pagination">480 topics<ul><li class="active"><span>1</span></li><li><a class="button" href="./viewforum.php?f=12&amp;start=25" role="button">2</a></li><li class="ellipsis"><span>…</span></li><li><a class="button" href="./viewforum.php?f=12&amp;start=450">19</a></li><li class="arrow next"><a class="button button-icon-only" href="./viewforum.php?f=12&amp;start=25" rel="next" role="button"><i class="icon fa-chevron-right fa-fw"></i><span class="sr-only">{s.Word("next")}</span></a></li></ul></div></div>
            <div class="forumbg"><div class="inner"><ul class="topiclist"><li class="header"><dl class="row-item"><dt><div class="list-inner">Topics</div></dt><dd class="posts">Replies</dd><dd class="views">Views</dd><dd class="lastpost"><span>Last post</span></dd></dl></li></ul><ul class="topiclist topics">{s.Each(g => $"""
            <li class="row bg{s.At(g) % 2 + 1}"><dl class="row-item topic_read"><dt title="No unread posts"><div class="list-inner"><a href=".{s.Link(g)}" class="topictitle">{Scene.E(g.Title)}</a><br><div class="responsive-hide left-box"><div class="topic-poster">by <a href="./memberlist.php?mode=viewprofile&amp;u={g.Bids}" class="username">{Scene.E(g.Seller)}</a> &raquo; {g.Posted:ddd MMM dd, yyyy}</div></div></div></dt><dd class="posts">{g.Bids} <dfn>Replies</dfn></dd><dd class="views">{g.Bids * 31} <dfn>Views</dfn></dd><dd class="lastpost"><span><dfn>Last post </dfn>by <a href="./memberlist.php?mode=viewprofile&amp;u=9" class="username">{Scene.E(s.Others[0].Seller)}</a> <a href=".{s.Link(g)}?p=1#p1" title="Go to last post"><i class="icon fa-external-link-square"></i></a><br>Mon Jul 01</span></dd></dl></li>
            """)}</ul></div></div></div>
            """, kilobytes: 12);
    }

    private static string VBulletin(Scene s)
    {
        Topics(s, "/forumdisplay.php?f=7", g => $"/threads/{g.Number}-{g.Slug}", "/forumdisplay.php?f=7&page=2");
        return s.Page($"""
            <div id="threadlist" class="threadlist"><div><ol id="threads" class="threads">{s.Each(g => $"""
            <li class="threadbit {(s.At(g) % 3 == 0 ? "hot" : "old")}" id="thread_{g.Number}"><div class="rating0 nonsticky"><div class="threadinfo" title="{Scene.E(g.Text)}"><a class="threadstatus" rel="vB::AJAX"></a><div class="inner"><h3 class="threadtitle"><span class="prefix understate">[Biete] </span><a class="title" href="{s.Link(g)}" id="thread_title_{g.Number}">{Scene.E(g.Title)}</a></h3><div class="threadmeta"><p class="threaddesc">{Scene.E(g.Sentences[0])}</p><div class="author"><span class="label">Started by <a href="/members/{g.Bids}" class="username understate">{Scene.E(g.Seller)}</a>&lrm;, {g.Posted:dd.MM.yyyy} 11:02</span></div></div></div></div><ul class="threadstats td alt"><li>Replies: <a href="/misc.php?do=whoposted&amp;t={g.Number}" class="understate">{g.Bids}</a></li><li>Views: {g.Bids * 20}</li></ul><dl class="threadlastpost td"><dd><a href="/members/4" class="username">{Scene.E(s.Others[1].Seller)}</a> <a href="{s.Link(g)}?p=9#post9" class="lastpostdate understate"><img src="/images/buttons/lastpost-right.png" alt=""></a></dd><dd>{g.Posted:dd.MM.yyyy}, <span class="time">12:00</span></dd></dl></div></li>
            """)}</ol></div></div><div class="threadpagenav"><form class="pagination popupmenu nohovermenu"><span><a class="popupctrl">Page 1 of 12</a></span><span class="selected"><a title="Results 1 to 25 of 290">1</a></span><span><a href="/forumdisplay.php?f=7&amp;page=2">2</a></span><span class="prev_next"><a rel="next" href="/forumdisplay.php?f=7&amp;page=2" title="Next Page"><img class="imgnext" src="/images/pagination/next-right.png" alt="Next"></a></span></form></div>
            """, kilobytes: 40);
    }

    private static string XenForo(Scene s)
    {
        Topics(s, "/forums/verkauf.12/page-2", g => $"/threads/{g.Slug}.{g.Number}/", "/forums/verkauf.12/page-3");
        return s.Page($"""
            <div class="structItemContainer"><div class="structItemContainer-group js-threadList">{s.Each(g => $"""
            <div class="structItem structItem--thread js-inlineModContainer js-threadListItem-{g.Number}" data-author="{Scene.E(g.Seller)}"><div class="structItem-cell structItem-cell--icon"><a href="/members/m.{g.Bids}/" class="avatar avatar--s"><img src="/data/avatars/s/0/{g.Bids}.jpg" alt="{Scene.E(g.Seller)}"></a></div><div class="structItem-cell structItem-cell--main"><div class="structItem-title"><a href="/forums/verkauf.12/?prefix_id=3" class="labelLink"><span class="label label--primary">Verkauf</span></a> <a href="{s.Link(g)}" data-tp-primary="on">{Scene.E(g.Title)}</a></div><div class="structItem-minor"><ul class="structItem-parts"><li><a href="/members/m.{g.Bids}/" class="username">{Scene.E(g.Seller)}</a></li><li class="structItem-startDate"><a href="{s.Link(g)}" rel="nofollow"><time class="u-dt" datetime="{g.Posted:yyyy-MM-dd}T10:00:00+0100">{g.Posted:dd.MM.yyyy}</time></a></li></ul></div></div><div class="structItem-cell structItem-cell--meta"><dl class="pairs pairs--justified"><dt>Antworten</dt><dd>{g.Bids}</dd></dl></div><div class="structItem-cell structItem-cell--latest"><a href="{s.Link(g)}latest" rel="nofollow"><time class="structItem-latestDate u-dt">{g.Posted:dd.MM.yyyy}</time></a></div></div>
            """)}</div></div><nav class="pageNavWrapper"><div class="pageNav"><a href="/forums/verkauf.12/" class="pageNav-jump pageNav-jump--prev">{s.Word("previous")}</a><ul class="pageNav-main"><li class="pageNav-page"><a href="/forums/verkauf.12/">1</a></li><li class="pageNav-page pageNav-page--current"><a href="/forums/verkauf.12/page-2">2</a></li><li class="pageNav-page"><a href="/forums/verkauf.12/page-3">3</a></li></ul><a href="/forums/verkauf.12/page-3" class="pageNav-jump pageNav-jump--next">{s.Word("next")}</a></div></nav>
            """, kilobytes: 60);
    }

    private static string Discourse(Scene s)
    {
        Topics(s, "/c/marketplace/9", g => $"{s.Host}/t/{g.Slug}/{g.Number}", "/c/marketplace/9?page=1");
        return s.Page($"""
            <table class="topic-list"><thead><tr><th>Topic</th><th></th><th class="replies">Replies</th><th class="views">Views</th><th>Activity</th></tr></thead><tbody>{s.Each(g => $"""
            <tr class="topic-list-item" id="topic-list-item-{g.Number}"><td class="main-link" itemprop="itemListElement" itemscope itemtype="http://schema.org/ListItem"><meta itemprop="name" content="{Scene.E(g.Title)}"><meta itemprop="url" content="{s.Link(g)}"><meta itemprop="position" content="{s.At(g)}"><span class="link-top-line"><a href="{s.Link(g)}" class="title raw-link raw-topic-link">{Scene.E(g.Title)}</a></span><div class="link-bottom-line"><a href="{s.Host}/c/marketplace/9" class="badge-wrapper bullet"><span class="badge-category">Marketplace</span></a></div></td><td class="posters"><a href="{s.Host}/u/{g.Seller.Length}" class="latest single"><img width="25" height="25" src="/user_avatar/{g.Bids}.png" class="avatar" title="{Scene.E(g.Seller)}"></a></td><td class="replies"><span class="posts" title="posts">{g.Bids}</span></td><td class="views"><span class="views" title="views">{g.Bids * 12}</span></td><td>{g.Posted:MMMM d, yyyy}</td></tr>
            """)}</tbody></table><div role="navigation" itemscope itemtype="http://schema.org/SiteNavigationElement" class="topic-list-bottom"><span itemprop="name"><b><a rel="next" itemprop="url" href="/c/marketplace/9?page=1">next page →</a></b></span></div>
            """, kilobytes: 15, shell: "bare");
    }

    private static string Invision(Scene s)
    {
        Topics(s, "/search/?q=a", g => $"{s.Host}/topic/{g.Number}-{g.Slug}/", "/search/?q=a&page=2");
        return s.Page($"""
            <div data-role="resultsContents"><ol class="ipsStream ipsList_reset">{s.Each(g => $"""
            <li class="ipsStreamItem ipsStreamItem_contentBlock ipsStreamItem_expanded ipsAreaBackground_reset ipsPad"><div class="ipsStreamItem_container"><div class="ipsStreamItem_header ipsPhotoPanel ipsPhotoPanel_mini"><span class="ipsStreamItem_contentType"><i class="fa fa-comment"></i></span><a href="{s.Host}/profile/{g.Bids}/" class="ipsUserPhoto"><img src="/uploads/m{g.Bids}.png" alt="{Scene.E(g.Seller)}"></a><div><h2 class="ipsType_reset ipsStreamItem_title ipsContained_container"><span class="ipsType_break ipsContained"><a href="{s.Link(g)}?do=findComment" data-linktype="link">{Scene.E(g.Title)}</a></span></h2><p class="ipsType_reset ipsStreamItem_status ipsType_blendLinks"><a href="{s.Host}/profile/{g.Bids}/" class="ipsType_break">{Scene.E(g.Seller)}</a> replied in <a href="{s.Host}/forum/3/">{Scene.E(g.Category)}</a></p></div></div><div class="ipsStreamItem_snippet ipsType_break"><div class="ipsType_richText">{Scene.E(g.Text)}</div></div><ul class="ipsList_inline ipsStreamItem_meta"><li><a href="{s.Link(g)}?do=findComment"><time datetime="{g.Posted:yyyy-MM-dd}T08:00:00Z">{g.Posted:MMMM d}</time></a></li><li><i class="fa fa-comment"></i> {g.Bids} replies</li></ul></div></li>
            """)}</ol><ul class="ipsPagination" data-ipspagination><li class="ipsPagination_page ipsPagination_active"><a href="/search/?q=a" data-page="1">1</a></li><li class="ipsPagination_page"><a href="/search/?q=a&page=2" data-page="2">2</a></li><li class="ipsPagination_next"><a href="/search/?q=a&page=2" rel="next">{s.Word("next")} <i class="fa fa-chevron-right"></i></a></li></ul></div>
            """, kilobytes: 80);
    }

    private static string SimpleMachines(Scene s)
    {
        Topics(s, "/index.php/board,5.0.html", g => $"{s.Host}/index.php/topic,{g.Number}.0.html", $"/index.php/board,5.20.html");
        return s.Page($"""
            <div class="pagesection"><div class="pagelinks floatleft">Pages: [<strong>1</strong>] <a class="navPages" href="{s.Host}/index.php/board,5.20.html">2</a> <a class="navPages" href="{s.Host}/index.php/board,5.40.html">3</a></div></div><div class="tborder topic_table"><table class="table_grid" cellspacing="0"><thead><tr class="catbg"><th scope="col" colspan="2"></th><th scope="col"><a href="{s.Host}/index.php/board,5.0/sort,subject.html">Subject</a></th><th>Replies</th><th>Last post</th></tr></thead><tbody>{s.Each(g => $"""
            <tr><td class="icon1 windowbg"><img src="/Themes/images/topic/normal_post.gif" alt=""></td><td class="icon2 windowbg"><img src="/Themes/images/post/xx.gif" alt=""></td><td class="subject windowbg2"><div><span id="msg_{g.Number}"><a href="{s.Link(g)}">{Scene.E(g.Title)}</a></span><p>Started by <a href="{s.Host}/index.php?action=profile;u={g.Bids}">{Scene.E(g.Seller)}</a><small id="pages{g.Number}">&laquo; <a class="navPages" href="{s.Host}/index.php/topic,{g.Number}.0.html">1</a> <a class="navPages" href="{s.Host}/index.php/topic,{g.Number}.15.html">2</a> &raquo;</small></p></div></td><td class="stats windowbg">{g.Bids} Replies<br>{g.Bids * 40} Views</td><td class="lastpost windowbg2"><a href="{s.Host}/index.php/topic,{g.Number}.msg9.html#new"><img src="/Themes/images/icons/last_post.gif" alt="Last post"></a> {g.Posted:MMMM dd, yyyy}, 10:11:12 AM<br>by <a href="{s.Host}/index.php?action=profile;u=2">{Scene.E(s.Others[2].Seller)}</a></td></tr>
            """)}</tbody></table></div>
            """, shell: "tables", kilobytes: 8);
    }

    private static string MyBb(Scene s)
    {
        Topics(s, "/forum-12.html", g => $"/thread-{g.Number}.html", "/forum-12-page-2.html");
        return s.Page($"""
            <div class="pagination"><span class="pages">Pages (7):</span> <span class="pagination_current">1</span> <a href="forum-12-page-2.html" class="pagination_page">2</a> <a href="forum-12-page-7.html" class="pagination_last">7</a> <a href="forum-12-page-2.html" class="pagination_next">{s.Word("next")} &raquo;</a></div><table class="tborder clear"><tr><td class="thead" colspan="7"><strong>{s.Word("category")}</strong></td></tr>{s.Each(g => $"""
            <tr class="inline_row"><td align="center" class="trow1"><span class="thread_status oldfolder"></span></td><td class="trow1"><div><span> <span class="subject_old" id="tid_{g.Number}"><a href="thread-{g.Number}.html">{Scene.E(g.Title)}</a></span></span><div class="author smalltext"><a href="user-{g.Bids}.html">{Scene.E(g.Seller)}</a></div></div></td><td align="center" class="trow1"><a href="javascript:void(0)" onclick="MyBB.whoPosted({g.Number});">{g.Bids}</a></td><td align="center" class="trow1">{g.Bids * 50}</td><td class="trow1"><span class="lastpost smalltext">{g.Posted:dd-MM-yyyy}, 08:11<br><a href="thread-{g.Number}-lastpost.html">Last Post</a>: <a href="user-3.html">{Scene.E(s.Others[3].Seller)}</a></span></td></tr>
            """)}</table>
            """, kilobytes: 8);
    }

    private static string WebSearch(Scene s)
    {
        Topics(s, "/search?q=a", g => $"https://site{g.Bids}.example/{g.Slug}", "/search?q=a&start=10");
        return s.Page($"""
            <div id="res">{s.Each(g => $"<div class=\"g\"><div class=\"yu\"><a href=\"{s.Link(g)}\"><br><h3>{Scene.E(g.Title)}</h3><div><cite>https://site{g.Bids}.example › {g.Slug[..5]}</cite></div></a></div><div class=\"st\"><span class=\"f\">{g.Posted:d MMM yyyy} — </span>{Scene.E(g.Text)}</div></div>")}</div><table id="nav"><tr><td class="cur">1</td><td><a href="/search?q=a&amp;start=10">2</a></td><td><a href="/search?q=a&amp;start=20">3</a></td><td><a href="/search?q=a&amp;start=10" id="pnnext"><span>{s.Word("next")}</span></a></td></tr></table>
            """, kilobytes: 60, shell: "bare");
    }
}
