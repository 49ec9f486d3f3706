using Crawler.Extraction.Readers;
using Crawler.Pages.Decoding;
using Extraction.Benchmarks.Generated;

namespace Crawler.Extraction.Tests;

/// <summary>
/// Ten thousand damaged pages: cut, spliced, nested, mis-encoded, each read without a site definition and with one (<see cref="WideDefinitions"/>). Reading one never throws, not even
/// an exception that the reader turns into an answer, and never takes long. A failure names the seed and the mutation; <see cref="Damage"/> makes the same page of them again.
/// </summary>
public sealed class MutationTests
{
    private const int MutationsPerSeed = 1000;

    private static readonly TimeSpan MostProcessorTime = TimeSpan.FromSeconds(5);

    [Test]
    public void Read_DamagedPages_NeverThrowsAndEndsInTime([Range(1, 10)] int seed, [Values] bool withDefinition)
    {
        var pages = GeneratedPages.Small(seed);
        Exception? fault = null;
        var reader = new SiteReader(TimeProvider.System) { Faulted = e => fault = e };
        int byRule = 0;
        for (int i = 0; i < MutationsPerSeed; i++)
        {
            var random = new Random((seed * 100_003) + i);
            var page = pages[random.Next(pages.Count)];
            byte[] damaged = Damage.Of(page.Text, pages[random.Next(pages.Count)].Text, random);
            bool search = random.Next(2) == 0;
            var site = withDefinition ? WideDefinitions.Any(page.Name.EndsWith(".json", StringComparison.Ordinal), random) : null;
            var start = Environment.CpuUsage.TotalTime;
            try
            {
                var content = SavedPage.Read(damaged, page.Url);
                bool ruled = search
                    ? reader.ReadSearch(site, content).DefinedRows > 0
                    : reader.ReadDetail(site, content).Tiers.Values.Contains("definition", StringComparer.Ordinal);
                byRule += ruled ? 1 : 0;
            }
            catch (Exception e)
            {
                fault = e;
            }

            var spent = Environment.CpuUsage.TotalTime - start;
            Assert.That(fault, Is.Null, $"seed {seed}, mutation {i} of {page.Name}, by {site?.Id ?? "no definition"}");
            Assert.That(spent, Is.LessThan(MostProcessorTime), $"seed {seed}, mutation {i} of {page.Name}, by {site?.Id ?? "no definition"}");
        }

        Assert.That(byRule, withDefinition ? Is.GreaterThan(MutationsPerSeed / 5) : Is.Zero, "pages of which a rule of the definition read something");
    }
}
