namespace Crawler.Contracts.Sites;

/// <summary>Where a value comes from that does not belong in a site file. Exactly one member is set.</summary>
public sealed record SecretSource
{
    /// <summary>An environment variable of the worker, whose name begins with <c>PATROL_SECRET_</c>: no definition can read another one.</summary>
    public string? Env { get; init; }

    /// <summary>A file in the worker's folder of secrets (<c>Fetching:SecretsFolder</c>), without any path.</summary>
    public string? File { get; init; }

    /// <summary>The value itself, for what is no secret ("remember me").</summary>
    public string? Value { get; init; }
}
