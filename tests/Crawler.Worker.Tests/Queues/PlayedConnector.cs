using System.Collections.Concurrent;
using System.Reflection;
using MassTransit;

namespace Crawler.Worker.Tests.Queues;

/// <summary>A bus that only notes which queues are joined and left.</summary>
internal class PlayedConnector : DispatchProxy
{
    private readonly ConcurrentQueue<string> _steps = [];

    /// <summary>What happened, in order: <c>+queue</c> was joined, <c>-queue</c> left.</summary>
    public IReadOnlyList<string> Steps => [.. _steps];

    /// <summary>Queues that are joined from now on are never ready.</summary>
    public bool NeverReady { get; set; }

    public static IReceiveEndpointConnector Open(out PlayedConnector played)
    {
        var connector = Create<IReceiveEndpointConnector, PlayedConnector>();
        played = (PlayedConnector)(object)connector;
        return connector;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (args is not [string queue, ..])
        {
            throw new NotSupportedException(targetMethod?.Name);
        }

        _steps.Enqueue($"+{queue}");
        return new Handle(queue, _steps, NeverReady);
    }

    private sealed class Handle(string queue, ConcurrentQueue<string> steps, bool neverReady) : HostReceiveEndpointHandle
    {
        public IReceiveEndpoint ReceiveEndpoint => throw new NotSupportedException();

        public Task<ReceiveEndpointReady> Ready { get; } =
            neverReady ? new TaskCompletionSource<ReceiveEndpointReady>().Task : Task.FromResult<ReceiveEndpointReady>(null!);

        public Task StopAsync(CancellationToken cancellationToken = default)
        {
            steps.Enqueue($"-{queue}");
            return Task.CompletedTask;
        }
    }
}
