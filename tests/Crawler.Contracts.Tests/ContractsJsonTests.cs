using System.Text.Json;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;

namespace Crawler.Contracts.Tests;

public sealed class ContractsJsonTests
{
    [Test]
    public void Options_NamesAndEnums_AreCamelCase() =>
        Assert.That(Write(new PriceTag { Kind = PriceKind.OnRequest }), Is.EqualTo("""{"kind":"onRequest","ambiguous":false}"""));

    [Test]
    public void Options_TextOfAnyLanguage_IsWrittenAsItIs() =>
        Assert.That(Write(new WatchTerm { Text = "écaille <é> & 象牙 ❄" }), Does.StartWith("""{"text":"écaille <é> & 象牙 ❄","""));

    [Test]
    public void Options_QuotesAndControlCharacters_AreEscaped() =>
        Assert.That(Write(new WatchTerm { Text = "a\"b\\c\nd\u0001" }), Does.StartWith("""{"text":"a\"b\\c\nd\u0001","""));

    [Test]
    public void Options_Instants_KeepTheirTicksAndOffset()
    {
        var at = new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(2)).AddTicks(1_234_567);

        string json = Write(at);

        Assert.Multiple(() =>
        {
            Assert.That(json, Is.EqualTo("\"2026-10-25T02:30:00.1234567+02:00\""));
            Assert.That(JsonSerializer.Deserialize<DateTimeOffset>(json, ContractsJson.Options).EqualsExact(at), Is.True);
        });
    }

    [Test]
    public void Options_Decimals_KeepTheirDigits() =>
        Assert.That(JsonSerializer.Deserialize<decimal>(Write(12345678901234.5678m), ContractsJson.Options), Is.EqualTo(12345678901234.5678m));

    [Test]
    public void Options_MissingRequiredMember_IsRefusedByName() =>
        Assert.That(() => JsonSerializer.Deserialize<SeenRow>("""{"key":"a"}""", ContractsJson.Options), Throws.TypeOf<JsonException>().With.Message.Contains("rowFingerprint"));

    [Test]
    public void Options_UnknownEnumWord_IsRefused() =>
        Assert.That(() => JsonSerializer.Deserialize<OutcomeKind>("\"noSuchOutcome\"", ContractsJson.Options), Throws.TypeOf<JsonException>());

    [Test]
    public void Options_AreTheSameForAll_AndCannotBeChanged() => Assert.That(ContractsJson.Options.IsReadOnly && ContractsJson.Indented.IsReadOnly, Is.True);

    [Test]
    public void Indented_SaysTheSame()
    {
        var term = new WatchTerm { Text = "ivory", Variants = ["ivories"] };

        string indented = JsonSerializer.Serialize(term, ContractsJson.Indented);

        Assert.Multiple(() =>
        {
            Assert.That(indented, Does.Contain("\n"));
            Assert.That(Write(JsonSerializer.Deserialize<WatchTerm>(indented, ContractsJson.Options)), Is.EqualTo(Write(term)));
        });
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, ContractsJson.Options);
}
