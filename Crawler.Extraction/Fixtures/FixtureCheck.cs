using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Readers;
using Crawler.Pages.Decoding;

namespace Crawler.Extraction.Fixtures;

/// <summary>Reads a definition's saved pages with it and compares with what it says must come of them.</summary>
public static class FixtureCheck
{
    /// <summary>One result per fixture, in file order. Never throws for what a page holds or for a page that is not there.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="site">The definition.</param>
    /// <param name="load">
    /// The bytes of a saved page, by the name that the definition gives it. Throws <see cref="IOException"/> or
    /// <see cref="UnauthorizedAccessException"/> when it cannot.
    /// </param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<IReadOnlyList<FixtureResult>> RunAsync(
        ISiteReader reader, SiteDefinition site, Func<string, CancellationToken, Task<byte[]>> load, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(site);
        var results = new List<FixtureResult>();
        foreach (var fixture in site.Fixtures)
        {
            results.Add(new FixtureResult(fixture, await ProblemsAsync(reader, site, fixture, load, cancellationToken)));
        }

        return results;
    }

    /// <summary>The same with a reader of its own.</summary>
    public static Task<IReadOnlyList<FixtureResult>> RunAsync(
        TimeProvider time, SiteDefinition site, Func<string, CancellationToken, Task<byte[]>> load, CancellationToken cancellationToken) =>
        RunAsync(new SiteReader(time), site, load, cancellationToken);

    private static async Task<IReadOnlyList<string>> ProblemsAsync(
        ISiteReader reader, SiteDefinition site, SiteFixture fixture, Func<string, CancellationToken, Task<byte[]>> load, CancellationToken cancellationToken)
    {
        byte[] body;
        try
        {
            body = await load(fixture.File, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [$"cannot be read: {fault.Message}"];
        }

        var page = SavedPage.Read(body, fixture.Url);
        return fixture.Kind == FixtureKind.Search ? Compare(fixture, reader.ReadSearch(site, page)) : Compare(fixture, reader.ReadDetail(site, page));
    }

    private static List<string> Compare(SiteFixture fixture, SearchReading reading)
    {
        var problems = State(fixture.State, reading.State, reading.StateDetail);
        if (fixture.Rows is { } rows && rows != reading.Rows.Count)
        {
            problems.Add($"rows: {rows} expected, {reading.Rows.Count} read");
        }

        if (fixture.NextPage is { } next && next != (reading.NextPage is not null || reading.Cursor is not null))
        {
            problems.Add(next ? "nextPage: expected, none read" : $"nextPage: none expected, read {reading.NextPage?.AbsoluteUri ?? reading.Cursor}");
        }

        foreach (var (field, count) in fixture.Filled)
        {
            int read = reading.Rows.Count(r => FieldTexts.Of(r, field) is not null);
            if (read != count)
            {
                problems.Add($"{field}: {count} rows expected to have it, {read} of {reading.Rows.Count} do");
            }
        }

        Values(fixture, field => reading.Rows.Count > 0 ? FieldTexts.Of(reading.Rows[0], field) : null, problems);
        return problems;
    }

    private static List<string> Compare(SiteFixture fixture, DetailReading reading)
    {
        var problems = State(fixture.State, reading.State, reading.StateDetail);
        Values(fixture, field => FieldTexts.Of(reading, field), problems);
        return problems;
    }

    private static List<string> State(OutcomeKind expected, OutcomeKind read, string? detail) =>
        expected == read ? [] : [$"state: {expected} expected, {read} read{(detail is null ? "" : $" ({detail})")}"];

    private static void Values(SiteFixture fixture, Func<string, string?> value, List<string> problems)
    {
        foreach (var (field, expected) in fixture.Values)
        {
            string? read = value(field);
            if (!string.Equals(expected, read, StringComparison.Ordinal))
            {
                problems.Add(read is null ? $"{field}: '{expected}' expected, nothing read" : $"{field}: '{expected}' expected, '{read}' read");
            }
        }
    }
}

/// <summary>How one saved page turned out.</summary>
/// <param name="Fixture">Which.</param>
/// <param name="Problems">In words; empty: all as expected.</param>
public sealed record FixtureResult(SiteFixture Fixture, IReadOnlyList<string> Problems)
{
    public bool Holds => Problems.Count == 0;
}
