namespace Crawler.Ledger.Workers;

/// <summary>The work of all sites together.</summary>
public sealed record QueueSums(long InHand, long OnBus, long Waiting, long PutOff, int BusySites)
{
    public static QueueSums Of(IReadOnlyList<SiteQueue> queues) => new(
        queues.Sum(q => q.InHand),
        queues.Sum(q => q.OnBus),
        queues.Sum(q => q.Waiting),
        queues.Sum(q => q.PutOff),
        queues.Count(q => q.InHand + q.OnBus + q.Waiting > 0));
}
