namespace Crawler.Contracts.Sites;

/// <summary>
/// How the worker signs in with the officer's own account before the first page: by a form, or with a session's cookies. Exactly one of <see cref="Url"/> and
/// <see cref="Cookies"/> is set. Secrets are named, never held.
/// </summary>
public sealed record LoginDefinition
{
    /// <summary>The page with the form, absolute or relative to the site's home. Null: by cookies.</summary>
    public string? Url { get; init; }

    /// <summary>CSS selector of the form. Null: the first form with a password field.</summary>
    public string? Form { get; init; }

    /// <summary>
    /// Name of an input of the form to what is put into it. Inputs that are not named keep what the page put there (tokens against forgery, for instance).
    /// </summary>
    public IReadOnlyDictionary<string, SecretSource> Fields { get; init; } = new Dictionary<string, SecretSource>(StringComparer.Ordinal);

    /// <summary>Name of a cookie to its value, for the site's home.</summary>
    public IReadOnlyDictionary<string, SecretSource> Cookies { get; init; } = new Dictionary<string, SecretSource>(StringComparer.Ordinal);

    /// <summary>
    /// What only a signed-in visitor sees, on every page: CSS selectors, or <c>text:</c> and words. A page with none of them means that the session has
    /// ended. Empty: told from the page.
    /// </summary>
    public IReadOnlyList<string> SignedIn { get; init; } = [];

    /// <summary>What the site shows when it does not accept the log-in, in the same form.</summary>
    public IReadOnlyList<string> Failed { get; init; } = [];
}
