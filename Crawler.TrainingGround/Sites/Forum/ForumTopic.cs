using System.Globalization;
using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Forum;

/// <summary>A topic: the first post with its offer, then replies, ten posts a page.</summary>
internal static class ForumTopic
{
    private const int PostsPerPage = 10;

    public static Html Render(Advert advert, string price, IReadOnlyList<ForumReply> replies, PageRequest request)
    {
        var start = request.Number("start", 0);
        var pages = (replies.Count + PostsPerPage) / PostsPerPage;
        return Html.Of($"""
            <h1 class="topic-title"><a href="{advert.Path}">{advert.Title}</a></h1>
            {Html.If(pages > 1, () => Html.Of($"<div class=\"pagination\">{Html.Each(Enumerable.Range(0, pages), p => Html.Of($"<a href=\"{advert.Path}&amp;start={(p * PostsPerPage).ToString(CultureInfo.InvariantCulture)}\">{p + 1}</a> "))}</div>"))}
            {Html.If(start == 0, () => First(advert, price, request))}
            {Html.Each(replies.Skip(Math.Max(0, start - 1)).Take(start == 0 ? PostsPerPage - 1 : PostsPerPage), Reply)}
            <p class="reply-link"><a rel="nofollow" href="/posting?t={advert.Id}">Post a reply</a></p>
            """);
    }

    private static Html First(Advert advert, string price, PageRequest request)
    {
        var label = advert.Language switch { "fr" => "Prix", "de" => "Preis", _ => "Price" };
        return Html.Of($"""
            <article class="post first" id="p{advert.Id}1" lang="{advert.Language}">
              <aside class="author"><a class="username" href="/user/{advert.Seller.Handle}">{advert.Seller.DisplayName}</a><div>{advert.Location}</div><div>Joined {advert.Seller.Since.Year}</div></aside>
              <div class="postbody"><p class="postdate"><time datetime="{Dates.Iso(advert.Posted)}">{Dates.PrintWithTime(advert.Posted, advert.Language)}</time></p>
              {Html.If(price.Length > 0 && !request.MovedPrice, () => Html.Of($"<p class=\"offer\">{label}: <b class=\"offer-price\">{price}</b></p>"))}
              <div class="content">{Html.Paragraphs(advert.Text)}</div>
              {Html.If(price.Length > 0 && request.MovedPrice, () => Html.Of($"<div class=\"tags\"><span>{price}</span></div>"))}
              <div class="attachments">{Html.Each(advert.Pictures, p => Html.Of($"<img class=\"attachment\" src=\"/img/{p.Name}-f.png\" alt=\"\" width=\"640\" height=\"480\">"))}</div></div>
            </article>
            """);
    }

    private static Html Reply(ForumReply reply) => Html.Of($"""
        <article class="post reply"><aside class="author"><a class="username" href="/user/{reply.Author.Handle}">{reply.Author.DisplayName}</a></aside><div class="postbody"><p class="postdate">{Dates.PrintWithTime(reply.At, reply.Language)}</p><div class="content"><p>{reply.Text}</p></div></div></article>

        """);
}
