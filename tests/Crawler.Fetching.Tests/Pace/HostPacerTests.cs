using Crawler.Contracts.Sites;
using Crawler.Fetching.Pace;
using Crawler.Fetching.Tests.Support;
using Crawler.Ledger.Collections;
using Microsoft.Extensions.Options;

namespace Crawler.Fetching.Tests.Pace;

[CancelAfter(30_000)]
public sealed class HostPacerTests
{
    private const string Host = "market.example:443";
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    [Test]
    public void ClaimAsync_FreshHost_IsGrantedAtOnce() => ManualTime.Run(async time =>
    {
        using var pacer = Worker(new MemoryStore(), time);

        var claim = await pacer.ClaimAsync(Host, Delay, default);

        Assert.That(((PaceClaim.Granted)claim).Ticket.Slot.SendBy, Is.EqualTo(time.GetUtcNow() + PaceRules.SendWindow));
    });

    [Test]
    public void ClaimAsync_ManyWorkersManyWaiters_NoTwoSendsAreCloserThanTheDelay() => ManualTime.Run(async time =>
    {
        var store = new MemoryStore();
        var workers = Enumerable.Range(0, 5).Select(_ => Worker(store, time)).ToList();
        var sent = new List<DateTimeOffset>();
        var random = new Random(7);

        var all = workers.SelectMany(w => Enumerable.Range(0, 6).Select(_ => RequestAsync(w, time, sent, TimeSpan.FromMilliseconds(random.Next(1, 3000)))))
            .ToList();
        await (Task.WhenAll(all));

        var gaps = Gaps(sent);
        Assert.Multiple(() =>
        {
            Assert.That(sent, Has.Count.EqualTo(30));
            Assert.That(gaps.Min(), Is.GreaterThanOrEqualTo(Delay));
            Assert.That(gaps.Max(), Is.LessThan(Delay * 1.25), "the host is not left idle");
        });
    });

    [Test]
    public void ClaimAsync_ConnectingTakesLong_DelayCountsFromTheSend() => ManualTime.Run(async time =>
    {
        var store = new MemoryStore();
        using var one = Worker(store, time);
        using var two = Worker(store, time);
        var first = ((PaceClaim.Granted)await one.ClaimAsync(Host, Delay, default)).Ticket;
        var second = two.ClaimAsync(Host, Delay, default);

        // Connecting takes 1.9 s; the claim is renewed when the request is written.
        await (Task.Delay(TimeSpan.FromSeconds(1.9), time));
        await first.SendingAsync();
        var sent = time.GetUtcNow();
        await first.AnsweredAsync(default);
        await (second);

        Assert.That(time.GetUtcNow() - sent, Is.GreaterThanOrEqualTo(Delay));
    });

    [Test]
    public void SendingAsync_SlotWasTakenWhileConnecting_WaitsForAnother() => ManualTime.Run(async time =>
    {
        var store = new MemoryStore();
        using var one = Worker(store, time);
        using var two = Worker(store, time);
        var slow = ((PaceClaim.Granted)await one.ClaimAsync(Host, Delay, default)).Ticket;
        var other = ((PaceClaim.Granted)await (two.ClaimAsync(Host, Delay, default))).Ticket;
        await other.SendingAsync();
        var otherSent = time.GetUtcNow();

        await (slow.SendingAsync().AsTask());

        Assert.That(time.GetUtcNow() - otherSent, Is.GreaterThanOrEqualTo(Delay));
    });

    [Test]
    public void SendingAsync_HostWasPausedWhileConnecting_WaitsNoLongerThanItsSender() => ManualTime.Run(async time =>
    {
        using var pacer = Worker(new MemoryStore(), time);
        var ticket = ((PaceClaim.Granted)await pacer.ClaimAsync(Host, Delay, default)).Ticket;
        var claimed = time.GetUtcNow();
        await pacer.PauseAsync(Host, time.GetUtcNow() + TimeSpan.FromHours(6), HostPause.Asked, "HTTP 429", default);
        time.Advance(TimeSpan.FromSeconds(1));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), time);
        ticket.Patience = patience.Token;

