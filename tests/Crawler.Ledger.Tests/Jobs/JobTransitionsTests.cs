using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Jobs;

namespace Crawler.Ledger.Tests.Jobs;

/// <summary>All states against all transitions: what each gives, and what it resets.</summary>
internal sealed class JobTransitionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 2, 0, 10, TimeSpan.Zero);
    private static readonly DateTimeOffset Earlier = Now.AddSeconds(-10);
    private static readonly JobLimits Limits = new(MaxAttempts: 3, MaxPostponements: 2, RetryDelay: TimeSpan.FromSeconds(10));
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly JobOutcome Outcome = new() { Kind = OutcomeKind.Ok, Detail = "detail" };

    private static readonly Dictionary<string, Func<SweepJob, SweepJob?>> Transitions = new(StringComparer.Ordinal)
    {
        ["Send"] = j => JobTransitions.Send(j, Now),
        ["Claim"] = j => JobTransitions.Claim(j, "worker-2", Lease, Now),
        ["Renew"] = j => JobTransitions.Renew(j, Lease, Now),
        ["Release"] = JobTransitions.Release,
        ["Done"] = j => JobTransitions.Conclude(j, new JobVerdict.Done(Outcome), Limits, Now),
        ["Skipped"] = j => JobTransitions.Conclude(j, new JobVerdict.Skipped(Outcome), Limits, Now),
        ["Failed"] = j => JobTransitions.Conclude(j, new JobVerdict.Failed(Outcome, Transient: false), Limits, Now),
        ["FailedForNow"] = j => JobTransitions.Conclude(j, new JobVerdict.Failed(Outcome, Transient: true), Limits, Now),
        ["Postponed"] = j => JobTransitions.Conclude(j, new JobVerdict.Postponed(Outcome, Now.AddMinutes(3)), Limits, Now),
        ["Recover"] = j => JobTransitions.Recover(j, maxLostLeases: 3, Now),
        ["Cancel"] = j => JobTransitions.Cancel(j, "a mistake", Now),
    };

    /// <summary>State, transition, state after it; null: not allowed.</summary>
    private static readonly (JobState From, string Transition, JobState? To)[] Table =
    [
        (JobState.Pending, "Send", JobState.Sent),
        (JobState.Pending, "Claim", JobState.Running),
        (JobState.Pending, "Renew", null),
        (JobState.Pending, "Release", null),
        (JobState.Pending, "Done", null),
        (JobState.Pending, "Skipped", null),
        (JobState.Pending, "Failed", null),
        (JobState.Pending, "FailedForNow", null),
        (JobState.Pending, "Postponed", null),
        (JobState.Pending, "Recover", null),
        (JobState.Pending, "Cancel", JobState.Skipped),

        (JobState.Sent, "Send", null),
        (JobState.Sent, "Claim", JobState.Running),
        (JobState.Sent, "Renew", null),
        (JobState.Sent, "Release", JobState.Pending),
        (JobState.Sent, "Done", null),
        (JobState.Sent, "Skipped", null),
        (JobState.Sent, "Failed", null),
        (JobState.Sent, "FailedForNow", null),
        (JobState.Sent, "Postponed", null),
        (JobState.Sent, "Recover", JobState.Pending),
        (JobState.Sent, "Cancel", JobState.Skipped),

        // With a live lease; see Claim_LeaseRunOut for one that has run out.
        (JobState.Running, "Send", null),
        (JobState.Running, "Claim", null),
        (JobState.Running, "Renew", JobState.Running),
        (JobState.Running, "Release", JobState.Pending),
        (JobState.Running, "Done", JobState.Done),
        (JobState.Running, "Skipped", JobState.Skipped),
        (JobState.Running, "Failed", JobState.Failed),
        (JobState.Running, "FailedForNow", JobState.Pending),
        (JobState.Running, "Postponed", JobState.Pending),
        (JobState.Running, "Recover", JobState.Pending),
        (JobState.Running, "Cancel", null),

        .. from ended in new[] { JobState.Done, JobState.Failed, JobState.Skipped }
           from name in Transitions.Keys
           select (ended, name, (JobState?)null),
    ];

    [Test]
    public void Table_NamesEveryStateAndEveryTransition() =>
        Assert.That(Table.Select(t => (t.From, t.Transition)), Is.EquivalentTo(
            from state in Enum.GetValues<JobState>()
            from name in Transitions.Keys
            select (state, name)));

    [TestCaseSource(nameof(Table))]
    public void Transition_OfState_LeadsWhereTheTableSays((JobState From, string Transition, JobState? To) step)
    {
        var job = Transitions[step.Transition](Job(step.From));

        Assert.That(job?.State, Is.EqualTo(step.To));
    }

    [TestCaseSource(nameof(Table))]
    public void Transition_Made_LeavesOnlyWhatTheNewStateHas((JobState From, string Transition, JobState? To) step)
    {
        if (Transitions[step.Transition](Job(step.From)) is not { } job)
        {
            return;
        }

        bool running = job.State is JobState.Running, ended = job.IsTerminal;
        bool begun = running || (ended && step.From is JobState.Running);
        bool sent = job.State is JobState.Sent || (job.State is not JobState.Pending && step.From is not JobState.Pending);
        Assert.Multiple(() =>
        {
            Assert.That(job.WorkerId, running ? Is.Not.Null : Is.Null, "a worker holds it only while it runs");
            Assert.That(job.LeaseUntil, running ? Is.Not.Null : Is.Null, "so is its lease");
            Assert.That(job.EndedAt, ended ? Is.EqualTo(Now) : Is.Null);
            Assert.That(job.StartedAt is not null, Is.EqualTo(begun), "begun by a worker, and not put back since");
            Assert.That(job.SentAt is not null, Is.EqualTo(sent), "sent, and not put back since");
            Assert.That(job.CreatedAt, Is.EqualTo(Job(step.From).CreatedAt));
            Assert.That(job.Id, Is.EqualTo("j"));
        });
    }

    [Test]
    public void Send_Pending_NotesWhen() => Assert.That(JobTransitions.Send(Job(JobState.Pending), Now)!.SentAt, Is.EqualTo(Now));

    [Test]
    public void Claim_NotDueYet_IsRefused() =>
        Assert.That(JobTransitions.Claim(Job(JobState.Pending) with { DueAt = Now.AddSeconds(1) }, "w", Lease, Now), Is.Null);

    [Test]
    public void Claim_LeaseRunOut_TakesTheJobOver()
    {
        var job = JobTransitions.Claim(Job(JobState.Running) with { LeaseUntil = Now.AddSeconds(-1) }, "worker-2", Lease, Now)!;

        Assert.That((job.WorkerId, job.StartedAt, job.LeaseUntil), Is.EqualTo(("worker-2", (DateTimeOffset?)Now, (DateTimeOffset?)Now.Add(Lease))));
    }

    [TestCase(JobState.Sent)]
    [TestCase(JobState.Running)]
    public void Release_KeepsItsPlaceAndItsAttempts(JobState from)
    {
        var job = JobTransitions.Release(Job(from) with { Attempts = 1 })!;

        Assert.That((job.DueAt, job.Attempts), Is.EqualTo((Earlier, 1)));
    }

    [Test]
    public void Conclude_MeasuresFromTheStart() =>
        Assert.That(Transitions["Done"](Job(JobState.Running))!.Outcome!.Duration, Is.EqualTo(TimeSpan.FromSeconds(10)));

    [TestCase("Done", 1)]
    [TestCase("Failed", 1)]
    [TestCase("FailedForNow", 1)]
    [TestCase("Skipped", 0)]
    [TestCase("Postponed", 0)]
    [TestCase("Release", 0)]
    [TestCase("Recover", 0)]
    public void Attempts_CountOnlyRealTries(string transition, int attempts) =>
        Assert.That(Transitions[transition](Job(JobState.Running))!.Attempts, Is.EqualTo(attempts));

    [Test]
    public void Conclude_Postponed_WaitsUntilThen()
    {
        var job = Transitions["Postponed"](Job(JobState.Running))!;

        Assert.That((job.DueAt, job.Postponements), Is.EqualTo((Now.AddMinutes(3), 1)));
    }

    [Test]
    public void Conclude_PostponedTooOften_FailsAndSaysHowOften()
    {
        var job = Transitions["Postponed"](Job(JobState.Running) with { Postponements = 2 })!;

        Assert.That(job.State, Is.EqualTo(JobState.Failed));
        Assert.That(job.Outcome!.Detail, Does.Contain("put off 2 times"));
    }

    [TestCase(0, 10)]
    [TestCase(1, 20)]
    public void Conclude_FailedForNow_TriesAgainLaterEachTime(int attempts, int seconds) =>
        Assert.That(Transitions["FailedForNow"](Job(JobState.Running) with { Attempts = attempts })!.DueAt, Is.EqualTo(Now.AddSeconds(seconds)));

    [Test]
    public void Conclude_FailedForNowOnTheLastAttempt_Fails()
    {
        var job = Transitions["FailedForNow"](Job(JobState.Running) with { Attempts = 2 })!;

        Assert.That((job.State, job.Attempts), Is.EqualTo((JobState.Failed, 3)));
    }

    [Test]
    public void Recover_Running_IsDueAtOnceAndCountsTheLostLease()
    {
        var job = Transitions["Recover"](Job(JobState.Running))!;

        Assert.That((job.DueAt, job.LostLeases), Is.EqualTo((Now, 1)));
    }

    [Test]
    public void Recover_Sent_LosesNoLife() => Assert.That(Transitions["Recover"](Job(JobState.Sent))!.LostLeases, Is.Zero);

    [Test]
    public void Recover_LastLease_FailsAndSaysWhy()
    {
        var job = Transitions["Recover"](Job(JobState.Running) with { LostLeases = 2 })!;

        Assert.That(job.State, Is.EqualTo(JobState.Failed));
        Assert.That(job.Outcome, Is.EqualTo(new JobOutcome { Kind = OutcomeKind.InternalError, Detail = "3 workers died with this job in hand", Url = null }));
    }

    [Test]
    public void Cancel_SaysWhy() =>
        Assert.That(Transitions["Cancel"](Job(JobState.Pending))!.Outcome!.Detail, Is.EqualTo("the sweep was cancelled: a mistake"));

    [Test]
    public void Plan_TwiceTheSame_IsTheSameJob()
    {
        var origin = new JobOrigin("s", "w", "site", Priority: 10);
        var search = new SearchTarget { Query = "ivory", Page = 2 };

        var job = JobTransitions.Plan(origin, search, Now);

        Assert.That(job, Is.EqualTo(JobTransitions.Plan(origin, search, Now)));
        Assert.That((job.Kind, job.State, job.Priority, job.DueAt, job.Search), Is.EqualTo((JobKind.Search, JobState.Pending, 10, Now, search)));
    }

    /// <summary>A job as the ledger has it in that state.</summary>
    private static SweepJob Job(JobState state)
    {
        var job = new SweepJob
        {
            Id = "j",
            SweepId = "s",
            WatchListId = "w",
            SiteId = "site",
            Kind = JobKind.Search,
            State = state,
            CreatedAt = Now.AddMinutes(-1),
            DueAt = Earlier,
        };
        return state switch
        {
            JobState.Pending => job,
            JobState.Sent => job with { SentAt = Earlier },
            JobState.Running => job with { SentAt = Earlier, StartedAt = Earlier, WorkerId = "worker-1", LeaseUntil = Now.AddSeconds(50) },
            _ => job with { SentAt = Earlier, StartedAt = Earlier, EndedAt = Earlier, Outcome = Outcome },
        };
    }
}
