using System.Text.RegularExpressions;
using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Social;

/// <summary>The network's HTML: frame, cards and the page of one status.</summary>
internal static partial class SocialHtml
{
    public static Html Frame(string title, Html head, Html body) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} - Plaza</title><link rel="stylesheet" href="/static/site.css">
        {head}</head>
        <body><div class="columns">
        <div class="side"><a class="logo" href="/">plaza</a><form action="/search"><input name="q" type="search" placeholder="Search" aria-label="Search"></form><p>A practice network. Every post is invented.</p></div>
        <main>{body}</main>
        <div class="side trends"><h2>Trending</h2><p><a href="/search?q=vintage">#vintage</a></p><p><a href="/search?q=fleamarket">#fleamarket</a></p></div>
        </div></body>
        </html>
        """);

    public static Html Card(Advert advert, bool promoted, PageRequest request)
    {
        if (request.NewCards)
            return Html.Of($"<section class=\"note\"><p class=\"note-text\">{advert.Text}</p><p><a href=\"{advert.Path}\">{Dates.PrintWithTime(advert.Posted, "en")}</a> {advert.Seller.DisplayName}{(promoted ? " Promoted" : "")}</p></section>\n");
        return Html.Of($"""
            <article class="status{(promoted ? " status--promoted" : "")}" data-id="{advert.Id}" lang="{advert.Language}">
              <div class="status__info"><a class="status__display-name" href="/@{advert.Seller.Handle}"><strong>{advert.Seller.DisplayName}</strong> <span class="acct">@{advert.Seller.Handle}</span></a> <a class="status__time" href="{advert.Path}"><time datetime="{Dates.Iso(advert.Posted)}">{Dates.Print(advert.Posted, "en")}</time></a>{Html.If(promoted, () => Html.Of($" <span class=\"promo\">Promoted</span>"))}</div>
              <div class="status__content">{Content(advert.Text)}</div>
              {Html.Each(advert.Pictures.Take(1), p => Html.Of($"<img class=\"media\" src=\"/img/{p.Name}-t.png\" alt=\"\" width=\"320\" height=\"240\" loading=\"lazy\">"))}
            </article>

            """);
    }

    public static Html Status(Advert advert, PageRequest request) => Html.Of($"""
        <article class="{(request.NewCards ? "note" : "detailed-status")}" data-id="{advert.Id}" lang="{advert.Language}">
          <a class="detailed-status__display-name" href="/@{advert.Seller.Handle}"><strong>{advert.Seller.DisplayName}</strong> <span class="acct">@{advert.Seller.Handle}</span></a>
          <div class="status__content">{Content(advert.Text)}</div>
          <div class="gallery">{Html.Each(advert.Pictures, p => Html.Of($"<a href=\"/img/{p.Name}-f.png\"><img src=\"/img/{p.Name}-f.png\" alt=\"\" width=\"640\" height=\"480\"></a>"))}</div>
          <p class="meta"><a href="{advert.Path}"><time class="posted" datetime="{Dates.Iso(advert.Posted)}">{Dates.PrintWithTime(advert.Posted, "en")}</time></a> · Web</p>
        </article>
        """);

    /// <summary>The post's text as the API's <c>content</c>: paragraphs, breaks, hashtags as links.</summary>
    public static Html Content(string text) =>
        Html.Raw(HashTag().Replace(Html.Paragraphs(text).Text, m => $"<a href=\"/search?q={Uri.EscapeDataString(m.Groups["name"].Value)}\" class=\"mention hashtag\" rel=\"tag\">#<span>{m.Groups["name"].Value}</span></a>"));

    public static IEnumerable<string> Tags(string text) => HashTag().Matches(text).Select(m => m.Groups["name"].Value);

    [GeneratedRegex(@"(?<![&\w])#(?<name>\p{L}[\p{L}\d]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex HashTag();
}
