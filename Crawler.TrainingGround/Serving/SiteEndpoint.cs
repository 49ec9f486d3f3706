using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Crawler.TrainingGround.Serving;

/// <summary>Answers one site's HTTP requests: notes each, lets trouble have its way, then writes the site's page.</summary>
internal sealed class SiteEndpoint(SitePages site, SiteTroubles desk, RequestLog log, TimeProvider time)
{
    public async Task HandleAsync(HttpContext http)
    {
        var (number, at) = (log.NextNumber(), time.GetUtcNow());
        var path = http.Request.Path.Value ?? "/";
        var kind = site.KindOf(path);
        var trouble = desk.Meet(path, kind);
        if (trouble is { Mode: TroubleMode.Consent } && http.Request.Cookies.ContainsKey(TroublePages.ConsentCookie))
            trouble = null;
        var status = 0;
        try
        {
            await AnswerAsync(http, path, kind, trouble);
            status = trouble?.Mode is TroubleMode.Reset ? 0 : http.Response.StatusCode;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The visitor has left; the record says so with status 0.
        }
        finally
        {
            log.Add(new RequestRecord
            {
                Number = number,
                At = at,
                SiteId = site.Site.Id,
                Host = http.Request.Host.Value ?? "",
                PathAndQuery = http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent(),
                Method = http.Request.Method,
                UserAgent = http.Request.Headers.UserAgent.ToString(),
                Status = status,
                HasCookies = http.Request.Headers.Cookie.Count > 0,
                Kind = Name(kind),
                Trouble = trouble?.Mode.ToString().ToLowerInvariant(),
            });
        }
    }

    private async Task AnswerAsync(HttpContext http, string path, PageKind kind, Trouble? trouble)
    {
        if (trouble?.Mode is TroubleMode.Reset)
        {
            http.Abort();
            return;
        }

        if (trouble?.Mode is TroubleMode.Slow)
            await Task.Delay(trouble.Delay, time, http.RequestAborted);

        var request = new PageRequest
        {
            Path = path,
            Query = http.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal),
            Redesign = trouble?.Mode is TroubleMode.Redesign ? trouble.Redesign : null,
            ShowNothing = trouble?.Mode is TroubleMode.Empty && kind is PageKind.Search,
        };
        if (path is "/consent" && HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Cookies.Append(TroublePages.ConsentCookie, "1", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });
            await PageWriter.WriteAsync(http, Page.Redirect("/"));
            return;
        }

        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            await PageWriter.WriteAsync(http, Page.OfText("405", status: 405));
            return;
        }

        var page = PageFor(request, trouble);
        await PageWriter.WriteAsync(http, page);
        if (trouble?.Mode is TroubleMode.HugeBody)
            await PourAsync(http, trouble.Bytes);
    }

    private Page PageFor(PageRequest request, Trouble? trouble) => trouble?.Mode switch
    {
        TroubleMode.Throttle => TroublePages.Throttled(site, trouble),
        TroubleMode.Burst503 => TroublePages.Unavailable(site, trouble),
        TroubleMode.Consent => TroublePages.Consent(site, request),
        TroubleMode.Login => TroublePages.Login(site, request, trouble),
        TroubleMode.Captcha => TroublePages.Captcha(trouble),
        TroubleMode.Refuse => TroublePages.Refused(request),
        TroubleMode.SoftNotFound => TroublePages.SoftNotFound(site, request),
        TroubleMode.RedirectLoop => TroublePages.RedirectOn(request),
        TroubleMode.WrongCharset => PageDamage.Misdeclare(site.Get(request), trouble.Variant),
        TroubleMode.BrokenHtml => PageDamage.Break(site.Get(request)),
        TroubleMode.Redesign when trouble.Redesign is RedesignVariant.RenamedClasses => PageDamage.RenameClasses(site.Get(request)),
        TroubleMode.HugeBody => site.Get(request) with { LastModified = null },
        _ => request.Path switch
        {
            "/login" => TroublePages.LoginForm(site),
            "/consent" => TroublePages.Consent(site, request),
            _ => site.Get(request),
        },
    };

    private static async Task PourAsync(HttpContext http, long bytes)
    {
        var filler = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat("<div class=\"filler\"><p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p></div>\n", 700)));
        for (long poured = 0; poured < bytes; poured += filler.Length)
            await http.Response.Body.WriteAsync(filler, http.RequestAborted);
    }

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
