using Crawler.Contracts.Sites;
using Crawler.Fetching;

namespace Crawler.Worker.Tests.Jobs.Support;

/// <summary>A web whose answer is held back until the test gives it, or the job is told to stop.</summary>
internal sealed class HeldWeb : IPageFetcher
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<FetchOutcome> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when a page has been asked for; fails when the test's time is over.</summary>
    public Task Asked => _asked.Task.WaitAsync(TestContext.CurrentContext.CancellationToken);

    public void Answer(FetchOutcome outcome) => _answer.SetResult(outcome);

    public Task<FetchOutcome> FetchAsync(SiteDefinition site, FetchRequest request, CancellationToken cancellationToken)
    {
        _asked.TrySetResult();
        return _answer.Task.WaitAsync(cancellationToken);
    }
}
