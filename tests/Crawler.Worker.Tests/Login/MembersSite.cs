using System.Collections.Concurrent;
using Crawler.Fetching.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Crawler.Worker.Tests.Login;

/// <summary>A site for members only: a form with a token against forgery, a session in a cookie, and a search that only members see.</summary>
internal sealed class MembersSite : IAsyncDisposable
{
    public const string User = "officer";
    public const string Password = "correct horse & battery";

    private readonly ConcurrentDictionary<string, bool> _sessions = new(StringComparer.Ordinal);
    private int _logins;
    private int _tokens;

    public LoopbackSite Server { get; private set; } = null!;

    /// <summary>The form's markup; set before the first request.</summary>
    public string FormAttributes { get; set; } = "method=\"post\" action=\"/session\"";

    /// <summary>A page that no member may see.</summary>
    public bool ClosedToMembers { get; set; }

    public string Robots { get; set; } = "";

    /// <summary>Log-ins that were sent.</summary>
    public int Logins => Volatile.Read(ref _logins);

    public static async Task<MembersSite> StartAsync()
    {
        var site = new MembersSite();
        site.Server = await LoopbackSite.StartAsync(site.AnswerAsync, handlesRobots: true);
        return site;
    }

    /// <summary>Opens a session as a person in a browser would.</summary>
    public string OpenSession()
    {
        string id = $"s{Guid.NewGuid():N}";
        _sessions[id] = true;
        return id;
    }

    public void EndAllSessions() => _sessions.Clear();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/robots.txt" => context.Response.WriteAsync(Robots),
        "/login" => LoginPageAsync(context, failed: false),
        "/session" => SessionAsync(context),
        "/home" or "/search" => MembersAsync(context),
        _ => MissingAsync(context),
    };

    private Task LoginPageAsync(HttpContext context, bool failed)
    {
        string token = $"t{Interlocked.Increment(ref _tokens)}";
        context.Response.Cookies.Append("token", token);
        return HtmlAsync(context, $"""
            {(failed ? "<p class=\"error\">Wrong name or password</p>" : "")}
            <form id="search" method="get" action="/search"><input name="q"></form>
            <form id="login" {FormAttributes}>
              <input type="hidden" name="csrf" value="{token}"><input name="user" value=""><input type="password" name="pass">
              <input type="checkbox" name="remember" value="on"><select name="lang"><option value="en" selected>English</option></select>
              <button type="submit" name="go" value="1">Log in</button>
            </form>
            """);
    }

    private async Task SessionAsync(HttpContext context)
    {
        Interlocked.Increment(ref _logins);
        var form = await context.Request.ReadFormAsync();
        bool whole = form["csrf"] == context.Request.Cookies["token"] && form["lang"] == "en" && form["go"] == "1" && form["remember"] == "on"
            && context.Request.Headers.Referer.ToString().EndsWith("/login", StringComparison.Ordinal);
        if (!whole || form["user"] != User || form["pass"] != Password)
        {
            await LoginPageAsync(context, failed: true);
            return;
        }

        context.Response.Cookies.Append("sid", OpenSession(), new CookieOptions { HttpOnly = true });
        context.Response.Redirect("/home");
    }

    private Task MembersAsync(HttpContext context)
    {
        if (context.Request.Cookies["sid"] is not { } id || !_sessions.ContainsKey(id) || (ClosedToMembers && context.Request.Path == "/search"))
        {
            context.Response.Redirect("/login");
            return Task.CompletedTask;
        }

        return HtmlAsync(context, "<a href=\"/logout\">Log out</a><ul><li class=\"ad\" data-id=\"m1\"><a href=\"/ad/m1\">Ivory fan</a> € 10</li></ul>");
    }

    private static Task HtmlAsync(HttpContext context, string body)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"<!doctype html><html lang=\"en\"><title>Members</title><body>{body}</body></html>");
    }

    private static Task MissingAsync(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
