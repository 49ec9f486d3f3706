using System.Collections;

namespace Crawler.Storage.Mongo.Bson;

/// <summary>
/// A document to send: names and values in order, which commands depend on. Values: null, string, bool, int, long, double, <see cref="DateTimeOffset"/>, <see cref="Decimal128"/>, byte[],
/// <see cref="BsonMap"/>, <see cref="BsonView"/>, or a sequence of these.
/// </summary>
internal sealed class BsonMap : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> members = [];

    public int Count => members.Count;

    public object? this[string name]
    {
        set => members.Add(new KeyValuePair<string, object?>(name, value));
    }

    public void Add(string name, object? value) => this[name] = value;

    public BsonView ToBson()
    {
        var writer = new BsonWriter();
        writer.Write(this);
        return writer.ToView();
    }

    /// <summary>As extended JSON, for messages and tests.</summary>
    public override string ToString() => ToBson().ToString();

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
