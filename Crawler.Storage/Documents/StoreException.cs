namespace Crawler.Storage.Documents;

/// <summary>The store cannot do its work: disk full, file locked, newer schema, server gone. The message names the thing and what to do.</summary>
public sealed class StoreException(StoreProblem problem, string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreProblem Problem { get; } = problem;
}

/// <summary>What is wrong with the store.</summary>
public enum StoreProblem
{
    DiskFull,
    Locked,
    NewerSchema,
    Corrupt,
    ReadOnly,
    Unreachable,
    AccessDenied,

    /// <summary>A change may have been made: its answer was lost, and somebody else has changed the document since. Read it and decide anew.</summary>
    Uncertain,
    Other,
}
