using System.Globalization;
using System.Text;

namespace Crawler.Analysis.Matching;

/// <summary>A text as matching sees it, with the way back: each folded character knows which UTF-16 units of the original it stands for.</summary>
internal sealed class FoldedText
{
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly char[] _chars;

    private FoldedText(char[] chars, int[] starts, int[] ends, int length)
    {
        _chars = chars;
        _starts = starts;
        _ends = ends;
        Length = length;
    }

    public int Length { get; }

    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>Where in the original the folded character begins.</summary>
    public int StartOf(int index) => _starts[index];

    /// <summary>Where in the original the folded character ends, combining marks included.</summary>
    public int EndOf(int index) => _ends[index];

    /// <summary>Whether a word begins or ends between the folded characters <paramref name="index"/> - 1 and <paramref name="index"/>.</summary>
    public bool IsEdge(int index) => index <= 0 || index >= Length || !CharFolding.IsWordChar(_chars[index - 1]) || !CharFolding.IsWordChar(_chars[index]);

    public static FoldedText Of(string text)
    {
        var builder = new Builder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                builder.Add(c, i, i + 1);
            }
            else if (CharFolding.IsLoosePunctuation(c) && (builder.EndsBlank || i + 1 == text.Length || CharFolding.Fold(text[i + 1]) is " "))
            {
                builder.Add(" ", i, i + 1, extends: false);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                builder.Add(CharFolding.Fold(new Rune(c, text[i + 1])), i, i + 2, extends: false);
                i++;
            }
            else
            {
                builder.Add(CharFolding.Fold(c), i, i + 1, extends: c >= 0x300 && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);
            }
        }

        return builder.Build();
    }

    /// <summary>The folded form alone, without blanks at its ends.</summary>
    public static string Plain(string text) => Of(text).Chars.Trim(' ').ToString();

    private sealed class Builder(int capacity)
    {
        private char[] _chars = new char[capacity];
        private int[] _starts = new int[capacity];
        private int[] _ends = new int[capacity];
        private int _length;

        public bool EndsBlank => _length == 0 || _chars[_length - 1] == ' ';

        public void Add(char folded, int start, int end)
        {
            if (_length == _chars.Length)
            {
                int size = (_length * 2) + 8;
                Array.Resize(ref _chars, size);
                Array.Resize(ref _starts, size);
                Array.Resize(ref _ends, size);
            }

            _chars[_length] = folded;
            _starts[_length] = start;
            _ends[_length++] = end;
        }

        public void Add(string folded, int start, int end, bool extends)
        {
            if (folded is " " && _length > 0 && _chars[_length - 1] == ' ')
            {
                _ends[_length - 1] = end;
            }
            else if (folded.Length == 0 && extends && _length > 0)
            {
                _ends[_length - 1] = end;
            }
            else
            {
                foreach (char c in folded)
                {
                    Add(c, start, end);
                }
            }
        }

        public FoldedText Build() => new(_chars, _starts, _ends, _length);
    }
}
