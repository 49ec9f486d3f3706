using System.Text.RegularExpressions;
using Crawler.Storage.Documents;
using Crawler.Storage.Text;

namespace Crawler.Storage.Declarations;

/// <summary>A declared collection, without the documents' type; the same rules for every store.</summary>
internal partial class CollectionShape
{
    /// <exception cref="ArgumentException">A name is not one that every store can use.</exception>
    public CollectionShape(string name, IEnumerable<(string Name, FieldType Type)> fields, bool hasText, int indexVersion)
    {
        if (!NamePattern().IsMatch(name) || name.StartsWith("sqlite", StringComparison.Ordinal) || name.StartsWith("cyberpatrol", StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{name}' cannot name a collection: use lower-case letters, digits and underscores, a letter first", nameof(name));
        }

        Name = name;
        Fields = [.. fields.Select((f, i) => new FieldSlot(f.Name, f.Type, i))];
        HasText = hasText;
        IndexVersion = indexVersion;
        if (Fields.FirstOrDefault(f => !FieldPattern().IsMatch(f.Name)) is { } odd)
        {
            throw new ArgumentException($"'{odd.Name}' cannot name a field of {name}: use letters and digits, a lower-case letter first", nameof(fields));
        }

        // SQLite's column names do not distinguish case.
        if (Fields.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{name} declares the field '{twice.Key}' twice", nameof(fields));
        }
    }

    public string Name { get; }

    public IReadOnlyList<FieldSlot> Fields { get; }

    public bool HasText { get; }

    public int IndexVersion { get; }

    /// <exception cref="ArgumentException">There is no such field.</exception>
    public FieldSlot Slot(string field) =>
        Fields.FirstOrDefault(f => string.Equals(f.Name, field, StringComparison.Ordinal))
        ?? throw new ArgumentException(
            $"{Name} has no indexed field '{field}'; it has: {(Fields.Count == 0 ? "none" : string.Join(", ", Fields.Select(f => f.Name)))}", nameof(field));

    /// <summary>What a search text asks for; empty: nothing.</summary>
    /// <exception cref="ArgumentException">The collection has no text search.</exception>
    public IReadOnlyList<TextTerm> TermsOf(string? text) => string.IsNullOrWhiteSpace(text) || HasText
        ? TextQuery.Parse(text).Terms
        : throw new ArgumentException($"{Name} has no text search", nameof(text));

    /// <exception cref="ArgumentException">It is empty.</exception>
    public static void CheckKey(string key)
    {
        if (string.IsNullOrEmpty(key))
        {
            throw new ArgumentException("a document's key cannot be empty", nameof(key));
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,60}$", RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,60}$", RegexOptions.NonBacktracking)]
    private static partial Regex FieldPattern();
}
