namespace Crawler.Pages;

/// <summary>What a page is wanted for.</summary>
public enum PageKind
{
    Search,
    Detail,
    Image,
}
