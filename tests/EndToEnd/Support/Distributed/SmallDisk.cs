using System.Diagnostics;

namespace EndToEnd.Support.Distributed;

/// <summary>A disk in memory that can be filled up.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <summary>Null: this user may not mount.</summary>
    public static SmallDisk? TryMount(string path, int megabytes)
    {
        Directory.CreateDirectory(path);
        return Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path) == 0 ? new SmallDisk(path) : null;
    }

    /// <summary>Leaves no byte free, for a while.</summary>
    public async Task FillAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        string ballast = System.IO.Path.Combine(Path, "ballast");
        try
        {
            byte[] block = new byte[64 * 1024];
            await using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            while (true)
            {
                await file.WriteAsync(block, cancellationToken);
            }
        }
        catch (IOException)
        {
            await Task.Delay(duration, TimeProvider.System, cancellationToken);
        }
        finally
        {
            File.Delete(ballast);
        }
    }

    public void Dispose() => Run("umount", "-l", Path);

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
