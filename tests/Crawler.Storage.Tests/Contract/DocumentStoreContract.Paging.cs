using Crawler.Storage.Documents;

namespace Crawler.Storage.Tests.Contract;

public abstract partial class DocumentStoreContract
{
    // Ties everywhere, and one in five without the field.
    private static Note[] Many(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new Note
        {
            Id = $"n{(i * 7919) % count:D4}",
            Place = i % 5 == 0 ? null : $"p{i % 4}",
            Price = i % 5 == 1 ? null : (i % 3) - 1.5,
            At = i % 5 == 2 ? null : Noon.AddMinutes(i % 6),
            Body = i % 2 == 0 ? "ivory comb" : "bone comb",
        }),
    ];

    private async Task<List<string>> WalkAsync(DocumentQuery query, Func<int, Task>? betweenPages = null)
    {
        var ids = new List<string>();
        for (int pages = 1; ; pages++)
        {
            var page = await Store.QueryAsync(Notes, query, Cancel);
            Assert.That(page.Items, Has.Count.LessThanOrEqualTo(query.Limit));
            ids.AddRange(page.Items.Select(i => i.Value.Id));
            if (page.Next is null)
            {
                return ids;
            }

            Assert.That(pages, Is.LessThan(1000), "the pages do not end");
            query = query with { After = page.Next };
            await (betweenPages?.Invoke(pages) ?? Task.CompletedTask);
        }
    }

    private static IEnumerable<string> Expected(IEnumerable<Note> notes, Sort? sort)
    {
        var byKey = notes.OrderBy(n => n.Id, StringComparer.Ordinal).ToList();
        if (sort is null)
        {
            return byKey.Select(n => n.Id);
        }

        var comparer = Comparer<object?>.Create(
            (a, b) => a is string s && b is string t ? string.CompareOrdinal(s, t) : Comparer<object>.Default.Compare(a, b));
        object? Value(Note n) => sort.Field switch { "place" => n.Place, "price" => n.Price, _ => n.At };
        var with = byKey.Where(n => Value(n) is not null);
        return (sort.Descending ? with.OrderByDescending(Value, comparer) : with.OrderBy(Value, comparer)).Concat(byKey.Where(n => Value(n) is null))
            .Select(n => n.Id);
    }

    [Test]
    public async Task Query_PageByPage_EveryDocumentOnceInOrder(
        [Values(null, "place", "price", "at")] string? field, [Values] bool descending, [Values(1, 7, 60, 61)] int limit, [Values(null, "ivo")] string? text)
    {
        var notes = Many(60);
        await AddAsync(notes);
        var sort = field is null ? null : new Sort(field, descending);

        var ids = await WalkAsync(new DocumentQuery { OrderBy = sort, Limit = limit, Text = text });

        Assert.That(ids, Is.EqualTo(Expected(notes.Where(n => text is null || n.Body!.Contains(text, StringComparison.Ordinal)), sort)));
    }

    [Test]
    public async Task Query_FilteredPageByPage_EveryMatchOnceInOrder([Values] bool descending)
    {
        var notes = Many(60);
        await AddAsync(notes);

        var ids = await WalkAsync(new DocumentQuery { OrderBy = new Sort("price", descending), Limit = 4, Where = [Filter.AnyOf("place", "p1", "p2")] });

        Assert.That(ids, Is.EqualTo(Expected(notes.Where(n => n.Place is "p1" or "p2"), new Sort("price", descending))));
    }

    // Large enough that no way to the answer that is good for a handful of documents is good for all.
    private static IEnumerable<TestCaseData> LargeQueries()
    {
        TestCaseData Case(string name, DocumentQuery query, Func<int, bool> matches, Func<int, string?> order) =>
            new TestCaseData(query, matches, order).SetArgDisplayNames(name);
        string Padded(int value) => value.ToString("D6");
        yield return Case("most match", new() { OrderBy = new("price"), Where = [Filter.NoneOf("place", "p3")] }, i => i % 50 != 3, i => Padded(i / 7));
        yield return Case(
            "few match", new() { OrderBy = new("price", true), Where = [Filter.AnyOf("place", "p3")] }, i => i % 50 == 3, i => Padded(999_999 - (i / 7)));
        yield return Case("many match by key", new() { Where = [Filter.AnyOf("tags", "even")] }, i => i % 2 == 0, _ => "");
        yield return Case(
            "two filters by key", new() { Where = [Filter.AnyOf("place", "p3", "p4"), Filter.AnyOf("tags", "even")] }, i => i % 50 == 4, _ => "");
        yield return Case(
            "equal value by key",
            new() { Where = [Filter.AnyOf("tags", "even", "third"), Filter.Range("price", 10, null)] },
            i => (i % 2 == 0 || i % 3 == 0) && i >= 70,
            _ => "");
        yield return Case(
            "bounded sort field",
            new() { OrderBy = new("price", true), Where = [Filter.Range("price", 100, 300), Filter.AnyOf("tags", "third")] },
            i => i is >= 700 and < 2100 && i % 3 == 0,
            i => Padded(999_999 - (i / 7)));
        yield return Case(
            "text and set", new() { OrderBy = new("price"), Text = "common", Where = [Filter.AnyOf("tags", "third")] }, i => i % 3 == 0, i => Padded(i / 7));
        yield return Case(
            "text and rare value",
            new() { OrderBy = new("price"), Text = "comm", Where = [Filter.AnyOf("place", "p7")] },
            i => i % 50 == 7,
            i => Padded(i / 7));
        yield return Case(
            "rare text",
            new() { OrderBy = new("price"), Text = "seldom", Where = [Filter.NoneOf("tags", "third")] },
            i => i % 400 == 0 && i % 3 != 0,
            i => Padded(i / 7));
    }

    [TestCaseSource(nameof(LargeQueries))]
    public async Task Query_ThreeThousandDocuments_EveryMatchOnceInOrder(DocumentQuery query, Func<int, bool> matches, Func<int, string?> order)
    {
        await AddAsync(Enumerable.Range(0, 3000).Select(i => new Note
        {
            Id = $"{i:D5}",
            Place = $"p{i % 50}",
            Price = i / 7,
            Tags = [.. new[] { i % 2 == 0 ? "even" : null, i % 3 == 0 ? "third" : null }.OfType<string>()],
            Body = i % 400 == 0 ? "common seldom" : "common",
        }));
        string[] expected = [.. Enumerable.Range(0, 3000).Where(matches).OrderBy(order, StringComparer.Ordinal).ThenBy(i => i).Select(i => $"{i:D5}")];

        var ids = await WalkAsync(query with { Limit = 100 });
        var facet = (await Store.FacetsAsync(Notes, query, [new FacetRequest("place", 100)], Cancel))[0];

        Assert.That(ids, Is.EqualTo(expected));
        Assert.That(await Store.CountAsync(Notes, query, Cancel), Is.EqualTo(expected.Length));
        Assert.That(facet.Sum(f => f.Count), Is.EqualTo(expected.Length));
    }

    [Test]
    public async Task Query_DocumentsComeAndGoBetweenPages_TheOthersOnceEach([Values(null, "at", "place")] string? field, [Values] bool descending)
    {
        var notes = Many(60);
        await AddAsync(notes);

        var ids = await WalkAsync(new DocumentQuery { OrderBy = field is null ? null : new Sort(field, descending), Limit = 5 }, async page =>
        {
            await AddAsync(new Note { Id = $"new{page}", Place = $"p{page % 4}", At = Noon.AddMinutes(page % 7) }, new Note { Id = $"m{page}", Place = "a" });
            await Store.DeleteAsync(Notes, $"m{page - 1}", null, Cancel);
        });

        Assert.That(ids, Is.Unique);
        Assert.That(ids.Where(i => i.StartsWith("n0", StringComparison.Ordinal)), Is.EquivalentTo(notes.Select(n => n.Id)));
    }

    [Test]
    public async Task Query_KeysInEveryPlane_OrderedByCodePoint()
    {
        // In UTF-16 the emoji (a surrogate pair) would come before the private-use character.
        await AddAsync(new[] { "\U0001F418", "\uF8FF", "z", "é", "Z", "a" }.Select(k => new Note { Id = k }));

        Assert.That(await WalkAsync(new DocumentQuery { Limit = 2 }), Is.EqualTo(["Z", "a", "z", "é", "\uF8FF", "\U0001F418"]));
    }

    [Test]
    public async Task Query_LastPageExactlyFull_NoNext()
    {
        await AddAsync(Many(10));

        Assert.That((await Store.QueryAsync(Notes, new DocumentQuery { Limit = 10 }, Cancel)).Next, Is.Null);
    }

    [Test]
    public async Task QueryAll_SeveralPages_All()
    {
        await AddAsync(Many(60));
        var ids = new List<string>();
        await foreach (var item in Store.QueryAllAsync(Notes, new DocumentQuery { Limit = 7 }, Cancel))
        {
            ids.Add(item.Value.Id);
        }

        Assert.That(ids, Has.Count.EqualTo(60).And.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
    }

    private static IEnumerable<TestCaseData> OtherQueries()
    {
        var query = new DocumentQuery { Text = "comb", OrderBy = new Sort("price"), Where = [Filter.AnyOf("place", "p1", "p2", "p3")], Limit = 3 };
        yield return new TestCaseData(query, query with { Text = "ivory" }).SetArgDisplayNames("text");
        yield return new TestCaseData(query, query with { Text = null }).SetArgDisplayNames("no text");
        yield return new TestCaseData(query, query with { OrderBy = new Sort("price", Descending: true) }).SetArgDisplayNames("direction");
        yield return new TestCaseData(query, query with { OrderBy = new Sort("at") }).SetArgDisplayNames("sort field");
        yield return new TestCaseData(query, query with { OrderBy = null }).SetArgDisplayNames("no sort");
        yield return new TestCaseData(query, query with { Where = [Filter.AnyOf("place", "p1", "p2")] }).SetArgDisplayNames("values");
        yield return new TestCaseData(query, query with { Where = [Filter.NoneOf("place", "p1", "p2", "p3")] }).SetArgDisplayNames("kind of filter");
        yield return new TestCaseData(query, query with { Where = [] }).SetArgDisplayNames("no filter");
    }

    [TestCaseSource(nameof(OtherQueries))]
    public async Task Query_CursorOfAnotherQuery_ArgumentException(DocumentQuery query, DocumentQuery other)
    {
        await AddAsync(Many(60));
        string? cursor = (await Store.QueryAsync(Notes, query, Cancel)).Next;
        Assert.That(cursor, Is.Not.Null);

        Assert.That(() => Store.QueryAsync(Notes, other with { After = cursor }, Cancel), Throws.ArgumentException);
    }

    [Test]
    public async Task Query_CursorWithAnotherLimit_GoesOn()
    {
        await AddAsync(Many(10));
        string? cursor = (await Store.QueryAsync(Notes, new DocumentQuery { Limit = 3 }, Cancel)).Next;

        Assert.That(await IdsAsync(new DocumentQuery { Limit = 100, After = cursor }), Has.Length.EqualTo(7));
    }

    [TestCase("")]
    [TestCase("nonsense")]
    [TestCase("!!")]
    [TestCase("bnVsbA")]
    [TestCase("e30")]
    public void Query_CursorIsNone_ArgumentException(string cursor) =>
        Assert.That(() => Store.QueryAsync(Notes, new DocumentQuery { After = cursor }, Cancel), Throws.ArgumentException);

    [Test]
    public async Task Query_CursorOfAnotherCollection_ArgumentException()
    {
        var others = Note.Named("other_notes");
        await Store.EnsureAsync(others, Cancel);
        await AddAsync(Many(10));
        string? cursor = (await Store.QueryAsync(Notes, new DocumentQuery { Limit = 3 }, Cancel)).Next;

        Assert.That(() => Store.QueryAsync(others, new DocumentQuery { Limit = 3, After = cursor }, Cancel), Throws.ArgumentException);
    }
}
