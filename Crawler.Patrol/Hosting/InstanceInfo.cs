namespace Crawler.Patrol.Hosting;

/// <summary>What a running instance says of itself.</summary>
internal sealed record InstanceInfo
{
    /// <summary>0: the instance had not said yet.</summary>
    public required int Pid { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Where console and REST API answer. Null: it runs without them, or they are not up yet.</summary>
    public Uri? ConsoleUrl { get; init; }

    /// <summary>Where the training ground answers. Null: it has none.</summary>
    public Uri? TrainingGround { get; init; }

    /// <summary>"process 4711, since 2025-03-14 09:30Z, http://127.0.0.1:5080/".</summary>
    public override string ToString() =>
        string.Join(", ", new[] { $"process {Pid}", $"since {Views.InstantText.Minute(StartedAt)}", ConsoleUrl?.ToString() }.OfType<string>());
}
