namespace Crawler.Pages.Addresses;

/// <summary>Recognises addresses where sites ask who one is.</summary>
public static class LoginAddress
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "login", "log-in", "log_in", "signin", "sign-in", "sign_in", "logon", "auth", "authenticate", "authorize", "sso", "oauth",
        "anmelden", "anmeldung", "einloggen", "inloggen", "aanmelden", "connexion", "se-connecter", "identification", "accedi", "logowanie",
    };

    /// <summary>Whether a redirect from one address to the other leads to a log-in page.</summary>
    public static bool IsReached(Uri from, Uri to) => Is(to) && !Is(from);

    private static bool Is(Uri url)
    {
        foreach (string segment in url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            int dot = segment.LastIndexOf('.');
            if (Words.Contains(dot > 0 ? segment[..dot] : segment))
            {
                return true;
            }
        }

        return url.Host.Split('.')[0] is var first && Words.Contains(first);
    }
}
