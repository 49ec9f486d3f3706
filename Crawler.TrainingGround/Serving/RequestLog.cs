using System.Collections.Concurrent;
using System.Text.Json;

namespace Crawler.TrainingGround.Serving;

/// <summary>
/// Every request the sites received: the last <see cref="Kept"/> in memory, all of them in <c>requests.jsonl</c> when there is a folder. Each line
/// reaches the operating system before the answer ends, so that killing the process loses none that was answered.
/// </summary>
internal sealed class RequestLog : IDisposable
{
    private const int Kept = 200_000;

    private readonly ConcurrentQueue<RequestRecord> _records = new();
    private readonly FileStream? _file;
    private readonly Lock _writing = new();
    private long _number;

    public RequestLog(string? directory)
    {
        if (directory is not null)
            _file = new FileStream(Path.Combine(directory, "requests.jsonl"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
    }

    public IReadOnlyList<RequestRecord> All => [.. _records.OrderBy(r => r.Number)];

    public long NextNumber() => Interlocked.Increment(ref _number);

    public void Add(RequestRecord record)
    {
        _records.Enqueue(record);
        while (_records.Count > Kept)
            _records.TryDequeue(out _);
        if (_file is null)
            return;
        var line = JsonSerializer.SerializeToUtf8Bytes(record, GroundJson.Line);
        lock (_writing)
            _file.Write([.. line, (byte)'\n']);
    }

    public void Dispose() => _file?.Dispose();
}
