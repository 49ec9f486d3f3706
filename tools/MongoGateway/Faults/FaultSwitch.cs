namespace MongoGateway.Faults;

/// <summary>The fail point that is set, counted down by the commands it hits.</summary>
public sealed class FaultSwitch
{
    private static readonly HashSet<string> Spared = new(
        ["hello", "isMaster", "ismaster", "saslStart", "saslContinue", "configureFailPoint", "endSessions", "ping", "buildInfo"], StringComparer.Ordinal);

    private readonly Lock _lock = new();
    private FailPoint? _set;

    /// <summary>How many commands were hit since the gateway started.</summary>
    public int Hits { get; private set; }

    /// <summary>Sets the fail point. Null: turns it off.</summary>
    public void Set(FailPoint? point)
    {
        lock (_lock)
        {
            _set = point;
        }
    }

    /// <summary>What is to happen to this command. Null: nothing.</summary>
    internal FailPoint? Take(string command)
    {
        lock (_lock)
        {
            if (_set is not { } point || (point.Commands.Count == 0 ? Spared.Contains(command) : !point.Commands.Contains(command)))
            {
                return null;
            }

            _set = point.Times is not { } times ? point : times > 1 ? point with { Times = times - 1 } : null;
            Hits++;
            return point;
        }
    }
}
