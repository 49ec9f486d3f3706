namespace Crawler.Analysis.Matching;

/// <summary>Decides which candidates of one field count: none that an exclusion of its term covers, and of overlapping ones of a term the plainest, then the first, then the longest.</summary>
internal static class HitSelection
{
    public static IEnumerable<Candidate> Of(List<Candidate> found) => found
        .GroupBy(c => c.Spelling.Term)
        .SelectMany(OfTerm)
        .OrderBy(c => c.Start)
        .ThenBy(c => c.End)
        .ThenBy(c => c.Spelling.Term);

    private static List<Candidate> OfTerm(IEnumerable<Candidate> candidates)
    {
        ILookup<bool, Candidate> byExclusion = candidates.ToLookup(c => c.Spelling.Kind == SpellingKind.Exclusion);
        List<Candidate> chosen = [];
        Candidate[] inOrder =
        [
            .. byExclusion[false]
                .Where(c => !byExclusion[true].Any(e => e.Covers(c)))
                .OrderBy(c => c.Disguise is not null)
                .ThenBy(c => c.Start)
                .ThenByDescending(c => c.End)
                .ThenBy(c => c.Spelling.Kind),
        ];
        foreach (Candidate candidate in inOrder)
        {
            if (!chosen.Exists(c => c.Overlaps(candidate)))
            {
                chosen.Add(candidate);
            }
        }

        return chosen;
    }
}
