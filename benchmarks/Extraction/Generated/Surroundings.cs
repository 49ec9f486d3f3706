using System.Text;

namespace Extraction.Benchmarks.Generated;

/// <summary>What real pages are full of besides their content: styles, scripts, menus, facets, footers, cookie bars.</summary>
internal static class Surroundings
{
    /// <summary>A whole page around <paramref name="main"/>. <paramref name="kilobytes"/> is the size of its inline styles and scripts.</summary>
    public static string Page(this Scene s, string main, string head = "", string aside = "", string end = "", int kilobytes = 40, string shell = "html5")
    {
        (shell, kilobytes, aside) = s.Small ? ("bare", 0, "") : (shell, kilobytes, aside);
        string title = s.Detail is null ? $"{s.Query} - {s.Tongue.List("categories")[0]} | {s.Host[12..]}" : $"{s.Advert.Title} | {s.Host[12..]}";
        string top = $"""
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Scene.E(title)}</title>
            {(s.Base is null ? "" : $"<base href=\"{s.Base}\">")}
            <link rel="stylesheet" href="/assets/app.{s.Random.Next(100000, 999999)}.css"><link rel="icon" href="/favicon.ico">
            <style>{Css(s, kilobytes / 2)}</style><script>{Script(s, kilobytes / 2)}</script>
            {head}
            """;
        return shell switch
        {
            "tables" => $"""
                <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html><head>{top}</head><body bgcolor="#ffffff"><table width="100%" cellspacing="0"><tr><td><a href="/"><img src="/images/logo.gif" alt="Logo" width="180" height="60"></a></td>
                <td align="right">{s.Each(["home", "login", "contact"], w => $"<a href=\"/{w}.php\">{s.Word(w)}</a> |")}</td></tr></table>
                <table width="100%"><tr><td width="160" valign="top"><table><tr><td class="infoBoxHeading">{s.Word("category")}</td></tr><tr><td>{s.Each(s.Tongue.List("categories"), c => $"<a href=\"/index.php?cPath={Math.Abs(c.Length * 7)}\">{Scene.E(c)}</a>&nbsp;({s.Random.Next(2, 300)})<br>")}</td></tr></table>{aside}</td>
                <td valign="top">{main}</td></tr></table><table width="100%"><tr><td align="center"><font size="1">Copyright &copy; 2026 <a href="/">{s.Host[12..]}</a></font></td></tr></table>{end}</body></html>
                """,
            "soup" => $"""
                <!doctype html><html lang="{s.Tongue.Code}"><head>{top}</head><body class="antialiased"><div id="root"><div class="_{Hash(s)}"><div class="_{Hash(s)}"><a href="/" class="_{Hash(s)}">{Icon(s)}</a><div>{SearchForm(s)}</div><a href="/login" class="_{Hash(s)}">{Icon(s)}<span>{s.Word("login")}</span></a></div>
                <div class="_{Hash(s)}">{s.Each(s.Tongue.List("categories").Take(8), c => $"<a class=\"_q1{c.Length % 3}\" href=\"/c/{c.Length}{c[0]}\"><span>{Scene.E(c)}</span></a>")}</div>
                <div class="_{Hash(s)}">{aside}<div class="_{Hash(s)}">{main}</div></div><div class="_{Hash(s)}">{Links(s, 14)}</div></div></div>{Cookies(s)}{end}</body></html>
                """,
            "bare" => $"<!DOCTYPE html><html lang=\"{s.Tongue.Code}\"><head>{top}</head><body>{main}{end}</body></html>",
            _ => $"""
                <!DOCTYPE html><html lang="{s.Tongue.Code}"><head>{top}</head><body class="page">
                <div class="topbar"><p>{s.Word("shipping")}</p><ul><li><a href="/login">{s.Word("login")}</a></li><li><a href="/contact">{s.Word("contact")}</a></li><li><a href="/cart">{Icon(s)} <span class="count">0</span> <span class="total">{s.Money(0)}</span></a></li></ul></div>
                <header class="site-header"><a class="logo" href="/"><img src="/logo.svg" alt="{s.Host[12..]}"></a>{SearchForm(s)}{MegaMenu(s)}</header>
                <div class="wrap"><nav class="breadcrumb" aria-label="breadcrumb"><ol><li><a href="/">{s.Word("home")}</a></li><li><a href="/c/1">{Scene.E(s.Tongue.List("categories")[1])}</a></li><li>{Scene.E(s.Query)}</li></ol></nav>
                {(aside.Length == 0 ? "" : $"<aside class=\"sidebar\">{aside}</aside>")}<main id="main">{main}</main></div>
                <footer class="site-footer"><div class="cols">{s.Each(Enumerable.Range(0, 4), _ => $"<div><h4>{s.Word(s.Pick("contact", "category", "brand", "delivery"))}</h4><ul>{Links(s, 6)}</ul></div>")}</div><form action="/newsletter"><label>{s.Word("newsletter")}</label><input type="email" name="email"></form><p>&copy; 2026</p></footer>
                {Cookies(s)}{end}</body></html>
                """,
        };
    }

