namespace Crawler.Patrol.Commands;

/// <summary>What the process answers to its caller.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The command was understood and could not be done; standard error says why.</summary>
    public const int Failed = 1;

    /// <summary>The command was not understood, or names something it cannot mean.</summary>
    public const int WrongUsage = 2;
}
