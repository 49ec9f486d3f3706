using Crawler.Storage.Documents;

namespace Crawler.Storage.Tests.Contract;

public abstract partial class DocumentStoreContract
{
    [Test]
    public async Task Get_KeyUnknown_Null() => Assert.That(await Store.GetAsync(Notes, "nobody", Cancel), Is.Null);

    [Test]
    public async Task Get_AfterInsert_TheDocument()
    {
        var note = new Note { Id = "a", Place = "Gent", Price = 1.5, At = Noon, Body = "text", Tags = ["x", "y"], Count = 3 };
        await AddAsync(note);

        var stored = await Store.GetAsync(Notes, "a", Cancel);

        Assert.That(stored!.Value with { Tags = note.Tags }, Is.EqualTo(note));
        Assert.That(stored.Value.Tags, Is.EqualTo(note.Tags));
    }

    [Test]
    public async Task InsertIfAbsent_KeyTaken_FalseAndNothingChanged()
    {
        await AddAsync(new Note { Id = "a", Body = "first" });
        var before = await Store.GetAsync(Notes, "a", Cancel);

        bool inserted = await Store.InsertIfAbsentAsync(Notes, new Note { Id = "a", Body = "second" }, Cancel);

        var after = await Store.GetAsync(Notes, "a", Cancel);
        Assert.That(inserted, Is.False);
        Assert.That(after!.Value.Body, Is.EqualTo("first"));
        Assert.That(after.Version, Is.EqualTo(before!.Version));
        Assert.That(await FindAsync("second"), Is.Empty);
    }

    [Test]
    public async Task InsertIfAbsent_HundredAtOnceWithOneKey_ExactlyOneTrue()
    {
        bool[] inserted = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(i => Task.Run(() => Store.InsertIfAbsentAsync(Notes, new Note { Id = "a", Count = i, Body = $"w{i}" }, Cancel))));

