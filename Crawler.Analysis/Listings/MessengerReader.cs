using System.Text.RegularExpressions;

namespace Crawler.Analysis.Listings;

/// <summary>Finds handles on messengers and social networks: <c>service:handle</c>, lower case.</summary>
internal static partial class MessengerReader
{
    public static IEnumerable<string> In(string text)
    {
        foreach (Match match in Link().Matches(text))
        {
            string service = match.Groups["host"].Value.ToUpperInvariant() switch
            {
                "T.ME" or "TELEGRAM.ME" => "telegram",
                "WA.ME" or "API.WHATSAPP.COM/SEND?PHONE=" => "whatsapp",
                "INSTAGRAM.COM" => "instagram",
                "SNAPCHAT.COM/ADD" => "snapchat",
                _ => "signal",
            };
            yield return $"{service}:{Handle(match)}";
        }

        foreach (Match match in SessionId().Matches(text))
        {
            yield return $"session:{match.Value.ToLowerInvariant()}";
        }

        foreach (Match match in Named().Matches(text))
        {
            string handle = Handle(match);
            if (match.Groups["mark"].Success || handle.AsSpan().ContainsAny("_0123456789."))
            {
                yield return $"{Service(match.Groups["service"].Value)}:{handle}";
            }
        }
    }

    private static string Handle(Match match) => match.Groups["handle"].Value.TrimEnd('.', '_').ToLowerInvariant();

    private static string Service(string printed) => printed.ToUpperInvariant() switch
    {
        "TG" or "TELEGRAM" or "TELE" => "telegram",
        "WA" or "WHATSAPP" or "WHATS APP" => "whatsapp",
        "IG" or "INSTA" or "INSTAGRAM" => "instagram",
        "SNAP" or "SNAPCHAT" => "snapchat",
        "WICKR" or "WICKR ME" => "wickr",
        "THREEMA" => "threema",
        "KIK" => "kik",
        "SESSION" => "session",
        _ => "signal",
    };

    [GeneratedRegex(
        @"(?<![\w.])(?:https?://)?(?:www\.)?" +
        @"(?<host>t\.me|telegram\.me|wa\.me|api\.whatsapp\.com/send\?phone=|instagram\.com|snapchat\.com/add|signal\.me/#p)" +
        @"/?\+?(?<handle>[a-z0-9][\w.]{3,40})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    /// <summary>A service's name, then a handle marked by "@", ":" or "=", or one that has a digit or underscore.</summary>
    [GeneratedRegex(
        @"(?<![\w./-])(?<service>telegram|tele|tg|whats ?app|wa|signal|wickr(?: me)?|session|threema|kik|instagram|insta|ig|snapchat|snap)" +
        @"(?:\s(?:id|user|handle|naam|name|nom))?(?:\s?(?<mark>[:=]\s?@?|@)\s?|\s-?\s?)(?<handle>[a-z][\w.]{3,31})(?![\w@])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    /// <summary>Session's account ids: 05 and 64 hex digits.</summary>
    [GeneratedRegex(@"(?<![0-9a-zA-Z])05[0-9a-f]{64}(?![0-9a-zA-Z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SessionId();
}
