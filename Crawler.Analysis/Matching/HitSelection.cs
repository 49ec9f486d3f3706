namespace Crawler.Analysis.Matching;

/// <summary>
/// Decides which candidates of one field count: none that an exclusion of its term covers, and of overlapping ones of a term the plainest, then the first,
/// then the longest.
/// </summary>
internal static class HitSelection
{
    /// <summary>A text that repeats one term more often than this is stuffed with it; more hits would tell nobody more.</summary>
    public const int MostPerTerm = 100;

    public static IEnumerable<Candidate> Of(List<Candidate> found) => found
        .GroupBy(c => c.Spelling.Term)
        .SelectMany(term => OfTerm([.. term]))
        .OrderBy(c => c.Start)
        .ThenBy(c => c.End)
        .ThenBy(c => c.Spelling.Term);

    private static List<Candidate> OfTerm(List<Candidate> candidates)
    {
        Candidate[] exclusions = [.. candidates.Where(c => c.Spelling.Kind == SpellingKind.Exclusion).OrderBy(c => c.Start)];
        ILookup<bool, Candidate> byDisguise = candidates
            .Where(c => c.Spelling.Kind != SpellingKind.Exclusion)
            .OrderBy(c => c.Start)
            .ThenByDescending(c => c.End)
            .ThenBy(c => c.Spelling.Kind)
            .ToLookup(c => c.Disguise is not null);
        List<Candidate> plain = Chosen(Uncovered(byDisguise[false], exclusions));
        List<Candidate> hidden = Chosen(Uncovered(byDisguise[true], exclusions));
        return [.. plain, .. hidden.Where(h => !plain.Exists(p => p.Overlaps(h)))];
    }

    /// <summary>
    /// Both in the order of their starts: an exclusion covers a candidate when, of those that begin before it, the one that ends last ends after it.
    /// </summary>
    private static IEnumerable<Candidate> Uncovered(IEnumerable<Candidate> candidates, Candidate[] exclusions)
    {
        int next = 0;
        int coveredTo = 0;
        foreach (Candidate candidate in candidates)
        {
            for (; next < exclusions.Length && exclusions[next].Start <= candidate.Start; next++)
            {
                coveredTo = Math.Max(coveredTo, exclusions[next].End);
            }

            if (candidate.End > coveredTo)
            {
                yield return candidate;
            }
        }
    }

    private static List<Candidate> Chosen(IEnumerable<Candidate> inOrder)
    {
        List<Candidate> chosen = [];
        foreach (Candidate candidate in inOrder)
        {
            if (chosen.Count == MostPerTerm)
            {
                break;
            }

            if (chosen.Count == 0 || !chosen[^1].Overlaps(candidate))
            {
                chosen.Add(candidate);
            }
        }

        return chosen;
    }
}
