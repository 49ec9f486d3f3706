using Crawler.TrainingGround.Serving;

namespace Crawler.TrainingGround.Sites.Markt;

/// <summary>The marketplace's page of results: a list of <c>li.zoekertje</c>, paid rows first, numbered pages below.</summary>
internal static class MarktSearch
{
    public static Html Results(string query, int total, IReadOnlyList<MarktRow> rows, int page, int pages, PageRequest request) => Html.Of($"""
            <div class="kolommen">
              <aside class="filters"><h2>Verfijn</h2><ul><li><a href="/zoeken?q={Uri.EscapeDataString(query)}&amp;prijs=0-50">tot € 50</a></li><li><a href="/zoeken?q={Uri.EscapeDataString(query)}&amp;prijs=50-250">€ 50 - € 250</a></li><li><a href="/zoeken?q={Uri.EscapeDataString(query)}&amp;prijs=250-">meer dan € 250</a></li></ul></aside>
              <section class="resultaten">
                <h1><span class="aantal">{total}</span> zoekertjes voor “{query}”</h1>
                {(request.NewCards ? Table(rows) : Html.Of($"<ul class=\"lijst\">\n{Html.Each(rows, r => Card(r, request.MovedPrice))}</ul>"))}
                {Pager(query, page, pages)}
              </section>
            </div>
        """);

    public static Html Nothing(string query) => Html.Of($"""
            <section class="resultaten geen"><h1>Geen zoekertjes gevonden voor “{query}”</h1><p>Aucune annonce trouvée. Controleer de spelling of probeer een algemenere term.</p></section>
        """);

    public static Html Card(MarktRow row, bool moved) => Html.Of($"""
                  <li class="zoekertje{(row.Paid ? " topzoekertje" : "")}" data-id="{row.Advert.Id}">
                    <a class="foto" href="{row.Advert.Path}"><img src="{row.Image}" alt="{row.Advert.Title}" width="160" height="120" loading="lazy"></a>
                    <div class="inhoud">
                      {Html.If(row.Paid, () => Html.Of($"<span class=\"etiket\">Topzoekertje</span>"))}<h3 class="titel"><a href="{row.Advert.Path}">{row.Advert.Title}</a></h3>
                      <p class="uittreksel">{row.Excerpt}</p>
                      <p class="waar"><span class="plaats">{row.Advert.Location}</span> · <time datetime="{Dates.Iso(row.Advert.Posted)}">{Dates.Print(row.Advert.Posted, row.Advert.Language)}</time></p>
                      {Html.If(moved, () => Html.Of($"<footer class=\"onderaan\">Vraagprijs <em>{row.Price}</em></footer>"))}
                    </div>
                    <div class="rechts">{Html.If(!moved, () => Html.Of($"<span class=\"prijs\">{row.Price}</span>"))}<a class="wie" href="/verkoper/{row.Advert.Seller.Handle}">{row.Advert.Seller.DisplayName}</a></div>
                  </li>

        """);

    private static Html Table(IReadOnlyList<MarktRow> rows) => Html.Of($"""
        <div class="raster">
        {Html.Each(rows, r => Html.Of($"""
              <article class="kaart{(r.Paid ? " kaart-top" : "")}"><figure><a href="{r.Advert.Path}"><img src="{r.Image}" alt=""></a>{Html.If(r.Paid, () => Html.Of($"<figcaption>Topzoekertje</figcaption>"))}</figure>
                <p class="bedrag">{r.Price}</p><h2><a href="{r.Advert.Path}">{r.Advert.Title}</a></h2><p class="meta">{Dates.Print(r.Advert.Posted, r.Advert.Language)}, {r.Advert.Location}</p></article>

            """))}</div>
        """);

    private static Html Pager(string query, int page, int pages)
    {
        if (pages < 2)
            return Html.Empty;
        string Link(int p) => $"/zoeken?q={Uri.EscapeDataString(query)}&p={p.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        return Html.Of($"""
            <nav class="paginas" aria-label="Pagina's">
                  {Html.If(page > 1, () => Html.Of($"<a class=\"vorige\" href=\"{Link(page - 1)}\">Vorige</a>"))}
                  {Html.Each(Enumerable.Range(1, pages), p => p == page ? Html.Of($"<span class=\"hier\">{p}</span>") : Html.Of($"<a href=\"{Link(p)}\">{p}</a>"))}
                  {Html.If(page < pages, () => Html.Of($"<a class=\"volgende\" href=\"{Link(page + 1)}\">Volgende</a>"))}
                </nav>
            """);
    }
}
