namespace Crawler.Extraction.Patterns;

/// <summary>Elements that may be the rows of a result list.</summary>
/// <param name="Members">In document order, none within another.</param>
/// <param name="Selector">A CSS selector that picks them, for people and for learned definitions.</param>
/// <param name="Score">How much they look like rows; only comparable within a page.</param>
internal sealed record RowGroup(int[] Members, string Selector, double Score);
