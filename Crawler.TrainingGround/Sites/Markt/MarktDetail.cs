using System.Globalization;
using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Markt;

/// <summary>The marketplace's advert page, with schema.org microdata.</summary>
internal static class MarktDetail
{
    public static Html Render(Advert advert, PracticeWorld world, string price, IReadOnlyList<string> images, IReadOnlyList<MarktRow> similar, PageRequest request) => Html.Of($"""
            <nav class="kruimels"><a href="/">Start</a> › <a href="/zoeken?q={SiteAddresses.Category(advert)}">{SiteAddresses.Category(advert).Replace('-', ' ')}</a> › <span>{advert.Id}</span></nav>
            <article class="advertentie" itemscope itemtype="https://schema.org/Product" data-id="{advert.Id}" lang="{advert.Language}">
              <h1 class="ad-titel" itemprop="name">{advert.Title}</h1>
              <meta itemprop="productID" content="{advert.Id}">
              <div class="galerij">{Html.Each(images, i => Html.Of($"<img itemprop=\"image\" src=\"{i}\" alt=\"\" width=\"640\" height=\"480\">"))}</div>
              {Html.If(!request.MovedPrice, () => Offer(advert, world.State.PriceOf(advert), price))}
              <dl class="kenmerken"><dt>Plaats</dt><dd class="ad-plaats">{advert.Location}</dd><dt>Geplaatst</dt><dd><time class="ad-datum" datetime="{Dates.Iso(advert.Posted)}">{Dates.Print(advert.Posted, advert.Language)}</time></dd><dt>Nummer</dt><dd>{advert.Id}</dd>{Html.If(advert.Class is AdvertClass.Sold, () => Html.Of($"<dt>Status</dt><dd class=\"ad-status\">Verkocht</dd>"))}</dl>
              <h2>Beschrijving</h2>
              <div class="ad-tekst" itemprop="description">{Html.Paragraphs(advert.Text)}</div>
              {Html.If(request.MovedPrice, () => Html.Of($"<p class=\"ad-onder\"><strong>{price}</strong> (vraagprijs)</p>"))}
              <section class="verkoper"><h2>Verkoper</h2><p><a class="ad-verkoper" href="/verkoper/{advert.Seller.Handle}" data-handle="{advert.Seller.Handle}">{advert.Seller.DisplayName}</a></p><p>Lid sinds {Dates.Print(advert.Seller.Since, "nl")} · {advert.Seller.Feedback}% positief</p><p><a class="knop" rel="nofollow" href="/bericht/{advert.Id}">Stuur bericht</a></p></section>
            </article>
            <section class="vergelijkbaar"><h2>Vergelijkbare zoekertjes</h2><ul>{Html.Each(similar, s => Html.Of($"<li><a href=\"{s.Advert.Path}\"><img src=\"{s.Image}\" alt=\"\" width=\"120\" height=\"90\"><span>{s.Advert.Title}</span> <b>{s.Price}</b></a></li>"))}</ul></section>
        """);

    private static Html Offer(Advert advert, decimal? amount, string price)
    {
        if (amount is null)
            return Html.Of($"<p class=\"ad-prijs\">{price}</p>");
        return Html.Of($"""
            <p class="ad-prijs" itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span>{price}</span><meta itemprop="price" content="{amount.Value.ToString("0.00", CultureInfo.InvariantCulture)}"><meta itemprop="priceCurrency" content="{advert.Currency}"><link itemprop="availability" href="https://schema.org/{(advert.Class is AdvertClass.Sold ? "SoldOut" : "InStock")}"></p>
            """);
    }
}
