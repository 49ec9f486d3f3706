using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Crawler.Contracts.Tests.Golden;

/// <summary>Every record and message of the contracts, pinned: names, order, enum words, defaults. What is stored or on a queue today must be readable tomorrow.</summary>
public sealed class WireFormatTests
{
    [TestCaseSource(typeof(WireTypes), nameof(WireTypes.Records))]
    public void Record_AllMembersSet_IsWrittenAsAgreed(Type type)
    {
        object sample = Sample.Of(type);

        GoldenFile.Check(WireTypes.FileOf(type, "full"), JsonSerializer.Serialize(sample, type, ContractsJson.Indented));
    }

    [TestCaseSource(typeof(WireTypes), nameof(WireTypes.Records))]
    public void Record_OnlyRequiredMembers_HasTheDefaultsAgreed(Type type)
    {
        object least = JsonSerializer.Deserialize(OnlyRequired(type), type, ContractsJson.Options)!;

        GoldenFile.Check(WireTypes.FileOf(type, "least"), JsonSerializer.Serialize(least, type, ContractsJson.Indented));
    }

    [TestCaseSource(typeof(WireTypes), nameof(WireTypes.Records))]
    public void Record_WrittenAndRead_IsTheSame(Type type)
    {
        byte[] written = JsonSerializer.SerializeToUtf8Bytes(Sample.Of(type), type, ContractsJson.Options);

        object read = JsonSerializer.Deserialize(written, type, ContractsJson.Options)!;

        Assert.That(JsonSerializer.SerializeToUtf8Bytes(read, type, ContractsJson.Options), Is.EqualTo(written));
    }

    [TestCaseSource(typeof(WireTypes), nameof(WireTypes.Records))]
    public void Record_WithMembersOfALaterVersion_IsStillRead(Type type)
    {
        JsonObject json = JsonSerializer.SerializeToNode(Sample.Of(type), type, ContractsJson.Options)!.AsObject();
        string known = json.ToJsonString(ContractsJson.Options);
        json["aMemberOfALaterVersion"] = new JsonObject { ["a"] = 1 };

        object read = json.Deserialize(type, ContractsJson.Options)!;

        Assert.That(JsonSerializer.Serialize(read, type, ContractsJson.Options), Is.EqualTo(known));
    }

    [TestCaseSource(typeof(WireTypes), nameof(WireTypes.Enums))]
    public void Enum_AllValues_HaveTheWordsAgreed(Type type) =>
        GoldenFile.Check(WireTypes.FileOf(type, "enums"), JsonSerializer.Serialize(Enum.GetValues(type), type.MakeArrayType(), ContractsJson.Indented));

    [Test]
    public void GoldenFiles_EachBelongsToAType()
    {
        string[] agreed =
        [
            .. WireTypes.Records.SelectMany(t => new[] { WireTypes.FileOf(t, "full"), WireTypes.FileOf(t, "least") }),
            .. WireTypes.Enums.Select(t => WireTypes.FileOf(t, "enums")),
        ];

        string[] orphans = [.. Directory.EnumerateFiles(RepositoryRoot.Of("tests", "Crawler.Contracts.Tests", "Golden"), "*.json", SearchOption.AllDirectories).Select(Path.GetFullPath).Except(agreed.Select(Path.GetFullPath))];

        Assert.That(orphans, Is.Empty, "a type was removed or renamed, but its golden file is still there");
    }

    private static string OnlyRequired(Type type)
    {
        JsonObject json = JsonSerializer.SerializeToNode(Sample.Of(type), type, ContractsJson.Options)!.AsObject();
        JsonTypeInfo info = ContractsJson.Options.GetTypeInfo(type);
        foreach (JsonPropertyInfo property in info.Properties.Where(p => !p.IsRequired))
        {
            json.Remove(property.Name);
        }

        return json.ToJsonString(ContractsJson.Options);
    }
}
