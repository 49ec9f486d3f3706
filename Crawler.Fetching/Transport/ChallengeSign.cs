using System.Text;

namespace Crawler.Fetching.Transport;

/// <summary>Recognises refusals that ask for proof of being human. A patrol gives none; it only says what it met.</summary>
internal static class ChallengeSign
{
    private const int Look = 64 * 1024;

    // Names that the vendors' own documentation gives their widgets and headers.
    private static readonly string[] Marks =
        ["g-recaptcha", "recaptcha/api", "h-captcha", "hcaptcha.com", "cf-turnstile", "cf-browser-verification", "challenge-form", "challenge-platform", "captcha-delivery", "geetest", "px-captcha", "arkoselabs", "funcaptcha", "captcha-container", "aws-waf-token"];

    /// <summary>The mark that was found, or null.</summary>
    public static string? In(HttpAnswer answer)
    {
        if (string.Equals(answer.Header("cf-mitigated"), "challenge", StringComparison.OrdinalIgnoreCase))
        {
            return "cf-mitigated: challenge";
        }

        string head = Encoding.Latin1.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, Look)]);
        return Array.Find(Marks, m => head.Contains(m, StringComparison.OrdinalIgnoreCase));
    }
}
