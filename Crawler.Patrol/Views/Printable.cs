using System.Globalization;

namespace Crawler.Patrol.Views;

/// <summary>
/// Text from the web, made safe for a terminal: an advert may hold escape sequences, and marks that reverse the reading direction of what follows.
/// </summary>
internal static class Printable
{
    /// <summary>On one line: white space collapsed, control and direction characters shown as "·".</summary>
    public static string Line(string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Clean));

    /// <summary>Line breaks kept.</summary>
    public static string Paragraphs(string? text) => string.Join('\n', (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(Clean));

    private static string Clean(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (int i = 0; i < source.Length; i++)
        {
            target[i] = IsHarmful(source[i]) ? '·' : source[i];
        }
    });

    private static bool IsHarmful(char c) => char.IsControl(c) || (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not '\u200d');
}
