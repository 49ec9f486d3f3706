using System.Globalization;
using System.Text;

namespace Crawler.Fetching.Robots;

/// <summary>Reads robots.txt for one product token (RFC 9309). Anything at all can be read: what is not understood is passed over.</summary>
internal static class RobotsParser
{
    /// <summary>What is read of a file; the rest is ignored (RFC 9309, 2.5, asks for at least 500 KiB).</summary>
    public const int MaxBytes = 500 * 1024;

    private const int MaxPattern = 2048;

    public static RobotsFile Parse(ReadOnlySpan<byte> body, string productToken)
    {
        body = body[..Math.Min(body.Length, MaxBytes)];
        return body.StartsWith(Encoding.UTF8.Preamble)
            ? Parse(Encoding.UTF8.GetString(body[3..]), productToken)
            : Parse(Encoding.UTF8.GetString(body), productToken);
    }

    public static RobotsFile Parse(string text, string productToken)
    {
        var own = new GroupRules();
        var everyone = new GroupRules();
        bool ownGroup = false;
        bool everyoneGroup = false;
        bool ownSeen = false;
        bool namingAgents = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var (key, value) = Split(line);
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (!namingAgents)
                {
                    (ownGroup, everyoneGroup, namingAgents) = (false, false, true);
                }

                everyoneGroup |= value is ['*'] or ['*', ' ' or '\t', ..];
                if (Token(value).Equals(productToken, StringComparison.OrdinalIgnoreCase))
                {
                    (ownGroup, ownSeen) = (true, true);
                }
            }
            else if (IsRule(key))
            {
                namingAgents = false;
                if (ownGroup)
                {
                    own.Add(key, value);
                }

                if (everyoneGroup)
                {
                    everyone.Add(key, value);
                }
            }
        }

        return ownSeen ? own.Close() : everyone.Close();
    }

    private static bool IsRule(ReadOnlySpan<char> key) =>
        key.Equals("allow", StringComparison.OrdinalIgnoreCase)
        || key.Equals("disallow", StringComparison.OrdinalIgnoreCase)
        || key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase);

    private static LinePair Split(ReadOnlySpan<char> line)
    {
        int comment = line.IndexOf('#');
        line = comment < 0 ? line : line[..comment];
        int colon = line.IndexOf(':');
        return colon < 0 ? default : new LinePair(line[..colon].Trim(), line[(colon + 1)..].Trim());
    }

    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> value)
    {
        int end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_'))
        {
            end++;
        }

        return value[..end];
    }

    private readonly ref struct LinePair(ReadOnlySpan<char> key, ReadOnlySpan<char> value)
    {
        private readonly ReadOnlySpan<char> _key = key;
        private readonly ReadOnlySpan<char> _value = value;

        public void Deconstruct(out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
        {
            key = _key;
            value = _value;
        }
    }

    private sealed class GroupRules
    {
        private readonly List<RobotsRule> _rules = [];
        private TimeSpan? _delay;

        public void Add(ReadOnlySpan<char> key, ReadOnlySpan<char> value)
        {
            if (key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase))
            {
                if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds > 0)
                {
                    var delay = TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(1).TotalSeconds));
                    _delay = _delay is { } known && known > delay ? known : delay;
                }
            }
            else if (value.Length is > 0 and <= MaxPattern)
            {
                _rules.Add(new RobotsRule(key.Equals("allow", StringComparison.OrdinalIgnoreCase), RobotsPath.OfPattern(value.ToString())));
            }
        }

        public RobotsFile Close() => new(_rules, _delay);
    }
}
