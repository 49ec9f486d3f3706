using System.Globalization;
using System.Runtime.InteropServices;
using Crawler.TrainingGround;
using Ground = Crawler.TrainingGround.TrainingGround;

const string Usage = "usage: Crawler.TrainingGround [--port 8700] [--seed 2026] [--state DIRECTORY]";

var options = new TrainingGroundOptions();
for (var i = 0; i < args.Length; i += 2)
{
    var value = i + 1 < args.Length ? args[i + 1] : "";
    var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
    switch (args[i])
    {
        case "--port" when isNumber:
            options = options with { BasePort = number };
            break;
        case "--seed" when isNumber:
            options = options with { Seed = number };
            break;
        case "--state" when value.Length > 0:
            options = options with { StateDirectory = value };
            break;
        default:
            await Console.Error.WriteLineAsync(Usage);
            return 2;
    }
}

var stopped = new TaskCompletionSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await using var ground = await Ground.StartAsync(options, TimeProvider.System, CancellationToken.None);
    Console.WriteLine($"control    {ground.ControlUrl}");
    foreach (var site in ground.Sites)
        Console.WriteLine($"{site.Id,-10} {site.BaseUrl}");
    await stopped.Task;
    return 0;
}
catch (TrainingGroundException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.TrySetResult();
}
