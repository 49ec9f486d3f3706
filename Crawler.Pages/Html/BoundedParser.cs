using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Crawler.Pages.Html;

/// <summary>Parses HTML within bounds of length, nesting and number of elements.</summary>
public static class BoundedParser
{
    /// <summary>The document; of a page beyond the bounds, its beginning.</summary>
    public static IHtmlDocument Parse(string text)
    {
        string part = PageGuard.Tame(text.Length > ReadBudget.MostCharacters ? text[..ReadBudget.MostCharacters] : text);
        while (true)
        {
            int created = 0;
            var parser = new HtmlParser(new HtmlParserOptions
            {
                IsScripting = false,
                SkipComments = true,
                DisableElementPositionTracking = true,
                MaximumDepth = ReadBudget.DeepestNesting + 100,
                OnCreated = (_, _) => created = created < ReadBudget.MostCreated ? created + 1 : throw new TooManyElementsException(),
            });
            try
            {
                return parser.ParseDocument(part);
            }
            catch (TooManyElementsException)
            {
                part = part[..(part.Length / 8)];
            }
        }
    }

    /// <summary>Leaves the parser; never leaves this class.</summary>
    private sealed class TooManyElementsException : Exception;
}
