using System.Globalization;
using System.Runtime.InteropServices;
using MongoGateway;

// MongoGateway [--port N] [--data FOLDER] [--user NAME:PASSWORD]... [--advertise HOST:PORT] [--standalone] [--setting NAME=VALUE]... [--end-with-input]
// Ends with its engine, as a mongod that was killed does. Prints one line, its connection string, when it is ready. Ends on SIGTERM or SIGINT; with
// --end-with-input also when its standard input closes, that is with its parent.
var options = new GatewayOptions();
var settings = new List<string>();
var users = new Dictionary<string, string>(StringComparer.Ordinal);
bool endWithInput = false;
for (int i = 0; i < args.Length; i++)
{
    string Value() => ++i < args.Length ? args[i] : "";
    switch (args[i])
    {
        case "--port": options = options with { Port = int.Parse(Value(), CultureInfo.InvariantCulture) }; break;
        case "--data": options = options with { Folder = Path.GetFullPath(Value()) }; break;
        case "--advertise": options = options with { Advertise = Value() }; break;
        case "--standalone": options = options with { ReplicaSet = null }; break;
        case "--setting": settings.Add(Value()); break;
        case "--end-with-input": endWithInput = true; break;
        case "--user" when Value().Split(':', 2) is [var name, var password]: users[name] = password; break;
        default:
            await Console.Error.WriteLineAsync($"MongoGateway does not know {args[i]}; tools/MongoGateway/README.md says what it knows.");
            return 2;
    }
}

var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, s => Cancel(s));
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, s => Cancel(s));
try
{
    await using var gateway = await Gateway.StartAsync(options with { Users = users, Settings = settings }, CancellationToken.None);
    Console.WriteLine(gateway.ConnectionString);
    if (endWithInput)
    {
        _ = Console.OpenStandardInput().CopyToAsync(Stream.Null).ContinueWith(_ => end.TrySetResult(), TaskScheduler.Default);
    }

    if (await Task.WhenAny(end.Task, gateway.EngineEndAsync(CancellationToken.None)) == end.Task)
    {
        return 0;
    }

    await Console.Error.WriteLineAsync("MongoGateway: its engine ended");
    return 1;
}
catch (Exception e) when (e is InvalidOperationException or System.Net.Sockets.SocketException)
{
    await Console.Error.WriteLineAsync($"MongoGateway did not start: {e.Message}");
    return 1;
}

void Cancel(PosixSignalContext signal)
{
    signal.Cancel = true;
    end.TrySetResult();
}
