using System.Diagnostics;
using System.Globalization;
using CyberPatrol.Benchmarks.Languages;

const string Usage = "usage: ADVERTS.jsonl [--words N] [--distance D] [--reader product | lingua-low-4 | lingua-high-4 | lingua-low-8 | lingua-high-8]";
int words = 20;
double distance = 0;
string? reader = null;
string? file = null;
for (int i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--words" when i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out words) && words > 0:
            i++;
            break;
        case "--distance" when i + 1 < args.Length && double.TryParse(args[i + 1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out distance):
            i++;
            break;
        case "--reader" when i + 1 < args.Length && Readers.Names.Contains(args[i + 1]):
            reader = args[++i];
            break;
        case { } path when file is null && File.Exists(path):
            file = path;
            break;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}

if (file is null)
{
    Console.Error.WriteLine(Usage);
    return 2;
}

if (reader is not null)
{
    Console.WriteLine(new LanguageRun(LabelledText.Read(file, words), reader, distance).Measure());
    return 0;
}

// Each reader in a process of its own: memory that one has loaded would make the next look small.
Console.WriteLine(LanguageRun.Heading);
foreach (string name in Readers.Names)
{
    string[] rest = ["--words", $"{words}", "--distance", distance.ToString(CultureInfo.InvariantCulture), "--reader", name];
    using Process child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [file, .. rest]))!;
    child.WaitForExit();
    if (child.ExitCode != 0)
    {
        return child.ExitCode;
    }
}

return 0;
