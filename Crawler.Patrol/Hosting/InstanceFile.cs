using System.Text.Json;
using Crawler.Contracts;
using Crawler.Patrol.Places;

namespace Crawler.Patrol.Hosting;

/// <summary>
/// The one running instance of a data directory: a lock held for as long as it lives, which the system releases whatever way it dies, and a file that says
/// how to reach it.
/// </summary>
internal sealed class InstanceFile : IDisposable
{
    private const int Attempts = 4;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(50);

    private readonly DataDirectory _data;
    private readonly FileStream _held;

    private InstanceFile(DataDirectory data, FileStream held)
    {
        _data = data;
        _held = held;
    }

    /// <summary>Takes the data directory for this process.</summary>
    public static async Task<InstanceClaim> ClaimAsync(DataDirectory data, InstanceInfo info, TimeProvider clock, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(data.Root);

        // A command that asks whether an instance runs holds the lock for a moment.
        var held = TryLock(data);
        for (int attempt = 1; held is null && attempt < Attempts; attempt++)
        {
            await Task.Delay(BetweenAttempts, clock, cancellationToken);
            held = TryLock(data);
        }

        if (held is null)
        {
            return new InstanceClaim.Refused(Read(data));
        }

        var file = new InstanceFile(data, held);
        file.Announce(info);
        return new InstanceClaim.Granted(file);
    }

    /// <summary>The instance that runs on the directory now. Null: none, whatever an instance that was killed left behind.</summary>
    public static InstanceInfo? Running(DataDirectory data)
    {
        if (!File.Exists(data.LockFile))
        {
            return null;
        }

        using var held = TryLock(data);
        return held is null ? Read(data) ?? new InstanceInfo { Pid = 0, StartedAt = DateTimeOffset.UnixEpoch } : null;
    }

    /// <summary>Says anew how to reach this instance.</summary>
    public void Announce(InstanceInfo info)
    {
        string fresh = _data.InstanceFile + ".new";
        File.WriteAllText(fresh, JsonSerializer.Serialize(info, ContractsJson.Indented));
        File.Move(fresh, _data.InstanceFile, overwrite: true);
    }

    public void Dispose()
    {
        File.Delete(_data.InstanceFile);
        _held.Dispose();
    }

    private static FileStream? TryLock(DataDirectory data)
    {
        try
        {
            return new FileStream(data.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    private static InstanceInfo? Read(DataDirectory data)
    {
        try
        {
            return JsonSerializer.Deserialize<InstanceInfo>(File.ReadAllText(data.InstanceFile), ContractsJson.Options);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }
}
