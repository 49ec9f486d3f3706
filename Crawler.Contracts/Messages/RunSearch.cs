namespace Crawler.Contracts.Messages;

/// <summary>Read one result page of one site. The ledger's job says which; this only wakes a worker.</summary>
public sealed record RunSearch
{
    public required string JobId { get; init; }

    /// <summary>When the job was marked as sent: a worker that cannot begin hands back this sending and no later one. Null: none is handed back.</summary>
    public DateTimeOffset? SentAt { get; init; }
}
