using Crawler.Contracts.Workers;

namespace Crawler.Patrol.Views;

/// <summary>A worker and what to make of it now.</summary>
internal sealed record WorkerLine(WorkerState State, WorkerStatus Worker);
