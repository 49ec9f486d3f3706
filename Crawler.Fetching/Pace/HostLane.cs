namespace Crawler.Fetching.Pace;

/// <summary>One host in this process: requests stand in line here, so that only the first of them looks at the store.</summary>
internal sealed class HostLane : IDisposable
{
    private readonly SemaphoreSlim _line = new(1, 1);
    private volatile PaceTicket? _current;

    /// <summary>The ticket that is claimed and whose request has not been written yet. Null: none, or the host has no pace.</summary>
    public PaceTicket? Current => _current;

    public Task EnterAsync(CancellationToken cancellationToken) => _line.WaitAsync(cancellationToken);

    public void Hold(PaceTicket ticket) => _current = ticket;

    public void Leave()
    {
        _current = null;
        _line.Release();
    }

    public void Dispose() => _line.Dispose();
}
