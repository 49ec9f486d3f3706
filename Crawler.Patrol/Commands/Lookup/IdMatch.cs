namespace Crawler.Patrol.Commands.Lookup;

/// <summary>What an id, or the beginning of one, stands for.</summary>
internal abstract record IdMatch<T>
{
    public sealed record One(T Value) : IdMatch<T>;

    /// <param name="Message">What to tell the person who asked.</param>
    public sealed record Unclear(string Message) : IdMatch<T>;
}
