using Crawler.Contracts.Sites;
using Crawler.Sites.Yaml;

namespace Crawler.Sites.Files;

/// <summary>A site file as understood: a definition, or errors, never both.</summary>
public sealed record SiteFileReading
{
    /// <summary>Null exactly when there are <see cref="Errors"/>.</summary>
    public SiteDefinition? Definition { get; init; }

    /// <summary>All of them, in file order.</summary>
    public IReadOnlyList<SiteFileError> Errors { get; init; } = [];
}
