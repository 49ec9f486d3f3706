namespace Crawler.Contracts.Tests.Golden;

/// <summary>What differs between two texts, line by line: "-" as agreed, "+" as it is now.</summary>
internal static class LineDifference
{
    public static string Of(string expected, string actual)
    {
        string[] old = expected.Split('\n');
        string[] now = actual.Split('\n');
        int[,] common = CommonLengths(old, now);
        List<string> lines = [];
        int i = 0;
        int j = 0;
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add($"  line {i + 1}: - {old[i++].Trim()}");
            }
            else
            {
                lines.Add($"  line {j + 1}: + {now[j++].Trim()}");
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>For each pair of places, how many lines the rests have in common.</summary>
    private static int[,] CommonLengths(string[] old, string[] now)
    {
        int[,] common = new int[old.Length + 1, now.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
