namespace Crawler.Analysis.WatchLists;

/// <summary>Something that must be put right before a list is stored.</summary>
/// <param name="Field">The member it is about: "id", "terms[3].text", "schedule.timeZone".</param>
/// <param name="Message">In words, naming the value and what would be right.</param>
public sealed record WatchListProblem(string Field, string Message)
{
    public override string ToString() => $"{Field}: {Message}";
}
