using Crawler.Contracts.Listings;
using Crawler.Contracts.Sellers;
using Crawler.Contracts.Sweeps;

namespace Crawler.Contracts.Tests;

/// <summary>Vectors computed outside this code base: SHA-256 over "length:part|" of each part, length in UTF-16 units, first 16 bytes in hex.</summary>
public sealed class DeterministicIdTests
{
    [TestCase("e3b0c44298fc1c149afbf4c8996fb924")]
    [TestCase("838413deca4d8e4a9934c0e056c92aac", "")]
    [TestCase("b5d7228819ade6cbad5b913f334f383c", "ab", "c")]
    [TestCase("b44ce7dcd1e61162d9d4d634c69e4bc1", "a", "bc")]
    [TestCase("b9c6ecd9bf16fb650e6a7a0739666dae", "ivoor", "écaille", "❄", "𝐢")]
    public void From_Parts_IsTheKnownVector(string expected, params string[] parts) => Assert.That(DeterministicId.From(parts), Is.EqualTo(expected));

    [Test]
    public void Ids_OfEachKind_AreTheKnownVectors() => Assert.Multiple(() =>
    {
        Assert.That(Listing.IdFor("tg-markt", "m123"), Is.EqualTo("tg-markt~f8a8c4c3ee65c4d4"));
        Assert.That(SellerAccount.IdFor("tg-markt", "jan"), Is.EqualTo("tg-markt~f03cc83dedb96b77"));
        Assert.That(SweepJob.SearchId("s1", "tg-markt", "ivoor", 2), Is.EqualTo("82783fb6c86fa16f69db17eb1d56e0f5"));
        Assert.That(SweepJob.CaptureId("s1", "tg-markt~0123"), Is.EqualTo("488f8b45a73ec0f0a555096b92a61ce5"));
        Assert.That(Observation.IdFor("tg-markt~0123", "s1", ObservationKind.Price), Is.EqualTo("7e80ca61572e95ff0edeb1380d61ab70"));
        Assert.That(SeenRow.KeyFor("ivory", "tg-markt~0123"), Is.EqualTo("ivory/tg-markt~0123"));
    });

    [Test]
    public void SweepId_TheSameInstantInAnyZone_IsOne()
    {
        var utc = new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);

        Assert.Multiple(() =>
        {
            Assert.That(Sweep.IdFor("ivory", utc), Is.EqualTo("804b5c5018ef237a79768526f6b05bcc"));
            Assert.That(Sweep.IdFor("ivory", utc.ToOffset(TimeSpan.FromHours(2))), Is.EqualTo(Sweep.IdFor("ivory", utc)));
            Assert.That(Sweep.IdFor("ivory", utc.AddHours(1)), Is.Not.EqualTo(Sweep.IdFor("ivory", utc)), "the hour that daylight saving repeats");
        });
    }
}
