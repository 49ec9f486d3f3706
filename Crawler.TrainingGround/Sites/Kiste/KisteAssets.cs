using Crawler.TrainingGround.Serving;

namespace Crawler.TrainingGround.Sites.Kiste;

/// <summary>The shell, script and style sheet of the script-rendered marketplace.</summary>
internal static class KisteAssets
{
    public const string Css = """
        *{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f7f5ef;color:#2d2a26}a{color:#3a6b35}
        header{background:#3a6b35;padding:14px 24px;display:flex;gap:18px;align-items:center;flex-wrap:wrap}header .marke{color:#fff;font-size:22px;font-weight:700;text-decoration:none}header form{flex:1;display:flex;min-width:240px}header input{flex:1;padding:9px;border:0;border-radius:20px 0 0 20px}header button{border:0;border-radius:0 20px 20px 0;background:#f2b632;padding:0 20px;font-weight:600}
        main{max-width:1100px;margin:20px auto;padding:0 16px}.kacheln{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:16px}.kachel{background:#fff;border-radius:12px;overflow:hidden;border:1px solid #e2ddd0}.kachel img{width:100%;aspect-ratio:4/3;background:#e8e3d6;display:block}.kachel .innen{padding:10px 14px}.kachel h2{font-size:16px;margin:0}.kachel .kosten{font-weight:700;margin:4px 0}.kachel small{color:#7a7468}.anzeige-bezahlt{outline:2px solid #f2b632}.bezahlt{font-size:12px;color:#8a6a10}
        .lader{height:40px}.hinweis{background:#fff;border-radius:12px;padding:32px;text-align:center}.detail{background:#fff;border-radius:12px;padding:20px}.bilder{display:flex;gap:10px;overflow:auto}.bilder img{max-width:100%;border-radius:8px}.detail .kosten{font-size:24px;font-weight:700}.text{white-space:pre-line}footer{text-align:center;color:#7a7468;font-size:13px;padding:24px}
        """;