        var stored = await Store.GetAsync(Notes, "a", Cancel);
        Assert.That(inserted.Count(i => i), Is.EqualTo(1));
        Assert.That(stored!.Value.Count, Is.EqualTo(Array.IndexOf(inserted, true)));
        Assert.That(await FindAsync(stored.Value.Body!), Is.EqualTo(["a"]));
    }

    [Test]
    public async Task ReplaceIfVersion_VersionCurrent_ReplacesAndRaisesVersion()
    {
        await AddAsync(new Note { Id = "a", Place = "Gent", Tags = ["x"], Price = 1, At = Noon, Body = "ivory" });
        var before = await Store.GetAsync(Notes, "a", Cancel);

        bool replaced = await Store.ReplaceIfVersionAsync(
            Notes, new Note { Id = "a", Place = "Luik", Tags = ["y"], Price = 2, Body = "bone" }, before!.Version, Cancel);

        var after = await Store.GetAsync(Notes, "a", Cancel);
        Assert.That(replaced, Is.True);
        Assert.That(after!.Version, Is.GreaterThan(before.Version));
        Assert.That(await IdsAsync(Filter.AnyOf("place", "Gent")), Is.Empty);
        Assert.That(await IdsAsync(Filter.AnyOf("place", "Luik")), Is.EqualTo(["a"]));
        Assert.That(await IdsAsync(Filter.AnyOf("tags", "x")), Is.Empty);
        Assert.That(await IdsAsync(Filter.AnyOf("tags", "y")), Is.EqualTo(["a"]));
        Assert.That(await IdsAsync(Filter.Range("at", null, null)), Is.Empty);
        Assert.That(await FindAsync("ivory"), Is.Empty);
        Assert.That(await FindAsync("bone"), Is.EqualTo(["a"]));
    }

    [Test]
    public async Task ReplaceIfVersion_VersionOld_FalseAndNothingChanged()
    {
        await AddAsync(new Note { Id = "a", Count = 1 });
        var first = await Store.GetAsync(Notes, "a", Cancel);
        await Store.ReplaceIfVersionAsync(Notes, new Note { Id = "a", Count = 2 }, first!.Version, Cancel);

        bool replaced = await Store.ReplaceIfVersionAsync(Notes, new Note { Id = "a", Count = 3 }, first.Version, Cancel);

        Assert.That(replaced, Is.False);
        Assert.That((await Store.GetAsync(Notes, "a", Cancel))!.Value.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task ReplaceIfVersion_KeyUnknown_False() =>
        Assert.That(await Store.ReplaceIfVersionAsync(Notes, new Note { Id = "nobody" }, 1, Cancel), Is.False);

    [Test]
    public async Task ReplaceIfVersion_DeletedAndInsertedAnew_OldVersionDoesNotFit()
    {
        await AddAsync(new Note { Id = "a", Count = 1 });
        var first = await Store.GetAsync(Notes, "a", Cancel);
        await Store.DeleteAsync(Notes, "a", null, Cancel);
        await AddAsync(new Note { Id = "a", Count = 2 });

        bool replaced = await Store.ReplaceIfVersionAsync(Notes, new Note { Id = "a", Count = 3 }, first!.Version, Cancel);

        Assert.That(replaced, Is.False);
        Assert.That((await Store.GetAsync(Notes, "a", Cancel))!.Value.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task Update_TwentyCallersCountTogether_NoStepIsLost()
    {
        const int callers = 20;
        const int steps = 10;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < steps; i++)
            {
                await Store.UpdateAsync(Notes, "counter", n => n is null ? new Note { Id = "counter", Count = 1 } : n with { Count = n.Count + 1 }, Cancel);
            }
        })));

        Assert.That((await Store.GetAsync(Notes, "counter", Cancel))!.Value.Count, Is.EqualTo(callers * steps));
    }

    [Test]
    public async Task Delete_Known_GoneFromEverySearch()
    {
        await AddAsync(new Note { Id = "a", Place = "Gent", Tags = ["x"], Price = 1, At = Noon, Body = "ivory" });

        bool deleted = await Store.DeleteAsync(Notes, "a", null, Cancel);

        Assert.That(deleted, Is.True);
        Assert.That(await Store.GetAsync(Notes, "a", Cancel), Is.Null);
        Assert.That(await IdsAsync(), Is.Empty);
        Assert.That(await IdsAsync(Filter.AnyOf("tags", "x")), Is.Empty);
        Assert.That(await FindAsync("ivory"), Is.Empty);
        Assert.That(await Store.CountAsync(Notes, new DocumentQuery(), Cancel), Is.Zero);
    }

    [Test]
    public async Task Delete_KeyUnknown_False() => Assert.That(await Store.DeleteAsync(Notes, "nobody", null, Cancel), Is.False);

    [Test]
    public async Task Delete_VersionOld_FalseAndStillThere()
    {
        await AddAsync(new Note { Id = "a" });
        var first = await Store.GetAsync(Notes, "a", Cancel);
        await Store.ReplaceIfVersionAsync(Notes, new Note { Id = "a", Count = 2 }, first!.Version, Cancel);
        var second = await Store.GetAsync(Notes, "a", Cancel);

        Assert.That(await Store.DeleteAsync(Notes, "a", first.Version, Cancel), Is.False);
        Assert.That(await Store.DeleteAsync(Notes, "a", second!.Version, Cancel), Is.True);
    }

    [Test]
    public async Task Insert_KeyIsReusedAfterDelete_OnlyTheNewTextIsFound()
    {
        await AddAsync(new Note { Id = "a", Body = "ivory" });
        await Store.DeleteAsync(Notes, "a", null, Cancel);
        await AddAsync(new Note { Id = "b", Body = "bone" });

        Assert.That(await FindAsync("ivory"), Is.Empty);
        Assert.That(await FindAsync("bone"), Is.EqualTo(["b"]));
    }

    [TestCase("élan/ça va?#1")]
    [TestCase("象牙 🐘")]
    [TestCase("a'b\"c;--")]
    [TestCase(" blank ")]
    [TestCase("%_*")]
    [TestCase("\n\t")]
    public async Task Insert_UnusualKey_FoundByIt(string key)
    {
        await AddAsync(new Note { Id = key, Place = key, Tags = [key], Count = 7 });

        Assert.That((await Store.GetAsync(Notes, key, Cancel))!.Value.Count, Is.EqualTo(7));
        Assert.That(await IdsAsync(Filter.AnyOf("place", key)), Is.EqualTo([key]));
        Assert.That(await IdsAsync(Filter.AnyOf("tags", key)), Is.EqualTo([key]));
    }

    [Test]
    public async Task Insert_KeysDifferInCaseOnly_TwoDocuments()
    {
        await AddAsync(new Note { Id = "a", Count = 1 }, new Note { Id = "A", Count = 2 });

        Assert.That((await Store.GetAsync(Notes, "A", Cancel))!.Value.Count, Is.EqualTo(2));
    }

    [Test]
    public void Insert_KeyEmpty_ArgumentException() =>
        Assert.That(() => Store.InsertIfAbsentAsync(Notes, new Note { Id = "" }, Cancel), Throws.ArgumentException);

    [Test]
    public async Task Insert_FiveMegabytes_ComesBackWhole()
    {
        string body = string.Concat(Enumerable.Range(0, 700_000).Select(i => $"wörd{i % 1000} "))[..5_000_000];
        await AddAsync(new Note { Id = "big", Body = body });

        Assert.That((await Store.GetAsync(Notes, "big", Cancel))!.Value.Body, Is.EqualTo(body));
        Assert.That(await FindAsync("word999"), Is.EqualTo(["big"]));
    }

    [Test]
    public async Task Insert_SeveralCollections_KeptApart()
    {
        var others = Note.Named("other_notes");
        await Store.EnsureAsync(others, Cancel);
        await AddAsync(new Note { Id = "a", Count = 1 });
        await Store.InsertIfAbsentAsync(others, new Note { Id = "a", Count = 2 }, Cancel);

        Assert.That((await Store.GetAsync(Notes, "a", Cancel))!.Value.Count, Is.EqualTo(1));
        Assert.That((await Store.GetAsync(others, "a", Cancel))!.Value.Count, Is.EqualTo(2));
        Assert.That(await Store.CountAsync(others, new DocumentQuery(), Cancel), Is.EqualTo(1));
    }

    [Test]
    public async Task Ensure_RepeatedAndRaced_DocumentsStay()
    {
        await AddAsync(new Note { Id = "a", Body = "ivory" });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.EnsureAsync(Note.Named("notes"), Cancel))));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.EnsureAsync(Note.Named("raced"), Cancel))));

        Assert.That(await FindAsync("ivory"), Is.EqualTo(["a"]));
    }

    [Test]
    public void Write_CancelledBefore_OperationCanceledException() =>
        Assert.That(
            () => Store.InsertIfAbsentAsync(Notes, new Note { Id = "a" }, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
}