        var sending = ticket.SendingAsync().AsTask();
        await Task.WhenAny(sending);

        Assert.That(sending.IsCanceled, Is.True);
        Assert.That(time.GetUtcNow() - claimed, Is.LessThan(TimeSpan.FromMinutes(1)));
    });

    [Test]
    public void AnsweredAsync_QuickAnswer_GivesTheNextSlotFreeEarly() => ManualTime.Run(async time =>
    {
        var store = new MemoryStore();
        using var pacer = Worker(store, time);
        var ticket = ((PaceClaim.Granted)await pacer.ClaimAsync(Host, Delay, default)).Ticket;
        await ticket.SendingAsync();
        time.Advance(TimeSpan.FromMilliseconds(20));
        var answered = time.GetUtcNow();
        await ticket.AnsweredAsync(default);

        var stored = await store.GetAsync(LedgerCollections.HostPaces, Host, default);

        Assert.That(stored!.Value.NextAt - answered, Is.EqualTo(Delay + PaceRules.Margin(Delay)));
    });

    [TestCase(30)]
    [TestCase(300)]
    [TestCase(1500)]
    public void SendingAsync_StoreIsSlowToWrite_NoTwoSendsAreCloserThanTheDelay(int upTo) => ManualTime.Run(async time =>
    {
        var random = new Random(11);
        var store = new MemoryStore { Replacing = () => Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, upTo)), time) };
        var workers = Enumerable.Range(0, 3).Select(_ => Worker(store, time)).ToList();
        var sent = new List<DateTimeOffset>();

        await (Task.WhenAll(workers.SelectMany(w => Enumerable.Range(0, 5).Select(_ => RequestAsync(w, time, sent, TimeSpan.FromMilliseconds(10))))));

        var gaps = Gaps(sent);
        Assert.That(sent, Has.Count.EqualTo(15));
        Assert.That(gaps.Min(), Is.GreaterThanOrEqualTo(Delay));
    });

    [Test]
    public void SendingAsync_StoreTakesItsTimeAndNothingElseDoes_IsNotClaimedAgain() => ManualTime.Run(async time =>
    {
        var store = new MemoryStore { Replacing = () => Task.Delay(TimeSpan.FromMilliseconds(90), time) };
        using var pacer = Worker(store, time);
        var sent = new List<DateTimeOffset>();
        await RequestAsync(pacer, time, sent, TimeSpan.FromMilliseconds(10)); // the first claim creates the document
        await (RequestAsync(pacer, time, sent, TimeSpan.FromMilliseconds(10))); // the second finds out how long a claim takes
        var ticket = ((PaceClaim.Granted)await (pacer.ClaimAsync(Host, Delay, default))).Ticket;
        int before = store.Operations;

        await ticket.SendingAsync();

        Assert.That(store.Operations, Is.EqualTo(before));
    });

    [Test]
    public void ClaimAsync_TicketNeverSent_LetsTheNextOneThrough() => ManualTime.Run(async time =>
    {
        using var pacer = Worker(new MemoryStore(), time);
        ((PaceClaim.Granted)await pacer.ClaimAsync(Host, Delay, default)).Ticket.Dispose();

        var next = await (pacer.ClaimAsync(Host, Delay, default));

        Assert.That(next, Is.InstanceOf<PaceClaim.Granted>());
    });

    [Test]
    public void ClaimAsync_HostAskedForAPause_IsPostponedAtOnce() => ManualTime.Run(async time =>
    {
        var store = new MemoryStore();
        using var one = Worker(store, time);
        using var two = Worker(store, time);
        var until = time.GetUtcNow() + TimeSpan.FromMinutes(10);
        await one.PauseAsync(Host, until, HostPause.Asked, "HTTP 429", default);

        var claim = await two.ClaimAsync(Host, Delay, default);

        Assert.That(claim, Is.EqualTo(new PaceClaim.Postponed(until, HostPause.Asked, "HTTP 429")));
    });

    [Test]
    public void ClaimAsync_ShortPause_IsWaitedFor() => ManualTime.Run(async time =>
    {
        using var pacer = Worker(new MemoryStore(), time);
        var until = time.GetUtcNow() + TimeSpan.FromSeconds(3);
        await pacer.PauseAsync(Host, until, HostPause.Asked, "HTTP 429", default);

        await (pacer.ClaimAsync(Host, Delay, default));

        Assert.That(time.GetUtcNow(), Is.GreaterThanOrEqualTo(until));
    });

    [Test]
    public void ClaimAsync_NoDelay_StillHeedsPauses() => ManualTime.Run(async time =>
    {
        using var pacer = Worker(new MemoryStore(), time);
        await pacer.PauseAsync(Host, time.GetUtcNow() + TimeSpan.FromHours(1), HostPause.Asked, "HTTP 429", default);

        Assert.That(await pacer.ClaimAsync(Host, TimeSpan.Zero, default), Is.InstanceOf<PaceClaim.Postponed>());
    });

    [Test]
    public void PauseAsync_EarlierThanAPauseInForce_ChangesNothing() => ManualTime.Run(async time =>
    {
        using var pacer = Worker(new MemoryStore(), time);
        var late = time.GetUtcNow() + TimeSpan.FromHours(1);
        await pacer.PauseAsync(Host, late, HostPause.Asked, "an hour", default);

        var until = await pacer.PauseAsync(Host, time.GetUtcNow() + TimeSpan.FromMinutes(1), HostPause.Failing, "a minute", default);

        Assert.That(until, Is.EqualTo(late));
    });

    [Test]
    public void ClaimAsync_Cancelled_LeavesTheLineInOrder() => ManualTime.Run(async time =>
    {
        using var pacer = Worker(new MemoryStore(), time);
        var first = ((PaceClaim.Granted)await pacer.ClaimAsync(Host, Delay, default)).Ticket;
        await first.SendingAsync();
        using var cancel = new CancellationTokenSource();
        var given = pacer.ClaimAsync(Host, Delay, cancel.Token);
        var waiting = pacer.ClaimAsync(Host, Delay, default);

        await cancel.CancelAsync();

        Assert.That(await Task.WhenAny(given, waiting), Is.SameAs(given));
        Assert.That(given.IsCanceled, Is.True);
        Assert.That(await (waiting), Is.InstanceOf<PaceClaim.Granted>());
    });

    [Test]
    public void ClaimAsync_OneWorkerManyWaiters_OnlyOneLooksAtTheStore() => ManualTime.Run(async time =>
    {
        var store = new MemoryStore();
        using var pacer = Worker(store, time);
        var sent = new List<DateTimeOffset>();

        await (Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RequestAsync(pacer, time, sent, TimeSpan.FromMilliseconds(5)))));

        Assert.That(store.Operations / 20.0, Is.LessThan(15), "store operations per request");
    });

    private static HostPacer Worker(MemoryStore store, TimeProvider time) => new(store, time, new Jitter(() => 0.5), Options.Create(new FetchingOptions()));

    private static async Task RequestAsync(HostPacer pacer, ManualTime time, List<DateTimeOffset> sent, TimeSpan answerTime)
    {
        var claim = await pacer.ClaimAsync(Host, Delay, default);
        using var ticket = ((PaceClaim.Granted)claim).Ticket;
        await ticket.SendingAsync();
        lock (sent)
        {
            sent.Add(time.GetUtcNow());
        }

        await Task.Delay(answerTime, time);
        await ticket.AnsweredAsync(default);
    }

    private static List<TimeSpan> Gaps(List<DateTimeOffset> sent)
    {
        sent.Sort();
        return [.. sent.Zip(sent.Skip(1), (a, b) => b - a)];
    }
}
