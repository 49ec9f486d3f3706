namespace Crawler.Analysis.Drift;

/// <summary>How likely so few are by chance.</summary>
internal static class Binomial
{
    /// <summary>
    /// The probability of at most <paramref name="successes"/> in <paramref name="trials"/> tries that each succeed with <paramref name="rate"/>.
    /// </summary>
    public static double AtMost(int successes, int trials, double rate)
    {
        if (successes >= trials || rate <= 0)
        {
            return 1;
        }

        if (rate >= 1)
        {
            return 0;
        }

        // log C(n, 0) p^0 q^n, then each term from the one before it.
        double term = trials * Math.Log(1 - rate);
        double sum = Math.Exp(term);
        for (int k = 1; k <= successes; k++)
        {
            term += Math.Log((trials - k + 1.0) / k) + Math.Log(rate / (1 - rate));
            sum += Math.Exp(term);
        }

        return Math.Min(1, sum);
    }
}
