using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;
using Crawler.Storage.Sqlite.Queries;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Sqlite;

/// <summary>A set is looked up for each row when few pass by, and listed when many do; the answers are the same.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SetLookupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // Sixty notes with a common word, all in the set 'wide'; of those with the rare word one is in it, one in another, one in none.
    private static readonly Note[] Rare =
    [
        new() { Id = "in", Tags = ["wide"], Body = "rare ivory" },
        new() { Id = "other", Tags = ["narrow"], Body = "rare ivory" },
        new() { Id = "none", Body = "rare ivory" },
    ];

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<TestCaseData> Questions()
    {
        TestCaseData Case(string name, string text, Filter filter, bool lookedUp, params string[] ids) =>
            new TestCaseData(text, filter, lookedUp, ids).SetArgDisplayNames(name);
        yield return Case("few rows, one word", "rare", Filter.AnyOf("tags", "wide"), true, "in");
        yield return Case("few rows, several words", "rare", Filter.AnyOf("tags", "wide", "narrow"), true, "in", "other");
        yield return Case("few rows, none of", "rare", Filter.NoneOf("tags", "wide"), true, "none", "other");
        yield return Case("few rows, a range of words", "rare", Filter.Range("tags", "n", "o"), false, "other");
        yield return Case("many rows", "ivory", Filter.AnyOf("tags", "narrow"), false, "other");
        yield return Case("many rows, none of", "ivory", Filter.NoneOf("tags", "wide"), false, "none", "other");
    }

    [TestCaseSource(nameof(Questions))]
    public async Task Query_TextAndSet_CheaperTestSameAnswer(string text, Filter filter, bool lookedUp, string[] ids)
    {
        await using var store = await SqliteDocumentStore.OpenAsync(_folder.File("store.db"));
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => new Note { Id = $"{i:00}", Tags = ["wide"], Body = "ivory" }).Concat(Rare)
            .Select(n => store.InsertIfAbsentAsync(Note.Collection, n, TestContext.CurrentContext.CancellationToken)));
        var query = new DocumentQuery { Text = text, Where = [filter] };

        var page = await store.QueryAsync(Note.Collection, query, TestContext.CurrentContext.CancellationToken);
        long count = await store.CountAsync(Note.Collection, query, TestContext.CurrentContext.CancellationToken);

        Assert.That(page.Items.Select(i => i.Value.Id), Is.EqualTo(ids));
        Assert.That(count, Is.EqualTo(ids.Length));
        using var session = new SqliteSession(store.FilePath, TimeSpan.FromSeconds(15));
        var access = new Conditions(new CollectionLayout<Note>(Note.Collection).Tables, query).BestAccess(session);
        Assert.That(access.Where, lookedUp ? Does.Contain("EXISTS") : Does.Not.Contain("EXISTS"));
    }
}
