namespace Crawler.Fetching.Robots;

/// <summary>One Allow or Disallow line.</summary>
/// <param name="Allow">Which of the two.</param>
/// <param name="Pattern">In the form of <see cref="RobotsPath.OfPattern"/>; <c>*</c> stands for any octets, a final <c>$</c> for the end.</param>
internal sealed record RobotsRule(bool Allow, string Pattern)
{
    /// <summary>Whether the rule speaks of the path (in the form of <see cref="RobotsPath.Of"/>).</summary>
    public bool Matches(string path)
    {
        bool anchored = Pattern.EndsWith('$');
        var pattern = anchored ? Pattern.AsSpan(0, Pattern.Length - 1) : Pattern.AsSpan();
        int p = 0;
        int s = 0;
        int star = -1;
        int starAt = 0;
        while (true)
        {
            if (p == pattern.Length)
            {
                if (!anchored || s == path.Length)
                {
                    return true;
                }
            }
            else if (pattern[p] == '*')
            {
                star = ++p;
                starAt = s;
                continue;
            }
            else if (s < path.Length && pattern[p] == path[s])
            {
                p++;
                s++;
                continue;
            }

            if (star < 0 || starAt >= path.Length)
            {
                return false;
            }

            p = star;
            s = ++starAt;
        }
    }
}