    public static string Facets(this Scene s) => $"""
        <div class="facets"><h3>{s.Word("filter")}</h3>{s.Each(["category", "brand", "price", "place"], group => $"""
        <fieldset class="facet"><legend>{s.Word(group)}</legend><ul>{s.Each(group == "price" ? [5, 50, 100, 500] : Enumerable.Range(1, 9), n => group switch
        {
            "price" => $"<li><a href=\"?min={n}\"><span>{s.Money(n * s.Tongue.Scale)} - {s.Money(n * 2 * s.Tongue.Scale)}</span> <span class=\"n\">({n * 3})</span></a></li>",
            "place" => $"<li><label><input type=\"checkbox\" name=\"loc\" value=\"{n}\"> {Scene.E(s.Tongue.List("places")[n % 8])}</label> <em>{n * 11}</em></li>",
            _ => $"<li class=\"item\"><a href=\"/f/{group}/{n}\">{Scene.E(s.Tongue.List("categories")[n])}</a> <span class=\"n\">({n * 17})</span></li>",
        })}</ul></fieldset>
        """)}</div>
        """;

    /// <summary>Things that are not results, each drawn by <paramref name="card"/>, under a heading that says so.</summary>
    public static string Carousel(this Scene s, string word, Func<Good, string> card, string box = "section") =>
        $"<{box} class=\"rec\"><h2>{s.Word(word)}</h2><div class=\"track\">{s.Each(s.Others.Take(8), card)}</div></{box}>";

    public static string Icon(Scene s) => $"<svg width=\"24\" height=\"24\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M{s.Random.Next(24)} {s.Random.Next(24)}a1.2 1.2 0 0 1-1.4 1.3l-{s.Random.Next(9)}.07 3.1z\" fill=\"currentColor\"></path></svg>";

    public static string Hash(Scene s) => s.Random.Next(0x100000, 0xffffff).ToString("x6", System.Globalization.CultureInfo.InvariantCulture);

    public static string Numbers(this Scene s, int current, int last, Func<int, string> href, Func<int, string> here) =>
        s.Each(Enumerable.Range(1, last), n => n == current ? here(n) : $"<a href=\"{href(n)}\">{n}</a>");

    private static string MegaMenu(Scene s) => $"""
        <nav class="mega"><ul class="level0">{s.Each(s.Tongue.List("categories"), top => $"""
        <li class="has-sub"><a href="/c/{top.Length}{(int)top[0]}">{Scene.E(top)}</a><div class="sub"><ul>{s.Each(s.Tongue.List("nouns").Take(7), n => $"<li><a href=\"/c/{top.Length}/{n.Length}{(int)n[0]}\">{Scene.E(n)}</a></li>")}</ul><a class="promo" href="/promo/{top.Length}"><img src="/img/promo{top.Length}.jpg" alt=""></a></div></li>
        """)}</ul></nav>
        """;

    private static string SearchForm(Scene s) =>
        $"<form action=\"/search\" role=\"search\"><input type=\"search\" name=\"q\" value=\"{Scene.E(s.Query)}\" placeholder=\"{s.Word("search")}\"><select name=\"cat\"><option value=\"\">{s.Word("category")}</option>{s.Each(s.Tongue.List("categories"), c => $"<option value=\"{c.Length}\">{Scene.E(c)}</option>")}</select><button type=\"submit\">{s.Word("search")}</button></form>";

    private static string Links(Scene s, int count) =>
        s.Each(Enumerable.Range(0, count), n => $"<li><a href=\"/info/{n}\">{Scene.E(s.Tongue.List("categories")[n % 12])} {Scene.E(s.Tongue.List("nouns")[n % 16])}</a></li>");

    private static string Cookies(Scene s) => $"<div id=\"consent\" class=\"cookie-bar\" role=\"dialog\"><p>{s.Word("cookies")}</p><button>OK</button><a href=\"/privacy\">Privacy</a></div>";

    private static string Css(Scene s, int kilobytes)
    {
        var css = new StringBuilder(":root{--c1:#123;--c2:#fff}");
        while (css.Length < kilobytes * 1024)
        {
            css.Append('.').Append('x').Append(Hash(s)).Append(">.y{display:flex;margin:0 ").Append(s.Random.Next(40)).Append("px;background:url('data:image/svg+xml;utf8,<svg/>')}@media(min-width:").Append(s.Random.Next(400, 1600)).Append("px){.z:hover{color:#").Append(Hash(s)).Append("}}");
        }

        return css.ToString();
    }

    private static string Script(Scene s, int kilobytes)
    {
        var script = new StringBuilder("window.dataLayer=window.dataLayer||[];dataLayer.push({'event':'view','ecommerce':{'currencyCode':'").Append(s.Tongue.Currency).Append("'}});");
        while (script.Length < kilobytes * 1024)
        {
            script.Append("!function(e,t){var n=t[\"").Append(Hash(s)).Append("\"]||{id:").Append(s.Random.Next(9999)).Append(",v:'").Append(s.Random.Next(99)).Append(".0',on:!0};e.cfg=e.cfg||{};e.cfg['k").Append(s.Random.Next(999)).Append("']={price:null,items:[],label:\"").Append(Hash(s)).Append("\"};if(n.on){e.q.push(function(){return n.id*2})}}(window,{});");
        }

        return script.ToString();
    }
}