    private const string Body = """
        'use strict';
        const app = document.getElementById('app');
        const el = (tag, cls, text) => { const e = document.createElement(tag); if (cls) e.className = cls; if (text !== undefined && text !== null) e.textContent = text; return e; };
        const onView = (node, run) => { const o = new IntersectionObserver(es => { for (const e of es) if (e.isIntersecting) { o.disconnect(); run(); } }, { rootMargin: '300px' }); o.observe(node); };
        const lazy = (img, src) => { img.dataset.src = src; img.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='; onView(img, () => { img.src = img.dataset.src; }); };
        function card(a) {
          const k = el('div', a.gesponsert ? 'kachel anzeige-bezahlt' : 'kachel'); k.dataset.anzeige = a.anzeigeId;
          const l = el('a'); l.href = a.url; const i = el('img'); i.alt = a.titel; if (a.bild) lazy(i, a.bild.klein); l.append(i); k.append(l);
          const n = el('div', 'innen'); if (a.gesponsert) n.append(el('span', 'bezahlt', 'Anzeige'));
          const h = el('h2'); const t = el('a', 'name', a.titel); t.href = a.url; h.append(t); n.append(h);
          n.append(el('p', 'kosten', a.preis.text), el('small', 'ort', a.ort), el('small', 'datum', ' · ' + new Date(a.erstellt).toISOString().slice(0, 10).split('-').reverse().join('.')));
          k.append(n); return k;
        }
        async function search() {
          const q = new URLSearchParams(location.search).get('begriff') || ''; document.querySelector('input[name=begriff]').value = q;
          const head = el('h1', 'trefferzahl'); const grid = el('div', 'kacheln'); const tail = el('div', 'lader'); app.replaceChildren(head, grid, tail);
          let next = '/api/anzeigen?suche=' + encodeURIComponent(q) + '&offset=0&limit=20';
          const load = async () => {
            const d = await (await fetch(next)).json();
            if (!d.anzeigen.length && !grid.children.length) { app.replaceChildren(Object.assign(el('div', 'hinweis keine-treffer'), { innerHTML: '<h1>Keine Anzeigen gefunden</h1><p>Versuche einen anderen Begriff.</p>' })); return; }
            head.textContent = d.treffer + ' Anzeigen für „' + q + '“'; for (const a of d.anzeigen) grid.append(card(a));
            next = d.naechsteSeite; if (next) { tail.className = 'lader mehr'; onView(tail, load); } else { tail.className = 'lader ende'; }
          };
          await load();
        }
        async function detail() {
          const r = await fetch('/api/anzeigen/' + location.pathname.split('/').pop()); const a = await r.json();
          if (!r.ok) { app.replaceChildren(el('div', 'hinweis geloescht', 'Diese Anzeige ist nicht mehr verfügbar.')); return; }
          const d = el('article', 'detail'); d.dataset.anzeige = a.anzeigeId; document.title = a.titel + ' | Kramkiste';
          const b = el('div', 'bilder'); for (const p of a.bilder) { const i = el('img'); i.alt = ''; lazy(i, p.gross); b.append(i); }
          const s = el('aside', 'anbieter'); s.append(el('h2', '', 'Anbieter'), Object.assign(el('a', 'anbieter-name', a.anbieter.name), { href: a.anbieter.profil }));
          const m = el('section', 'aehnliche'); m.append(el('h2', '', 'Ähnliche Anzeigen')); for (const p of a.aehnliche) { const l = el('a', '', p.titel + ' (' + p.preisText + ')'); l.href = p.url; const z = el('div'); z.append(l); m.append(z); }
          d.append(el('h1', 'name', a.titel), b, el('p', 'kosten', a.preis.text), el('p', 'ort', a.ort), el('time', 'datum', a.erstellt), el('div', 'text', a.beschreibung), s, m); app.replaceChildren(d);
        }
        (app.dataset.ansicht === 'suche' ? search() : detail()).catch(e => app.replaceChildren(el('div', 'hinweis fehler', 'Fehler beim Laden: ' + e.message)));
        """;

    /// <param name="title">Of the page.</param>
    /// <param name="body">Its content.</param>
    /// <param name="script">Address of the script; null: none. A redesign has another one, so that no cache shows the old look.</param>
    public static Html Frame(string title, Html body, string? script) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="de">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><link rel="stylesheet" href="/static/site.css"></head>
        <body>
        <header><a class="marke" href="/">Kramkiste</a><form action="/suche"><input type="search" name="begriff" placeholder="Was suchst du?" aria-label="Suchbegriff"><button>Suchen</button></form></header>
        <main>{body}</main>
        <footer>Übungsplatz: alle Anzeigen sind erfunden.</footer>
        {Html.If(script is not null, () => Html.Of($"<script src=\"{script}\" defer></script>"))}
        </body>
        </html>
        """);

    /// <summary>The script; a redesign moves the price or builds other cards.</summary>
    public static string Script(PageRequest request)
    {
        if (request.MovedPrice)
        {
            return Body
                .Replace(
                    "n.append(el('p', 'kosten', a.preis.text), ",
                    "k.append(el('span', 'preisschild', 'Preis: ' + a.preis.text)); n.append(",
                    StringComparison.Ordinal)
                .Replace("el('p', 'kosten', a.preis.text), el('p', 'ort', a.ort)", "el('p', 'ort', a.ort + ' / ' + a.preis.text)", StringComparison.Ordinal);
        }

        return request.NewCards
            ? Body.Replace("el('div', a.gesponsert ? 'kachel anzeige-bezahlt' : 'kachel')", "el('article', a.gesponsert ? 'zeile werbung' : 'zeile')", StringComparison.Ordinal)
                .Replace("el('div', 'innen')", "el('section', 'rechts')", StringComparison.Ordinal)
                    .Replace("const h = el('h2')", "const h = el('strong')", StringComparison.Ordinal)
            : Body;
    }
}
