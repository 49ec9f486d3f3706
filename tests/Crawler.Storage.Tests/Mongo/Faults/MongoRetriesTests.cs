using Crawler.Storage.Mongo.Faults;
using Microsoft.Extensions.Logging.Abstractions;
using MongoDB.Driver;

namespace Crawler.Storage.Tests.Mongo.Faults;

/// <summary>What is sent again, how often, and after what pauses.</summary>
[TestFixture]
public sealed class MongoRetriesTests
{
    private static CancellationToken Cancel => TestContext.CurrentContext.CancellationToken;

    [Test]
    public async Task Execute_PassingFaults_SentAgainAfterRisingPauses()
    {
        var time = new ImpatientTime();
        int sent = 0;

        int answer = await MongoRetries.Create(time, () => 0.5, NullLogger.Instance).ExecuteAsync(
            async _ =>
            {
                await Task.Yield();
                return ++sent < 5 ? throw Passing() : sent;
            },
            Cancel);

        Assert.That(answer, Is.EqualTo(5));
        Assert.That(time.Waited.Select(w => w.TotalMilliseconds), Is.EqualTo([50, 250, 1000, 3000]));
    }

    [TestCase(0, 25)]
    [TestCase(1, 75)]
    public async Task Execute_Jitter_HalfToOneAndAHalfTimes(double jitter, int milliseconds)
    {
        var time = new ImpatientTime();
        int sent = 0;

        await MongoRetries.Create(time, () => jitter, NullLogger.Instance).ExecuteAsync(_ => sent++ == 0 ? throw Passing() : default, Cancel);

        Assert.That(time.Waited, Is.EqualTo([TimeSpan.FromMilliseconds(milliseconds)]));
    }

    [Test]
    public void Execute_NeverPasses_TheFaultAfterFiveTries()
    {
        int sent = 0;

        Assert.That(
            async () => await MongoRetries.Create(new ImpatientTime(), () => 0.5, NullLogger.Instance).ExecuteAsync(
                _ =>
                {
                    sent++;
                    throw Passing();
                },
                Cancel),
            Throws.TypeOf<MongoConnectionPoolPausedException>());
        Assert.That(sent, Is.EqualTo(5));
    }

    [Test]
    public void Execute_FaultThatStays_NotSentAgain()
    {
        var time = new ImpatientTime();

        Assert.That(
            async () => await MongoRetries.Create(time, () => 0.5, NullLogger.Instance).ExecuteAsync(_ => throw new TimeoutException(), Cancel), Throws.TypeOf<TimeoutException>());
        Assert.That(time.Waited, Is.Empty);
    }

    private static MongoConnectionPoolPausedException Passing() => new("paused");

    /// <summary>Every pause is over at once, and noted.</summary>
    private sealed class ImpatientTime : TimeProvider
    {
        public List<TimeSpan> Waited { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waited.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
