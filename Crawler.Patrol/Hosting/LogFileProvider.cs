using System.Globalization;
using System.Threading.Channels;

namespace Crawler.Patrol.Hosting;

/// <summary>Writes log lines to a file, which moves aside to <c>.1</c> when it has grown to 16 MB. Loses lines rather than holding up work.</summary>
internal sealed class LogFileProvider : ILoggerProvider
{
    private const long Largest = 16 * 1024 * 1024;

    private readonly Channel<string> _lines = Channel.CreateBounded<string>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly Task _writing;

    public LogFileProvider(string path, TimeProvider time)
    {
        _path = path;
        _time = time;
        _writing = Task.Run(WriteAsync);
    }

    public ILogger CreateLogger(string categoryName) => new FileLogger(this, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    public void Dispose()
    {
        _lines.Writer.TryComplete();
        _writing.GetAwaiter().GetResult();
    }

    private async Task WriteAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        await foreach (string first in _lines.Reader.ReadAllAsync())
        {
            if (File.Exists(_path) && new FileInfo(_path).Length > Largest)
            {
                File.Move(_path, _path + ".1", overwrite: true);
            }

            await using var file = new StreamWriter(_path, append: true);
            await file.WriteLineAsync(first);
            while (_lines.Reader.TryRead(out string? next))
            {
                await file.WriteLineAsync(next);
            }
        }
    }

    private sealed class FileLogger(LogFileProvider owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string at = owner._time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            string failure = exception is null ? "" : Environment.NewLine + exception;
            owner._lines.Writer.TryWrite($"{at} {logLevel} {category}[{eventId.Id}] {formatter(state, exception)}{failure}");
        }
    }
}
