namespace Crawler.Contracts.Workers;

/// <summary>How the jobs that a worker took since it started came out.</summary>
public sealed record JobTally
{
    /// <summary>Ended with an answer.</summary>
    public long Done { get; init; }

    /// <summary>Ended without one.</summary>
    public long Failed { get; init; }

    /// <summary>Ended without a request.</summary>
    public long Skipped { get; init; }

    /// <summary>To be tried again later: the site asked to wait, or the try failed and others are left.</summary>
    public long PutOff { get; init; }

    /// <summary>Given back unfinished: the worker was stopping, or had lost its lease.</summary>
    public long HandedBack { get; init; }
}
