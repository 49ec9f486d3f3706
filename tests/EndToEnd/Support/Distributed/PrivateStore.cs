using MongoGateway;
using MongoGateway.Faults;

namespace EndToEnd.Support.Distributed;

/// <summary>The MongoDB-compatible server of a testbed: always the same port and data, however often it dies.</summary>
internal sealed class PrivateStore(string folder, int port) : IAsyncDisposable
{
    private Gateway? _gateway;

    public int Port => port;

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _gateway = await Gateway.StartAsync(new GatewayOptions { Port = port, Folder = folder }, cancellationToken);

    /// <summary>kill -9: every connection is reset, the engine is killed, nobody listens any more.</summary>
    public async Task KillAsync()
    {
        if (_gateway is not null)
        {
            await _gateway.KillEngineAsync();
            await _gateway.DisposeAsync();
            _gateway = null;
        }
    }

    /// <summary>kill -9 of the engine while the server's port stays open: connections are cut as soon as they ask for something.</summary>
    public async Task RestartEngineAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        await _gateway!.KillEngineAsync();
        await Task.Delay(pause, TimeProvider.System, cancellationToken);
        await _gateway.RestartEngineAsync(cancellationToken);
    }

    /// <summary>A primary that has stepped down: the next writes are refused with NotWritablePrimary.</summary>
    public void StepDown(int writes) => _gateway!.Faults.Set(FailPoint.StepDown(writes));

    /// <summary>The next writes are done, but their answers get lost.</summary>
    public void LoseAnswers(int writes) => _gateway!.Faults.Set(new FailPoint { Commands = FailPoint.Writes, Times = writes, LoseAnswer = true });

    public async ValueTask DisposeAsync()
    {
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }
    }
}
