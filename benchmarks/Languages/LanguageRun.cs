using System.Diagnostics;

namespace CyberPatrol.Benchmarks.Languages;

/// <summary>One reader on all texts: how often it is right, what memory it takes, how long.</summary>
internal sealed class LanguageRun(IReadOnlyList<LabelledText> texts, string reader, double distance)
{
    public const string Heading = "| reader | right | wrong | open | working set grew by | loading, processor time | per text, processor time |\n|---|---|---|---|---|---|---|";

    public string Measure()
    {
        long before = WorkingSet();
        TimeSpan start = ProcessorTime();
        Func<string, string?> detect = Readers.Make(reader, distance);
        detect(texts[0].Text);
        TimeSpan loaded = ProcessorTime();
        string?[] told = [.. texts.Select(t => detect(t.Text))];
        TimeSpan ended = ProcessorTime();
        long grown = WorkingSet() - before;

        int right = told.Zip(texts).Count(p => p.First == p.Second.Language);
        int open = told.Count(t => t is null);
        string accuracy = FormattableString.Invariant(
            $"{right} of {texts.Count} ({100.0 * right / texts.Count:0.0} %) | {texts.Count - right - open} | {open}");
        string cost = FormattableString.Invariant(
            $"{grown / 1048576.0:0} MB | {(loaded - start).TotalMilliseconds:0} ms | {(ended - loaded).TotalMilliseconds / texts.Count:0.00} ms");
        return $"| {reader} | {accuracy} | {cost} |";
    }

    /// <summary>Of all threads; unlike the time that passes it does not depend on what else the machine does.</summary>
    private static TimeSpan ProcessorTime()
    {
        using Process self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    /// <summary>After everything that can be freed has been.</summary>
    private static long WorkingSet()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using Process self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
