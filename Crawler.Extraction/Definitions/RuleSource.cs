using Crawler.Contracts.Sites;

namespace Crawler.Extraction.Definitions;

/// <summary>A row or page that a definition's rules are read from.</summary>
public abstract class RuleSource
{
    /// <summary>The first rule of the chain that yields something.</summary>
    public IReadOnlyList<RuleValue> All(IReadOnlyList<FieldRule> chain, FieldWant want)
    {
        foreach (var rule in chain)
        {
            var values = Apply(rule, want);
            if (values.Count > 0)
            {
                return values;
            }
        }

        return [];
    }

    public RuleValue? First(IReadOnlyList<FieldRule> chain, FieldWant want) => All(chain, want) is [var first, ..] ? first : null;

    /// <summary>The values at the rule's selector, before its pattern.</summary>
    protected abstract IEnumerable<RuleValue> Read(FieldRule rule, FieldWant want);

    private List<RuleValue> Apply(FieldRule rule, FieldWant want)
    {
        if (rule is { Select: null, Attribute: null, Value: not null })
        {
            return [new RuleValue(rule.Value, Data: true, -1)];
        }

        var found = new List<RuleValue>();
        foreach (var value in Read(rule, want))
        {
            string? text = rule.Match is { } pattern ? RuleRegex.Value(pattern, value.Text, rule.Value) : rule.Value ?? value.Text;
            if (!string.IsNullOrWhiteSpace(text))
            {
                found.Add(value with { Text = text.Trim() });
                if (found.Count >= want.Most)
                {
                    break;
                }
            }
        }

        return found;
    }
}

/// <summary>What a field is read as.</summary>
public enum FieldForm
{
    Text,

    /// <summary>Text with its line breaks.</summary>
    Lines,

    /// <summary>A link element yields its target.</summary>
    Address,

    /// <summary>An image element yields its largest address.</summary>
    Image,

    /// <summary>Being there is enough.</summary>
    Presence,
}

/// <summary>How a field is wanted.</summary>
/// <param name="Form">As what.</param>
/// <param name="Most">How many values at most.</param>
public sealed record FieldWant(FieldForm Form, int Most = 1)
{
    public static FieldWant Text { get; } = new(FieldForm.Text);

    public static FieldWant Lines { get; } = new(FieldForm.Lines);

    public static FieldWant Address { get; } = new(FieldForm.Address);

    public static FieldWant Image { get; } = new(FieldForm.Image);

    public static FieldWant Images { get; } = new(FieldForm.Image, 60);

    public static FieldWant Presence { get; } = new(FieldForm.Presence);
}
