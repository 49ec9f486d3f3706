using Crawler.TrainingGround.Serving;

namespace Crawler.TrainingGround.Control;

/// <summary>The page for people: sites, their trouble, what the truth holds, and the buttons.</summary>
internal static class ControlPage
{
    public static Html Render(ITrainingControl ground)
    {
        var truth = ground.Truth;
        var bySite = truth.Adverts.ToLookup(a => a.SiteId);
        var requests = ground.Requests.CountBy(r => r.SiteId).ToDictionary(StringComparer.Ordinal);
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Training ground</title><style>{Html.Raw(Css)}</style></head>
            <body><main>
            <h1>Training ground</h1>
            <p>A practice world: six invented sites, {truth.Adverts.Count} invented adverts, seed {truth.Seed}, {truth.Changes} changes so far. The demo watch list should find <b>{truth.Adverts.Count(a => a.Expected && a.State == "live")}</b> of them.</p>
            <table><thead><tr><th>Site</th><th>Kind</th><th>Languages</th><th class="n">Adverts</th><th class="n">Expected</th><th class="n">Removed</th><th class="n">Requests</th><th>Trouble</th><th>Switch</th></tr></thead><tbody>
            {Html.Each(ground.Sites, s => Row(s, [.. bySite[s.Id]], requests.GetValueOrDefault(s.Id), ground.GetTrouble(s.Id)))}
            </tbody></table>
            <form method="post" action="/change?prices=20&amp;remove=10"><button>Change the world: 20 prices, 10 removals</button></form>
            <h2>What is out there</h2>
            <table><thead><tr><th>Class</th>{Html.Each(ground.Sites, s => Html.Of($"<th class=\"n\">{s.Name}</th>"))}</tr></thead><tbody>
            {Html.Each(truth.Adverts.Select(a => a.Class).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), c => Html.Of($"<tr><td>{c}</td>{Html.Each(ground.Sites, s => Html.Of($"<td class=\"n\">{bySite[s.Id].Count(a => a.Class == c)}</td>"))}</tr>"))}
            </tbody></table>
            <h2>For programs</h2>
            <p><a href="/truth">/truth</a> · <a href="/terms">/terms</a> · <a href="/requests">/requests</a> · <a href="/trouble">/trouble</a> · POST /change?prices=20&amp;remove=10 · POST /trouble/{"{site}"}?mode=throttle&amp;retryAfter=2 · DELETE /trouble/{"{site}"}</p>
            </main></body></html>
            """);
    }

    private static Html Row(TrainingSite site, IReadOnlyList<TruthAdvert> adverts, int requests, Trouble? trouble) => Html.Of($"""
        <tr><td><a href="{site.BaseUrl}">{site.Name}</a><br><small>{site.Id}</small></td><td>{site.Kind}</td><td>{string.Join(", ", site.Languages)}</td><td class="n">{adverts.Count}</td><td class="n">{adverts.Count(a => a.Expected && a.State == "live")}</td><td class="n">{adverts.Count(a => a.State == "removed")}</td><td class="n">{requests}</td><td>{(trouble is null ? "none" : trouble.Mode.ToString().ToLowerInvariant())}</td>
        <td>{Html.Each(TroubleQuery.Modes.Prepend("none"), m => Html.Of($"<form method=\"post\" action=\"/trouble/{site.Id}?mode={m}\"><button>{m}</button></form>"))}</td></tr>

        """);

    private const string Css = """
        body{margin:0;background:#f3f5f7;font:15px/1.5 system-ui,sans-serif;color:#1f2a33}main{max-width:1280px;margin:30px auto;padding:0 20px}table{width:100%;border-collapse:collapse;background:#fff;border:1px solid #dbe2e8;margin:14px 0}th,td{text-align:left;padding:8px 12px;border-bottom:1px solid #e7ecf0;vertical-align:top}th{background:#eaf0f4}.n{text-align:right;font-variant-numeric:tabular-nums}small{color:#71808c}form{display:inline}button{font:inherit;font-size:12px;border:1px solid #c5d0d8;background:#f8fafb;border-radius:5px;padding:1px 7px;margin:1px;cursor:pointer}main>form>button{font-size:15px;padding:8px 16px;background:#0b4f7a;color:#fff}
        """;
}
