using Crawler.Pages;

namespace Crawler.Extraction.Learning;

/// <summary>A page to learn from.</summary>
/// <param name="Kind">A result page, or an advert's own page.</param>
/// <param name="Content">The page as it was fetched.</param>
public sealed record LearningPage(PageKind Kind, PageContent Content);
