using System.Globalization;
using Crawler.TrainingGround.Serving;

namespace Crawler.TrainingGround.Sites.Forum;

/// <summary>The forum's list of topics: a definition list per topic, paging by offset.</summary>
internal static class ForumSearch
{
    public static Html Results(string query, int total, IReadOnlyList<ForumRow> rows, int start, int size, PageRequest request) => Html.Of($"""
        <h2 class="searchresults-title">Search found {total} matches: <a href="/search?keywords={Uri.EscapeDataString(query)}">{query}</a></h2>
        {Pager(query, total, start, size)}
        {(request.NewCards ? Cards(rows) : Html.Of($"<div class=\"topiclist\">{Html.Each(rows, r => Row(r, request.MovedPrice))}</div>"))}
        {Pager(query, total, start, size)}
        """);

    public static Html Nothing(string query) => Html.Of($"""
        <div class="panel no-matches"><h2>Search</h2><p>No topics met your search criteria: “{query}”.<br>Aucun résultat. Keine Treffer.</p></div>
        """);

    private static Html Row(ForumRow row, bool moved) => Html.Of($"""
        <dl class="topic{(row.Paid ? " announce-ad" : "")}" id="topic-{row.Advert.Id}">
          <dt><a class="topictitle" href="{row.Advert.Path}">{row.Advert.Title}</a>{Html.If(row.Paid, () => Html.Of($" <span class=\"ad-flag\">Advertisement</span>"))}{Html.If(moved && row.Price.Length > 0, () => Html.Of($" <i>({row.Price})</i>"))}
            <div class="byline">by <a class="username" href="/user/{row.Advert.Seller.Handle}">{row.Advert.Seller.DisplayName}</a> » <time datetime="{Dates.Iso(row.Advert.Posted)}">{Dates.PrintWithTime(row.Advert.Posted, row.Advert.Language)}</time></div></dt>
          <dd class="price">{(moved ? "" : row.Price)}</dd>
          <dd class="place">{row.Advert.Location}</dd>
          <dd class="replies">{row.Replies}</dd>
          <dd class="thumb">{Html.Each(row.Advert.Pictures.Take(1), p => Html.Of($"<img src=\"/img/{p.Name}-t.png\" alt=\"\" width=\"64\" height=\"48\">"))}</dd>
        </dl>

        """);

    private static Html Cards(IReadOnlyList<ForumRow> rows) => Html.Of($"""
        <ul class="threads">{Html.Each(rows, r => Html.Of($"""
        <li><div class="head">{Html.If(r.Paid, () => Html.Of($"<span>Advertisement</span>"))}<a href="{r.Advert.Path}">{r.Advert.Title}</a></div><div class="foot"><b>{r.Price}</b> {r.Advert.Seller.DisplayName}, {Dates.Print(r.Advert.Posted, r.Advert.Language)}</div></li>

        """))}</ul>
        """);

    private static Html Pager(string query, int total, int start, int size)
    {
        var pages = (total + size - 1) / size;
        if (pages < 2)
            return Html.Empty;
        var here = start / size;
        string Link(int page) => $"/search?keywords={Uri.EscapeDataString(query)}&start={(page * size).ToString(CultureInfo.InvariantCulture)}";
        return Html.Of($"""
            <div class="pagination">Page {here + 1} of {pages} <ul>{Html.Each(Enumerable.Range(0, pages), p => p == here ? Html.Of($"<li class=\"active\"><span>{p + 1}</span></li>") : Html.Of($"<li><a href=\"{Link(p)}\">{p + 1}</a></li>"))}{Html.If(here + 1 < pages, () => Html.Of($"<li class=\"arrow next\"><a href=\"{Link(here + 1)}\">Next</a></li>"))}</ul></div>
            """);
    }
}
