namespace Crawler.TrainingGround.Sites.Shop;

/// <summary>The shop's style sheet.</summary>
internal static class ShopStyles
{
    public const string Css = """
        *{box-sizing:border-box}body{margin:0;font:16px/1.55 Georgia,serif;color:#262422;background:#fff}a{color:#7c3f2b}.strip{background:#2f3b35;color:#e9ece4;text-align:center;font:13px system-ui;padding:6px}
        .masthead{display:flex;gap:24px;align-items:center;padding:18px 32px;border-bottom:1px solid #ddd6cb;flex-wrap:wrap}.brand{font-size:28px;color:#262422;text-decoration:none}.brand i{color:#b2643f}.masthead form{flex:1;display:flex;min-width:220px}.masthead input{flex:1;padding:9px;border:1px solid #bbb2a4}.masthead button{border:0;background:#2f3b35;color:#fff;padding:0 18px}
        .depts{padding:10px 32px;background:#f6f2ea}.depts a{margin-right:22px}main{max-width:1140px;margin:24px auto;padding:0 20px}.toolbar{display:flex;gap:20px;align-items:baseline}.count{color:#83796c}
        .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(210px,1fr));gap:22px}.product-tile{position:relative}.product-link{text-decoration:none;color:inherit}.product-image{width:100%;aspect-ratio:4/3;object-fit:cover;background:#eee}.product-name{display:block;margin-top:6px}.price{font-weight:700}.was{color:#9b9184}.vendor{font:13px system-ui;color:#83796c}.badge{position:absolute;top:8px;left:8px;background:#fff;padding:1px 8px;font:12px system-ui}.is-promoted{background:#faf6ee}
        .more{text-align:center;margin:28px}.next{border:1px solid #2f3b35;padding:10px 28px;text-decoration:none}.product{display:grid;grid-template-columns:3fr 2fr;gap:32px}.photos img{width:100%;height:auto;margin-bottom:10px}.product-price{font-size:26px}.add{background:#2f3b35;color:#fff;border:0;padding:12px 26px;font:inherit}.specs th{text-align:left;padding-right:18px;font-weight:400;color:#83796c}.description{grid-column:1/-1;max-width:70ch}
        .breadcrumb{display:flex;list-style:none;gap:10px;padding:0;font:13px system-ui}.message{text-align:center;padding:50px 10px}.also{border-top:1px solid #ddd6cb;margin-top:36px}.strip-of-tiles{display:flex;gap:16px;overflow:auto}.strip-of-tiles a{width:150px;font-size:14px}.strip-of-tiles span{display:block}footer{background:#f6f2ea;padding:24px;text-align:center;font:13px system-ui}
        @media(max-width:700px){.product{grid-template-columns:1fr}}
        """;
}
