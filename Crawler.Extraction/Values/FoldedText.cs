using System.Globalization;
using System.Text;

namespace Crawler.Extraction.Values;

/// <summary>Text for comparing: lower case, accents folded, white space collapsed.</summary>
internal static class FoldedText
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        bool gap = false;
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(c))
            {
                gap = folded.Length > 0;
                continue;
            }

            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            if (gap)
            {
                folded.Append(' ');
                gap = false;
            }

            folded.Append(c switch { '’' or '‘' or '`' or '´' => '\'', 'ł' or 'Ł' => 'l', _ => char.ToLowerInvariant(c) });
        }

        return folded.ToString();
    }
}
