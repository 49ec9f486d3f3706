namespace Crawler.Contracts.Sites;

/// <summary>
/// What a search sends when the site searches by POST. Exactly one of the two is set; texts in it are templates as in <see cref="SearchDefinition.Url"/>.
/// </summary>
public sealed record SearchPost
{
    /// <summary>
    /// Field to template, sent as <c>application/x-www-form-urlencoded</c>. A field that is nothing but a placeholder without a value is left out.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Form { get; init; }

    /// <summary>
    /// A JSON document, sent as <c>application/json</c>, whose texts are templates. A text that is nothing but <c>{page}</c> or <c>{offset}</c> becomes a
    /// number; a member that is nothing but a placeholder without a value is left out.
    /// </summary>
    public string? Json { get; init; }
}
