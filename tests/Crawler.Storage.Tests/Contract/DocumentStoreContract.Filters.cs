using Crawler.Storage.Documents;

namespace Crawler.Storage.Tests.Contract;

public abstract partial class DocumentStoreContract
{
    private static readonly Note[] Five =
    [
        new() { Id = "a", Place = "Gent", Tags = ["x", "y"], Price = 10, At = Noon, Body = "Ivory figure" },
        new() { Id = "b", Place = "Luik", Tags = ["y"], Price = 20, At = Noon.AddDays(1), Body = "Old ivory comb" },
        new() { Id = "c", Place = "gent", Tags = ["z"], Price = -5, At = Noon.AddMilliseconds(1), Body = "Bone comb" },
        new() { Id = "d", Tags = [], Body = "Nothing known" },
        new() { Id = "e", Place = "Gent", Tags = ["x"], Price = 20, At = Noon.AddDays(-40), Body = "Ivoire ancien" },
    ];

    private static IEnumerable<TestCaseData> FilterCases()
    {
        TestCaseData Case(string name, Filter[] where, string ids) => new(where, ids) { TestName = $"Query_{name}" };
        yield return Case("NoCondition_All", [], "abcde");
        yield return Case("KeywordEqual_ExactCase", [Filter.AnyOf("place", "Gent")], "ae");
        yield return Case("KeywordAnyOfTwo_Either", [Filter.AnyOf("place", "gent", "Luik")], "bc");
        yield return Case("AnyOfNothing_None", [Filter.AnyOf("place")], "");
        yield return Case("SetAnyOf_OneMemberSuffices", [Filter.AnyOf("tags", "x", "z")], "ace");
        yield return Case("SetTwoFilters_BothMustHold", [Filter.AnyOf("tags", "x"), Filter.AnyOf("tags", "y")], "a");
        yield return Case("NoneOf_MissingPasses", [Filter.NoneOf("place", "Gent")], "bcd");
        yield return Case("NoneOfNothing_All", [Filter.NoneOf("place")], "abcde");
        yield return Case("SetNoneOf_EmptyPasses", [Filter.NoneOf("tags", "y", "z")], "de");
        yield return Case("NumberRange_MinInclusiveMaxExclusive", [Filter.Range("price", 10, 20)], "a");
        yield return Case("NumberRangeOpenBelow_NegativeIncludedMissingNot", [Filter.Range("price", null, 20)], "ac");
        yield return Case("NumberRangeOpenBoth_HasTheField", [Filter.Range("price", null, null)], "abce");
        yield return Case("NumberAnyOf_Equal", [Filter.AnyOf("price", 20)], "be");
        yield return Case("InstantRange_Millisecond", [Filter.Range("at", Noon.AddMilliseconds(1), Noon.AddDays(2))], "bc");
        yield return Case("InstantInAnotherZone_SameInstant", [Filter.AnyOf("at", Noon.ToOffset(TimeSpan.FromHours(5)))], "a");
        yield return Case("KeywordRange_ByCodePoint", [Filter.Range("place", "Gent", "Luik")], "ae");
        yield return Case("SetRange_OneMemberWithin", [Filter.Range("tags", "y", null)], "abc");
        yield return Case("SeveralFields_AllMustHold", [Filter.AnyOf("place", "Gent"), Filter.Range("price", 15, null), Filter.NoneOf("tags", "y")], "e");
    }

    [TestCaseSource(nameof(FilterCases))]
    public async Task Query_Filtered(Filter[] where, string ids)
    {
        await AddAsync(Five);

        Assert.That(string.Concat(await IdsAsync(where)), Is.EqualTo(ids));
        Assert.That(await Store.CountAsync(Notes, new DocumentQuery { Where = where, Limit = 1 }, Cancel), Is.EqualTo(ids.Length));
    }

    [Test]
    public async Task Query_TextAndFilter_BothMustHold()
    {
        await AddAsync(Five);

        Assert.That(await IdsAsync(new DocumentQuery { Text = "ivory", Where = [Filter.AnyOf("place", "Luik")] }), Is.EqualTo(["b"]));
    }

    [Test]
    public void Query_FieldUnknown_ArgumentExceptionNamesIt() =>
        Assert.That(() => IdsAsync(Filter.AnyOf("colour", "red")), Throws.ArgumentException.With.Message.Contains("colour"));

    [Test]
    public void Query_ValueOfAnotherType_ArgumentException() =>
        Assert.That(() => IdsAsync(Filter.AnyOf("price", "ten")), Throws.ArgumentException.With.Message.Contains("price"));

    [TestCase(0)]
    [TestCase(1001)]
    public void Query_LimitOutOfRange_ArgumentException(int limit) =>
        Assert.That(() => IdsAsync(new DocumentQuery { Limit = limit }), Throws.ArgumentException);

    [Test]
    public void Query_SortBySet_ArgumentException() =>
        Assert.That(() => IdsAsync(new DocumentQuery { OrderBy = new Sort("tags") }), Throws.ArgumentException);
}
