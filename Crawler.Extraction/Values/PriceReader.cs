using System.Text.RegularExpressions;
using Crawler.Contracts.Listings;

namespace Crawler.Extraction.Values;

/// <summary>Reads a printed price. Pure: the same text in the same context gives the same price.</summary>
internal static partial class PriceReader
{
    private const int LongestText = 300;
    private const decimal CentsPerUnit = 100;

    /// <summary>The price a text states: the first amount that stands by a currency, else the first amount, else a kind word alone. Null: no price.</summary>
    public static PriceTag? Read(string? text, PriceContext context)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            return ReadTidy(Tidy(text), context);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>A price from structured data: a bare amount (always with a decimal point there) and a currency code.</summary>
    public static PriceTag? FromData(string? amount, string? currency, PriceContext context)
    {
        if (string.IsNullOrWhiteSpace(amount))
        {
            return null;
        }

        string plain = amount.Trim();
        string? iso = currency is null ? null : Currencies.In(currency, context.Country);
        if (PlainNumber().IsMatch(plain)
            && decimal.TryParse(plain, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture,
                out decimal value))
        {
            return new PriceTag { Kind = PriceKind.Fixed, Amount = value, Currency = iso ?? Currencies.In(context.CurrencyHint, context.Country) };
        }

        return Read(plain, context with { CurrencyHint = currency ?? context.CurrencyHint });
    }

    private static PriceTag? ReadTidy(string text, PriceContext context)
    {
        var signs = Currencies.Signs.Matches(text);
        var numbers = AmountReader.Numbers.Matches(text).Where(n => IsAmount(text, n, signs)).ToList();
        if (numbers.Count == 0)
        {
            return WithoutAmount(text, context, signs);
        }

        var (number, sign) = Choose(text, numbers, signs);
        number = RangeStart(text, number, numbers);
        string? iso = sign is null ? null : Currencies.Iso(sign.Value.Trim(), context.Country);
        iso ??= signs.Count > 0 && sign is null ? Currencies.Iso(signs[0].Value.Trim(), context.Country) : null;
        iso ??= Currencies.In(context.CurrencyHint, context.Country);
        if (AmountReader.Read(Digits(number), iso, context, out bool ambiguous) is not { } amount)
        {
            return null;
        }

        amount += SplitDecimals(text, number, sign, numbers);
        decimal? max = RangeEnd(text, number, numbers, iso, context, amount);
        var kind = max is not null ? PriceKind.Range : PriceWords.KindIn(text, hasAmount: true)
            ?? (amount == 0 && sign is null ? PriceKind.Free : PriceKind.Fixed);
        return new PriceTag
        {
            Kind = kind,
            Amount = amount,
            AmountMax = max,
            Currency = iso,
            Per = PriceWords.PerIn(text),
            Text = text,
            Ambiguous = ambiguous,
        };
    }

    private static PriceTag? WithoutAmount(string text, PriceContext context, MatchCollection signs)
    {
        if (PriceWords.KindIn(text, hasAmount: false) is not { } kind)
        {
            return null;
        }

        string? iso = signs.Count > 0 ? Currencies.Iso(signs[0].Value.Trim(), context.Country) : null;
        return new PriceTag { Kind = kind, Amount = kind == PriceKind.Free ? 0 : null, Currency = iso, Text = text };
    }

    /// <summary>The first number that touches a currency sign; else the first number.</summary>
    private static (Match Number, Match? Sign) Choose(string text, List<Match> numbers, MatchCollection signs)
    {
        foreach (var number in numbers)
        {
            var sign = signs.Where(s => Touches(text, s, number)).MinBy(s => Math.Abs(s.Index - number.Index));
            if (sign is not null)
            {
                // "$1,190.00 AUD": the code says which dollar.
                var code = sign.Value == "$" ? signs.FirstOrDefault(s => s.Length == 3 && s.Index > number.Index && Touches(text, s, number)) : null;
                return (number, code ?? sign);
            }
        }

        return (numbers[0], null);
    }

