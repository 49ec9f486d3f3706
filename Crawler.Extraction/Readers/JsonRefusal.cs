using System.Text.Json;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Json;
using Crawler.Extraction.States;
using Crawler.Pages.Json;

namespace Crawler.Extraction.Readers;

/// <summary>Error objects of JSON interfaces.</summary>
internal static class JsonRefusal
{
    /// <summary>Null: it is no error object.</summary>
    public static PageVerdict? Of(JsonElement root, int status)
    {
        string? words = root.ValueKind != JsonValueKind.Object
            ? null
            : JsonRow.Text(JsonLeaf.Of(root, 1), ["error", "message", "errordescription", "detail", "title", "reason"], _ => true);
        string text = words?.ToLowerInvariant() ?? "";
        bool Says(params ReadOnlySpan<string> parts)
        {
            foreach (string part in parts)
            {
                if (text.Contains(part, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        return status == 401 || Says("token", "unauthor", "authent", "log in", "login", "not signed in")
            ? new PageVerdict(OutcomeKind.LoginRequired, words ?? "HTTP 401")
            : Says("captcha") ? new PageVerdict(OutcomeKind.Captcha, words!)
            : status is 403 or 429 || Says("forbidden", "blocked", "denied", "rate limit", "too many")
                ? new PageVerdict(OutcomeKind.Blocked, words ?? $"HTTP {status}")
            : status == 410 || Says("deleted", "removed", "expired", "gone") ? new PageVerdict(OutcomeKind.Gone, words ?? "HTTP 410")
            : status == 404 || Says("not found", "does not exist") ? new PageVerdict(OutcomeKind.SoftNotFound, words ?? "HTTP 404")
            : null;
    }
}
