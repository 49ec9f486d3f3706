using System.CommandLine;
using System.Text.Json;
using Crawler.Contracts;
using Crawler.Patrol.Places;
using Spectre.Console;

namespace Crawler.Patrol.Commands;

/// <summary>One call of one command: what was asked, and where the answer goes.</summary>
internal sealed class CommandRun(PatrolContext context, ParseResult parse)
{
    public PatrolContext Context => context;

    public ParseResult Parse => parse;

    public IAnsiConsole Console => context.Console;

    /// <summary>Whether the answer is wanted as JSON.</summary>
    public bool Json => parse.GetResult(SharedOptions.Json) is not null && parse.GetValue(SharedOptions.Json);

    public DataDirectory Data => DataDirectory.Resolve(parse.GetValue(SharedOptions.Data), context.Environment);

    public PatrolHome Home => PatrolHome.Resolve(context.Environment);

    /// <summary>Prints the value in the contracts' JSON form.</summary>
    public int Print<T>(T value)
    {
        context.Out.WriteLine(JsonSerializer.Serialize(value, ContractsJson.Indented));
        return ExitCodes.Ok;
    }

    /// <summary>Says why it could not be done: one line that names the thing and what to do.</summary>
    public int Fail(string message) => Say(message, ExitCodes.Failed);

    /// <summary>Says what was wrong with the asking.</summary>
    public int Misused(string message) => Say(message, ExitCodes.WrongUsage);

    private int Say(string message, int exitCode)
    {
        context.Error.WriteLine($"patrol: {message}");
        return exitCode;
    }
}
