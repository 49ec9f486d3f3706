using System.Diagnostics.Metrics;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Readers;
using Crawler.Pages;
using Microsoft.Extensions.Logging;

namespace Crawler.Extraction.Tests;

/// <summary>A mistake of the reader is not taken for a page's: it is logged with its stack and counted. The page gets an answer all the same.</summary>
[NonParallelizable] // listens to a meter of the process
internal sealed class OwnFaultTests
{
    private static readonly PageContent Page = new() { Url = new Uri("https://market.example/ad/1"), Text = "<h1>Bike</h1>" };

    private static IEnumerable<Exception> Mistakes() => [new NullReferenceException(), new IndexOutOfRangeException(), new InvalidCastException(), new KeyNotFoundException()];

    [TestCaseSource(nameof(Mistakes))]
    public void Read_ReaderBreaks_IsLoggedCountedAndAnswered(Exception mistake)
    {
        var log = new ErrorList();
        long counted = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "cyberpatrol.reader.faults")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => counted += value);
        listener.Start();
        var reader = new SiteReader(new BrokenClock(mistake), log);

        var (search, detail) = (reader.ReadSearch(null, Page), reader.ReadDetail(null, Page));

        Assert.That((search.State, detail.State), Is.EqualTo((OutcomeKind.Unreadable, OutcomeKind.Unreadable)));
        Assert.That(search.StateDetail, Does.Contain(mistake.GetType().Name).And.Contain("fault of its own"));
        Assert.That(log.Errors, Is.EqualTo(new[] { mistake, mistake }));
        Assert.That(counted, Is.EqualTo(2));
    }

    [Test]
    public void Read_PageBreaksAParser_IsNotTheReadersFault()
    {
        var log = new ErrorList();

        var reading = new SiteReader(new BrokenClock(new FormatException()), log).ReadDetail(null, Page);

        Assert.That(reading.State, Is.EqualTo(OutcomeKind.Unreadable));
        Assert.That(log.Errors, Is.Empty);
    }

    /// <summary>Every reading asks the time first: here that breaks.</summary>
    private sealed class BrokenClock(Exception mistake) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw mistake;
    }

    private sealed class ErrorList : ILogger<SiteReader>
    {
        public List<Exception?> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Errors.Add(exception);
    }
}
