using System.Collections.Immutable;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Crawler.Contracts.Sites;
using Crawler.Pages;
using Crawler.Sites.Requests;

namespace Crawler.Fetching.Login;

/// <summary>Fills in the form of a log-in page as a person would: what the page put into it stays, what the definition names is set.</summary>
internal static class LoginForm
{
    /// <summary>The request that sends the form, or why there is none. The reason never holds a value.</summary>
    public static async Task<(FetchRequest? Request, string? Problem)> FillAsync(
        LoginDefinition login, FetchedPage page, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        // Without a loader: nothing that the page refers to is asked for.
        using var context = BrowsingContext.New(Configuration.Default);
        using var document = await context.OpenAsync(r => r.Address(page.FinalUrl.AbsoluteUri).Content(page.Text), cancellationToken);
        var form = login.Form is { } selector ? document.QuerySelector(selector) as IHtmlFormElement : FormWithPassword(document);
        if (form is null)
        {
            return (null, login.Form is null ? $"there is no form with a password field at {page.FinalUrl}" : $"'{login.Form}' is no form at {page.FinalUrl}");
        }

        foreach (var (name, value) in values)
        {
            if (!Set(form, name, value))
            {
                return (null, $"the form at {page.FinalUrl} has no field '{name}'; it has: {string.Join(", ", Names(form))}");
            }
        }

        var submitter = form.Elements.OfType<IHtmlElement>().FirstOrDefault(IsSubmit);
        var submission = submitter is null ? form.GetSubmission() : form.GetSubmission(submitter);
        if (submission is null || !Uri.TryCreate(submission.Target.Href, UriKind.Absolute, out var target))
        {
            return (null, $"the form at {page.FinalUrl} cannot be sent");
        }

        if (submission.Method != AngleSharp.Io.HttpMethod.Post)
        {
            return (null, $"the form at {page.FinalUrl} would put the password into an address (method GET): not sent");
        }

        if (Unsafe(page.FinalUrl, target) is { } unsafely)
        {
            return (null, unsafely);
        }

        using var body = new MemoryStream();
        await submission.Body.CopyToAsync(body, cancellationToken);
        string mediaType = submission.MimeType ?? "application/x-www-form-urlencoded";
        return (new FetchRequest { Url = target, Kind = PageKind.Detail, Post = new RequestBody(mediaType, body.ToArray()), Referrer = page.FinalUrl }, null);
    }

    /// <summary>Whether a page asks for a password.</summary>
    public static IHtmlFormElement? FormWithPassword(IParentNode document) =>
        document.QuerySelectorAll<IHtmlFormElement>("form").FirstOrDefault(f => f.QuerySelector("input[type=password]") is not null);

    private static bool Set(IHtmlFormElement form, string name, string value)
    {
        var controls = form.Elements.Where(e => e.GetAttribute("name") == name).ToImmutableArray();
        foreach (var control in controls)
        {
            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    box.IsChecked = box.Value == value || controls.Length == 1;
                    break;
                case IHtmlInputElement input:
                    input.Value = value;
                    break;
                case IHtmlSelectElement select:
                    select.Value = value;
                    break;
                case IHtmlTextAreaElement area:
                    area.Value = value;
                    break;
            }
        }

        return controls.Length > 0;
    }

    private static IEnumerable<string> Names(IHtmlFormElement form) =>
        form.Elements.Select(e => e.GetAttribute("name")).OfType<string>().Where(n => n.Length > 0).Distinct(StringComparer.Ordinal);

    private static bool IsSubmit(IHtmlElement element) =>
        element is IHtmlInputElement { Type: "submit", IsDisabled: false } or IHtmlButtonElement { Type: "submit", IsDisabled: false };

    /// <summary>A password goes to the host that asked for it, and not in the clear.</summary>
    private static string? Unsafe(Uri page, Uri target)
    {
        if (!string.Equals(page.IdnHost, target.IdnHost, StringComparison.OrdinalIgnoreCase))
        {
            return $"the form at {page} would send the password to another host ({target.Authority}): not sent";
        }

        bool guarded = target.Scheme == Uri.UriSchemeHttps || target.IsLoopback || target.IdnHost.EndsWith(".onion", StringComparison.OrdinalIgnoreCase);
        return guarded ? null : $"the form at {page} would send the password in the clear (http): not sent";
    }
}
