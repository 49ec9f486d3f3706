using System.Globalization;
using Crawler.Extraction.Values;

namespace Extraction.Benchmarks;

/// <summary>
/// Runs the price reader over a table of printed prices: tab-separated source, text, hint, amount, symbol, ISO code, flag. Rows flagged <c>xfail</c> are counted apart.
/// </summary>
internal static class PriceBoard
{
    public static int Print(string file)
    {
        int right = 0, total = 0, hardRight = 0, hard = 0;
        foreach (string line in File.ReadLines(file).Skip(1))
        {
            string[] cells = line.Split('\t');
            if (cells.Length < 6)
            {
                continue;
            }

            bool xfail = cells.Length > 6 && cells[6].Trim() == "xfail";
            var price = PriceReader.Read(cells[1], new PriceContext { CurrencyHint = cells[2] });
            bool amountRight = price?.Amount == Expected(cells[3]);
            bool currencyRight = cells[5].Length == 0 || price is null || price.Currency == cells[5];
            bool good = amountRight && currencyRight;
            total += xfail ? 0 : 1;
            right += !xfail && good ? 1 : 0;
            hard += xfail ? 1 : 0;
            hardRight += xfail && good ? 1 : 0;
            if (!good)
            {
                Console.WriteLine($"{(xfail ? "xfail " : "MISS  ")}{cells[1]} | {cells[2]} | expected {cells[3]} {cells[5]} | read {price?.Amount?.ToString(CultureInfo.InvariantCulture)} {price?.Currency}");
            }
        }

        Console.WriteLine($"{right}/{total} = {Share(right, total)} right; flagged xfail: {hardRight}/{hard} = {Share(hardRight, hard)}");
        return 0;
    }

    private static decimal? Expected(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) ? amount : null;

    private static string Share(int part, int whole) => whole == 0 ? "-" : (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
