using System.Globalization;
using System.Reflection;

namespace Extraction.Benchmarks.Generated;

/// <summary>A language with its money and the words that sites print in it, from the embedded Tongues.txt.</summary>
internal sealed class Tongue
{
    private static readonly Lazy<IReadOnlyList<Tongue>> Loaded = new(Load);

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly NumberFormatInfo _numbers;
    private readonly string _pattern;

    private Tongue(string header)
    {
        string[] parts = header.Split(' ', 7);
        (Code, Currency) = (parts[0].TrimStart('['), parts[1]);
        Scale = decimal.Parse(parts[2], CultureInfo.InvariantCulture);
        Decimals = int.Parse(parts[3], CultureInfo.InvariantCulture);
        _numbers = new NumberFormatInfo { NumberGroupSeparator = parts[4] == "s" ? "\u00a0" : parts[4], NumberDecimalSeparator = parts[5].TrimEnd(']') };
        _pattern = parts[6].Trim();
    }

    public static IReadOnlyList<Tongue> All => Loaded.Value;

    public string Code { get; }

    public string Currency { get; }

    /// <summary>How many of its units make a euro, roughly: prices of a page are of the size that readers expect.</summary>
    public decimal Scale { get; }

    public int Decimals { get; }

    public string Point => _numbers.NumberDecimalSeparator;

    /// <summary>The sign or word of its money, as printed.</summary>
    public string Sign => _pattern.Replace("{0}", "", StringComparison.Ordinal).Trim();

    public bool SignLeads => !_pattern.StartsWith("{0}", StringComparison.Ordinal);

    public string this[string word] => _words[word];

    public string[] List(string word) => _words[word].Split('|');

    /// <summary>The digits of an amount, without its currency.</summary>
    public string Digits(decimal amount, int? decimals = null) => amount.ToString("N" + (decimals ?? Decimals).ToString(CultureInfo.InvariantCulture), _numbers);

    public string Money(decimal amount, int? decimals = null) => _pattern.Replace("{0}", Digits(amount, decimals), StringComparison.Ordinal).Replace(' ', '\u00a0');

    private static List<Tongue> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Extraction.Benchmarks.Generated.Tongues.txt")
            ?? throw new InvalidOperationException("The words of the generated pages are not embedded in this assembly.");
        using var lines = new StreamReader(stream);
        var tongues = new List<Tongue>();
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                tongues.Add(new Tongue(line));
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                tongues[^1]._words[line[..colon]] = line[(colon + 1)..].Trim();
            }
        }

        return tongues;
    }
}
