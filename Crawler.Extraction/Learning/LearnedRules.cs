using Crawler.Contracts.Sites;

namespace Crawler.Extraction.Learning;

/// <summary>Whether a definition's own rule still holds.</summary>
internal static class LearnedRules
{
    /// <summary>
    /// It reads about as often as the generic tiers do, and hardly ever something else. Where they read nothing there is nothing to say against it: it may be
    /// a rule for what is rare.
    /// </summary>
    public static bool StillRight<TScope>(IReadOnlyList<TScope> scopes, IReadOnlyList<string?> wanted, IReadOnlyList<FieldRule> chain,
        Func<TScope, IReadOnlyList<FieldRule>, string?> read)
    {
        int having = 0, hit = 0, other = 0;
        for (int i = 0; i < scopes.Count; i++)
        {
            string? value = read(scopes[i], chain);
            if (wanted[i] is { } right)
            {
                having++;
                hit += value is not null ? 1 : 0;
                other += value is not null && value != right ? 1 : 0;
            }
        }

        return hit >= ProofWeights.StillRight * having && other <= (1 - ProofWeights.StillRight) * having;
    }
}
