namespace Crawler.Analysis.Yaml;

/// <summary>What is wrong with a file, and where.</summary>
/// <param name="File">As the caller named it.</param>
/// <param name="Line">From 1. 0: the file as a whole.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">In words, naming the thing and what would be right.</param>
public sealed record FileProblem(string File, long Line, long Column, string Message)
{
    /// <summary><c>file:line:column: message</c>, as editors understand it.</summary>
    public override string ToString() => Line == 0 ? $"{File}: {Message}" : $"{File}:{Line}:{Column}: {Message}";
}
