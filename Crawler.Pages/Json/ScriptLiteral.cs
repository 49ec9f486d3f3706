using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Crawler.Pages.Json;

/// <summary>
/// Turns a literal as scripts write it into JSON: names without quotes, single quotes, <c>undefined</c>, <c>!0</c>, trailing commas, names of known
/// values. What JSON cannot say (functions, calls) becomes null. One pass, no recursion, nothing is run.
/// </summary>
public sealed class ScriptLiteral
{
    private const int DeepestNesting = 150;

    private readonly string _text;
    private readonly IReadOnlyDictionary<string, string> _names;
    private readonly StringBuilder _json;
    private readonly Stack<char> _open = new();
    private int _at;

    private ScriptLiteral(string text, int start, IReadOnlyDictionary<string, string> names)
    {
        (_text, _at, _names) = (text, start, names);
        _json = new StringBuilder(Math.Min(text.Length - start, 1 << 20));
    }

    /// <summary>The literal that begins at <paramref name="start"/> with a bracket, as JSON, and where it ends. Null: it is none, or never ends.</summary>
    /// <param name="text">The script.</param>
    /// <param name="start">Where { or [ stands.</param>
    /// <param name="names">JSON of the names that may stand for values.</param>
    public static (string Json, int End)? Read(string text, int start, IReadOnlyDictionary<string, string> names)
    {
        var literal = new ScriptLiteral(text, start, names);
        return literal.Copy() ? (literal._json.ToString(), literal._at) : null;
    }

    private bool Copy()
    {
        while (_at < _text.Length)
        {
            char c = _text[_at];
            switch (c)
            {
                case '{' or '[':
                    if (_open.Count >= DeepestNesting)
                    {
                        return false;
                    }

                    _open.Push(c == '{' ? '}' : ']');
                    _json.Append(c);
                    _at++;
                    break;
                case '}' or ']':
                    if (_open.Count == 0 || _open.Pop() != c)
                    {
                        return false;
                    }

                    DropComma();
                    _json.Append(c);
                    _at++;
                    if (_open.Count == 0)
                    {
                        return true;
                    }

                    break;
                case '"' or '\'' or '`':
                    if (!CopyString(c))
                    {
                        return false;
                    }

                    break;
                case ',' or ':':
                    _json.Append(c);
                    _at++;
                    break;
                case '/' when At(1) is '/' or '*':
                    SkipComment();
                    break;
                default:
                    if (char.IsWhiteSpace(c))
                    {
                        _at++;
                    }
                    else if (!CopyWord())
                    {
                        return false;
                    }

                    break;
            }
        }

        return false;
    }

    private char At(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void DropComma()
    {
        if (_json.Length > 0 && _json[^1] == ',')
        {
            _json.Length--;
        }
    }

    private bool CopyString(char quote)
    {
        int end = JsonSpan.StringEnd(_text, _at);
        if (end <= _at)
        {
            return false;
        }

        _json.Append('"');
        for (int i = _at + 1; i < end - 1; i++)
        {
            char c = _text[i];
            if (c == '\\')
            {
                Escape(ref i);
            }
            else
            {
                _json.Append(c switch { '"' when quote != '"' => "\\\"", '\n' => "\\n", '\r' => "", '\t' => "\\t", < ' ' => " ", _ => null } ?? c.ToString());
            }
        }

        _json.Append('"');
        _at = end;
        return true;
    }

    private void Escape(ref int i)
    {
        char next = _text[++i];
        if (next == 'x' && i + 2 < _text.Length && int.TryParse(_text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture, out int code))
        {
            _json.Append(CultureInfo.InvariantCulture, $"\\u{code:x4}");
            i += 2;
        }
        else
        {
            _json.Append(next is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u' ? $"\\{next}" : next == '\n' ? "" : next.ToString());
        }
    }

    private void SkipComment()
    {
        bool line = At(1) == '/';
        int end = _text.IndexOf(line ? "\n" : "*/", _at + 2, StringComparison.Ordinal);
        _at = end < 0 ? _text.Length : end + (line ? 1 : 2);
    }

    /// <summary>A name, a number or an expression, up to the comma or bracket after it.</summary>
    private bool CopyWord()
    {
        int start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at])
            && _text[_at] is not (',' or ':' or '}' or ']' or '{' or '[' or '(' or '"' or '\'' or '`' or ';'))
        {
            _at++;
        }

        if (_at == start)
        {
            return false;
        }

        string word = _text[start.._at];
        int next = _at;
        while (next < _text.Length && char.IsWhiteSpace(_text[next]))
        {
            next++;
        }

        char after = next < _text.Length ? _text[next] : '\0';
        if (after == ':' && _open.Count > 0 && _open.Peek() == '}' && _json[^1] is '{' or ',')
        {
            _json.Append(JsonSerializer.Serialize(word));
        }
        else if (after is ',' or '}' or ']')
        {
            _json.Append(Value(word));
        }
        else
        {
            // A call, a function, a sum: its value is unknown here. A date's text is kept.
            return SkipExpression(word);
        }

        return true;
    }

    private string Value(string word) => word switch
    {
        "true" or "!0" => "true",
        "false" or "!1" => "false",
        _ when _names.TryGetValue(word, out string? known) => known,
        _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) => JsonText.Parse(word) is null ? number.ToString("R", CultureInfo.InvariantCulture) : word,
        _ => "null",
    };

    private bool SkipExpression(string word)
    {
        int depth = 0;
        string? text = null;
        for (; _at < _text.Length; _at++)
        {
            char c = _text[_at];
            if (c is '"' or '\'' or '`')
            {
                int end = JsonSpan.StringEnd(_text, _at);
                if (end <= _at)
                {
                    return false;
                }

                text ??= _text[(_at + 1)..(end - 1)];
                _at = end - 1;
            }
            else if (c is '(' or '{' or '[')
            {
                depth++;
            }
            else if (c is ')' or '}' or ']' && depth > 0)
            {
                depth--;
            }
            else if (depth == 0 && c is ',' or '}' or ']')
            {
                break;
            }
            else if (depth == 0 && c == ';')
            {
                return false;
            }
        }

        _json.Append(word == "new" && text is { Length: < 40 } && !text.Contains('\\', StringComparison.Ordinal) ? JsonSerializer.Serialize(text) : "null");
        return true;
    }
}
