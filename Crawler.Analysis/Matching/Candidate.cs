namespace Crawler.Analysis.Matching;

/// <summary>A spelling seen in a field, in UTF-16 units of the original; whether it counts is decided over all of them.</summary>
/// <param name="Spelling">What was looked for.</param>
/// <param name="Start">First unit.</param>
/// <param name="End">After the last unit.</param>
/// <param name="Disguise">Null: plainly written. Else how it was hidden.</param>
internal readonly record struct Candidate(Spelling Spelling, int Start, int End, string? Disguise)
{
    public bool Overlaps(Candidate other) => Start < other.End && other.Start < End;
}
