using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Onion;

/// <summary>The market's table rows and the page of one listing.</summary>
internal static class OnionListing
{
    public static Html Row(Advert advert, string price, bool paid, bool moved) => Html.Of($"""
        <tr class="{(paid ? "it ad" : "it")}"><td width="110"><a href="{advert.Path}"><img src="{Image(advert)}" width="100" height="75" border="0" alt=""></a></td><td>{Html.If(paid, () => Html.Of($"<font color=\"#b8860b\">[sponsored]</font> "))}<b><a href="{advert.Path}">{advert.Title}</a></b>{Html.If(moved, () => Html.Of($"<br><i>{price}</i>"))}<br>vendor <a href="/vendor?n={advert.Seller.Handle}">{advert.Seller.Handle}</a> ({advert.Seller.Feedback}%)</td><td class="pr" nowrap>{(moved ? "escrow" : price)}</td><td>{advert.Location}</td></tr>

        """);

    public static Html Block(Advert advert, string price, bool paid) => Html.Of($"""
        <div class="blk"><a href="{advert.Path}">{advert.Title}</a> {Html.If(paid, () => Html.Of($"[sponsored]"))}<br><img src="{Image(advert)}" width="100" alt=""><br><u>{price}</u> / {advert.Seller.Handle} / {advert.Location}</div>

        """);

    public static Html Detail(Advert advert, string price, IReadOnlyList<Advert> similar, Func<Advert, string> priceOf, PageRequest request) => Html.Of($"""
        <h1 class="ttl">{advert.Title}</h1>
        <table class="item" width="100%"><tr valign="top"><td width="330">{Html.Each(advert.Pictures, p => Html.Of($"<img src=\"/img/{p.Name}-f.png\" width=\"320\" height=\"240\" alt=\"\"><br>"))}</td><td>
        <table class="facts" border="1" cellpadding="4"><tr><td>Listing</td><td>{advert.Id}</td></tr>{Html.If(!request.MovedPrice, () => Html.Of($"<tr><td>Price</td><td class=\"price\">{price}</td></tr>"))}<tr><td>Vendor</td><td><a class="vnd" href="/vendor?n={advert.Seller.Handle}">{advert.Seller.Handle}</a></td></tr><tr><td>Ships from</td><td class="from">{advert.Location}</td></tr><tr><td>Listed</td><td class="date">{Dates.Print(advert.Posted, "en")}</td></tr></table>
        {Html.If(request.MovedPrice, () => Html.Of($"<p>Send exactly {price} to escrow.</p>"))}
        </td></tr></table>
        <h2>Description</h2><div class="desc">{Html.Paragraphs(advert.Text)}</div>
        <h2>Vendor key</h2><pre class="pgp">{advert.Seller.Person.Pgp.Armour}</pre>
        <h2>Others like this</h2><ul class="sim">{Html.Each(similar, s => Html.Of($"<li><a href=\"{s.Path}\">{s.Title}</a> - {priceOf(s)}</li>"))}</ul>
        """);

    private static string Image(Advert advert) => advert.Pictures.Count > 0 ? $"/img/{advert.Pictures[0].Name}-t.png" : "/img/none-00000000-t.png";
}
