using System.Text.Json;

namespace Crawler.Pages.Json;

/// <summary>Parses JSON as it is found in pages: bounded in depth, forgiving of commas and comments, null instead of exceptions.</summary>
public static class JsonText
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 200 };

    public static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutLoneSurrogates(text), Options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // A lone surrogate in the text.
            return null;
        }
    }

    /// <summary>Half a character, escaped, is valid JSON, but neither a name nor a text can be read with it.</summary>
    private static string WithoutLoneSurrogates(string text)
    {
        if (!text.Contains(@"\ud", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        System.Text.StringBuilder? mended = null;
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                continue;
            }

            if (Escaped(text, i) is not { } unit || !char.IsSurrogate(unit))
            {
                i++;
            }
            else if (char.IsHighSurrogate(unit) && Escaped(text, i + 6) is { } second && char.IsLowSurrogate(second))
            {
                i += 11;
            }
            else
            {
                mended ??= new System.Text.StringBuilder(text);
                mended.Remove(i + 2, 4).Insert(i + 2, "fffd");
                i += 5;
            }
        }

        return mended?.ToString() ?? text;
    }

    /// <summary>The UTF-16 unit of an escape that begins there; null: none does.</summary>
    private static char? Escaped(string text, int at) =>
        at + 5 < text.Length && text[at] == '\\' && text[at + 1] == 'u'
            && ushort.TryParse(text.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture,
                out ushort unit) ? (char)unit : null;

    /// <summary>A scalar as text; null for objects, arrays and null.</summary>
    public static string? Scalar(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Text(element),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static string? Text(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate.
            return null;
        }
    }
}
