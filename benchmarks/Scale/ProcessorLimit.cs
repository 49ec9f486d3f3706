using System.Globalization;

namespace CyberPatrol.Benchmarks.Scale;

/// <summary>
/// Gives each process a share of a core and no more, through Linux control groups: what a worker would have on a machine of its own that is as slow as that. Wants root, and
/// version 1 groups at /sys/fs/cgroup/cpu or version 2 groups at /sys/fs/cgroup.
/// </summary>
internal sealed class ProcessorLimit : IDisposable
{
    private const int PeriodMicroseconds = 20_000;
    private readonly List<string> _groups = [];

    private ProcessorLimit()
    {
    }

    /// <exception cref="IOException">There are no control groups here, or they may not be made.</exception>
    public static ProcessorLimit Of(IEnumerable<int> processes, double cores)
    {
        bool old = Directory.Exists("/sys/fs/cgroup/cpu");
        string quota = ((int)(cores * PeriodMicroseconds)).ToString(CultureInfo.InvariantCulture);
        string period = PeriodMicroseconds.ToString(CultureInfo.InvariantCulture);
        var limit = new ProcessorLimit();
        foreach (int process in processes)
        {
            string group = Path.Combine(old ? "/sys/fs/cgroup/cpu" : "/sys/fs/cgroup", string.Create(CultureInfo.InvariantCulture, $"patrol-scale-{process}"));
            Directory.CreateDirectory(group);
            limit._groups.Add(group);
            if (old)
            {
                File.WriteAllText(Path.Combine(group, "cpu.cfs_period_us"), period);
                File.WriteAllText(Path.Combine(group, "cpu.cfs_quota_us"), quota);
            }
            else
            {
                File.WriteAllText(Path.Combine(group, "cpu.max"), $"{quota} {period}");
            }

            File.WriteAllText(Path.Combine(group, "cgroup.procs"), process.ToString(CultureInfo.InvariantCulture));
        }

        return limit;
    }

    /// <summary>Gives all of them back to the group above.</summary>
    public void Dispose()
    {
        foreach (string group in _groups)
        {
            foreach (string process in File.ReadAllLines(Path.Combine(group, "cgroup.procs")))
            {
                File.WriteAllText(Path.Combine(Path.GetDirectoryName(group)!, "cgroup.procs"), process);
            }

            Directory.Delete(group);
        }
    }
}
