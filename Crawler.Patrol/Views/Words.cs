using System.Globalization;
using System.Text;

namespace Crawler.Patrol.Views;

/// <summary>Names from the contracts as words, and numbers with their nouns.</summary>
internal static class Words
{
    /// <summary><c>LoginRequired</c> as "login required".</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var words = new StringBuilder();
        foreach (char c in value.ToString())
        {
            words.Append(char.IsUpper(c) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }

    /// <summary>"1 sweep", "2 sweeps".</summary>
    public static string Count(long number, string noun, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? noun : plural ?? noun + "s")}");

    /// <summary>A number in plain digits.</summary>
    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
