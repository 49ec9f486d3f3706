using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;

namespace Crawler.Worker;

/// <summary>A claimed job with what it needs to be done.</summary>
internal sealed record WorkItem(SweepJob Job, Sweep Sweep, SiteDefinition Site);