    private static bool Touches(string text, Match sign, Match number)
    {
        int signEnd = sign.Index + sign.Length, numberEnd = number.Index + number.Length;
        int from = sign.Index < number.Index ? signEnd : numberEnd;
        int to = sign.Index < number.Index ? number.Index : sign.Index;
        return to >= from && to - from <= 3 && text.AsSpan(from, to - from).IndexOfAnyExcept(" :.-*~+\u00a0") < 0;
    }

    /// <summary>Not an amount: percentages, "3x", dates and times of day, unless a currency touches it.</summary>
    private static bool IsAmount(string text, Match number, MatchCollection signs)
    {
        int end = number.Index + number.Length;
        var after = text.AsSpan(end).TrimStart();
        if (after.StartsWith("%"))
        {
            return false;
        }

        if (signs.Any(s => Touches(text, s, number)))
        {
            return true;
        }

        bool times = (after.StartsWith("x ", StringComparison.OrdinalIgnoreCase) || after.StartsWith("×")) && after.Length > 2;
        return !times && !Date().Matches(text).Any(d => d.Index <= number.Index && number.Index < d.Index + d.Length);
    }

    /// <summary>"35€ 99": two lone digits after the sign are the cents.</summary>
    private static decimal SplitDecimals(string text, Match number, Match? sign, List<Match> numbers)
    {
        if (sign is null || sign.Index < number.Index || number.Value.AsSpan().IndexOfAny(".,") >= 0)
        {
            return 0;
        }

        var cents = numbers.FirstOrDefault(n => n.Index >= sign.Index + sign.Length);
        return cents is { Length: 2 } && text.AsSpan(sign.Index + sign.Length, cents.Index - sign.Index - sign.Length).Trim().IsEmpty
            && (cents.Index + 2 >= text.Length || text[cents.Index + 2] == ' ')
            ? int.Parse(cents.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) / CentsPerUnit
            : 0;
    }

    /// <summary>"10 - 25 €": the sign touches the end of the range; the price is its beginning.</summary>
    private static Match RangeStart(string text, Match number, List<Match> numbers)
    {
        int index = numbers.IndexOf(number);
        return index > 0 && RangeSign().IsMatch(text[(numbers[index - 1].Index + Digits(numbers[index - 1]).Length)..number.Index].Trim())
            ? numbers[index - 1]
            : number;
    }

    private static decimal? RangeEnd(string text, Match number, List<Match> numbers, string? iso, PriceContext context, decimal amount)
    {
        int index = numbers.IndexOf(number);
        if (index + 1 >= numbers.Count)
        {
            return null;
        }

        var next = numbers[index + 1];
        string between = Currencies.Signs.Replace(text[(number.Index + Digits(number).Length)..next.Index], "").Trim();
        return RangeSign().IsMatch(between) && AmountReader.Read(Digits(next), iso, context, out _) is { } end && end > amount ? end : null;
    }

    private static string Digits(Match number) =>
        number.Groups["dash"].Success ? number.Value[..(number.Groups["dash"].Index - number.Index)] : number.Value.TrimEnd();

    private static string Tidy(string text)
    {
        string tidy = LooseDecimals().Replace(White().Replace(text, " ").Trim(), "${sign}");
        return tidy.Length > LongestText ? tidy[..LongestText] : tidy;
    }

    /// <summary>"1.837, 32": the gap before two decimals is only typesetting.</summary>
    [GeneratedRegex(@"(?<=\d)(?<sign>[.,]) (?=\d{2}(?!\d))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LooseDecimals();

    [GeneratedRegex(@"[\s\u00a0\u202f\u2009\u200b\ufeff\u00ad]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex White();

    [GeneratedRegex(
        @"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}(?!\d)|(?<!\d)\d{1,2}:\d{2}(?!\d)|(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?:[-–—~]|to|bis|tot|à|au|a|do|até|e|und|en)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex RangeSign();

    [GeneratedRegex(@"^\d+(?:\.\d+)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlainNumber();
}
