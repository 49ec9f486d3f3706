using System.Diagnostics;
using System.Runtime.Versioning;

namespace Crawler.Patrol.Tests.Scripts;

/// <summary>
/// A repository of its own with the real launcher in it, on a machine that has only the named tools, and whose dotnet, apt-get, id and sudo are scripts that
/// write down what they were asked.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class LauncherWorld : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly string[] Tools =
        ["bash", "cat", "cksum", "cut", "dirname", "env", "find", "flock", "grep", "head", "mkdir", "readlink", "rm", "sort", "touch"];

    private readonly DirectoryInfo _world = Directory.CreateTempSubdirectory("patrol-launcher-");

    /// <param name="root">Whether the user is root.</param>
    /// <param name="sudo">Whether the user may become root.</param>
    public LauncherWorld(bool root = true, bool sudo = false)
    {
        Directory.CreateDirectory(Bin);
        foreach (string tool in Tools)
        {
            File.CreateSymbolicLink(Path.Combine(Bin, tool), $"/usr/bin/{tool}");
        }

        string log = Path.Combine(Root, "calls");
        Fake("dotnet", $"""
            echo "dotnet $*" >>'{log}'
            if [ "$1" = build ]; then mkdir -p Crawler.Patrol/bin/Release/net10.0; touch Crawler.Patrol/bin/Release/net10.0/patrol.dll; echo building; exit 0; fi
            echo "pid $$ home $PATROL_HOME data $PATROL_DATA in $PWD:"; shift; printf '<%s>\n' "$@"
            """);
        Fake("apt-get", $"echo \"apt-get $*\" >>'{log}'; case \"$*\" in *install*) touch '{Bin}/chromium'; esac");
        Fake("id", $"echo {(root ? 0 : 1000)}");
        if (sudo)
        {
            Fake("sudo", $"echo \"sudo $*\" >>'{log}'; [ \"$1\" = -n ] && exit 0; exec \"$@\"");
        }

        Write("Crawler.Patrol/Program.cs", "1");
        Write("Crawler.Worker/Eyes.cs", "1");
        foreach (string file in new[] { "patrol", "scripts/build.sh", "scripts/install.sh", "Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt", ".editorconfig" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, file))!);
            File.Copy(Path.Combine(Repository.Root, file), Path.Combine(Root, file));
        }
    }

    public string Root => _world.FullName;

    private string Bin => Path.Combine(Root, "machine");

    /// <summary>What the fake tools were asked, one line each.</summary>
    public string Calls => File.Exists(Path.Combine(Root, "calls")) ? File.ReadAllText(Path.Combine(Root, "calls")) : "";

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, path))!);
        File.WriteAllText(Path.Combine(Root, path), text);
    }

    public void Fake(string tool, string script)
    {
        string file = Path.Combine(Bin, tool);
        File.WriteAllText(file, "#!/bin/bash\n" + script + "\n");
        File.SetUnixFileMode(file, Executable);
    }

    public void Remove(string path) => File.Delete(Path.Combine(Root, path));

    public void RemoveTool(string tool) => Remove(Path.Combine("machine", tool));

    public async Task<LauncherAnswer> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/bash", [Path.Combine(Root, "patrol"), .. arguments])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Bin,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Bin;
        start.Environment["HOME"] = Root;
        using var launcher = Process.Start(start)!;
        launcher.StandardInput.Close();
        var error = launcher.StandardError.ReadToEndAsync();
        string output = await launcher.StandardOutput.ReadToEndAsync();
        await launcher.WaitForExitAsync();
        return new(launcher.Id, launcher.ExitCode, output, await error);
    }

    public void Dispose() => _world.Delete(recursive: true);
}

/// <summary>How the launcher ended.</summary>
internal sealed record LauncherAnswer(int Pid, int ExitCode, string Out, string Error);
