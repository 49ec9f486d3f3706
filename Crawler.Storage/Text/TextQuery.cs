namespace Crawler.Storage.Text;

/// <summary>
/// A search as typed, understood. Every input has a meaning, none is an error: words must all occur, each also as the beginning of a longer word; <c>"quoted
/// words"</c> must occur next to each other, whole; an unclosed quote reaches to the end; whatever is neither letter, digit nor symbol only separates.
/// </summary>
/// <param name="Terms">All must match. Empty: there is nothing to search for, so everything matches.</param>
public sealed record TextQuery(IReadOnlyList<TextTerm> Terms)
{
    /// <summary>Terms beyond this many are left out; a person types a handful, and a pasted page must not stall the store.</summary>
    public const int MaxTerms = 48;

    /// <summary>Reads what a person typed. Null: nothing.</summary>
    public static TextQuery Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new TextQuery([]);
        }

        var terms = new List<TextTerm>();
        string[] pieces = text.Replace('“', '"').Replace('”', '"').Replace('„', '"').Replace('«', '"').Replace('»', '"').Split('"');
        for (int i = 0; i < pieces.Length && terms.Count < MaxTerms; i++)
        {
            if (i % 2 == 1)
            {
                Add(terms, pieces[i], prefix: false);
            }
            else
            {
                foreach (string word in pieces[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                {
                    Add(terms, word, prefix: true);
                }
            }
        }

        return new TextQuery(terms);
    }

    private static void Add(List<TextTerm> terms, string piece, bool prefix)
    {
        string[] words = [.. TextTokens.Of(piece).Take(MaxTerms)];
        if (words.Length > 0 && terms.Count < MaxTerms)
        {
            terms.Add(new TextTerm(words, prefix));
        }
    }
}

/// <summary>Words that stand next to each other; one alone is a phrase of one.</summary>
/// <param name="Words">As <see cref="TextTokens"/> gives them; not empty.</param>
/// <param name="PrefixOfLast">The last word may be the beginning of a longer one.</param>
public sealed record TextTerm(IReadOnlyList<string> Words, bool PrefixOfLast);
