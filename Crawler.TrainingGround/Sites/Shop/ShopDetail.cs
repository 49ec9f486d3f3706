using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Shop;

/// <summary>The shop's product page.</summary>
internal static class ShopDetail
{
    public static Html Render(Advert advert, string price, IReadOnlyList<string> images, PageRequest request) => Html.Of($"""
        <ol class="breadcrumb"><li><a href="/">Shop</a></li><li><a href="/search?q=">All items</a></li><li>{advert.Id}</li></ol>
        <div class="product" data-sku="{advert.Id}">
        <div class="photos">{Html.Each(images, i => Html.Of($"<a href=\"{i}\"><img src=\"{i}\" alt=\"{advert.Title}\" width=\"640\" height=\"480\"></a>"))}</div>
        <div class="facts">
        <h1 class="product-title">{advert.Title}</h1>
        {Html.If(!request.MovedPrice, () => Html.Of($"<p class=\"product-price\">{price}</p>"))}
        <p class="stock">{(advert.Class is AdvertClass.Sold ? "Sold out" : "In stock")}</p>
        <button class="add" type="button">{(request.MovedPrice ? "Add to basket for " + price : "Add to basket")}</button>
        <table class="specs"><tr><th>Item</th><td>{advert.Id}</td></tr><tr><th>Listed</th><td>{Dates.Print(advert.Posted, "en")}</td></tr><tr><th>Ships from</th><td class="ships-from">{advert.Location}</td></tr><tr><th>Sold by</th><td><a class="sold-by" href="/seller/{advert.Seller.Handle}">{advert.Seller.DisplayName}</a></td></tr></table>
        </div>
        <div class="description"><h2>Description</h2><div class="description-text">{Html.Paragraphs(advert.Text)}</div></div>
        </div>
        """);
}
