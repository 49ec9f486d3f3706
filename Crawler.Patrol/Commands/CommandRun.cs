using System.CommandLine;
using System.Text.Json;
using Crawler.Contracts;
using Crawler.Fetching;
using Crawler.Hosting.Settings;
using Crawler.Hosting.Storing;
using Crawler.Patrol.Places;
using Spectre.Console;

namespace Crawler.Patrol.Commands;

/// <summary>One call of one command: what was asked, and where the answer goes.</summary>
internal sealed class CommandRun(PatrolContext context, ParseResult parse)
{
    private const string FetchingSection = "Fetching";

    private (StoreOptions? Shared, bool Read) _store;

    public PatrolContext Context => context;

    public ParseResult Parse => parse;

    public IAnsiConsole Console => context.Console;

    /// <summary>Whether the answer is wanted as JSON.</summary>
    public bool Json => parse.GetResult(SharedOptions.Json) is not null && parse.GetValue(SharedOptions.Json);

    public DataDirectory Data => DataDirectory.Resolve(parse.GetValue(SharedOptions.Data), context.Environment);

    /// <summary>
    /// The store of an installation of many machines, when the settings name one and no data directory was named with <c>--data</c>. Null: the data
    /// directory's own.
    /// </summary>
    /// <exception cref="SettingsException">The settings are not sound.</exception>
    public StoreOptions? SharedStore
    {
        get
        {
            if (!_store.Read)
            {
                var named = string.IsNullOrWhiteSpace(parse.GetValue(SharedOptions.Data)) ? SharedSettings.Store(context.Settings()) : null;
                _store = (named is { Kind: StoreKind.Mongo } ? named : null, true);
            }

            return _store.Shared;
        }
    }

    /// <summary>How this command is to reach the web, as the settings say.</summary>
    /// <exception cref="SettingsException">The settings are not sound.</exception>
    public IConfiguration Fetching => SharedSettings.Check(context.Settings(), (FetchingSection, typeof(FetchingOptions))).GetSection(FetchingSection);

    public PatrolHome Home => PatrolHome.Resolve(context.Environment);

    /// <summary>Prints the value in the contracts' JSON form.</summary>
    public int Print<T>(T value)
    {
        context.Out.WriteLine(JsonSerializer.Serialize(value, ContractsJson.Indented));
        return ExitCodes.Ok;
    }

    /// <summary>Says why it could not be done: one line that names the thing and what to do.</summary>
    public int Fail(string message) => Say(message, ExitCodes.Failed);

    /// <summary>Says that the command works over a data directory only, while the settings name a store of many machines.</summary>
    public int RefuseSharedStore(string instead) => Fail(
        $"the settings name a store that many machines share (Store:Kind is Mongo, database {SharedStore?.Mongo.Database}), and this command works on a data directory of this machine; {instead}, or name a directory with --data");

    /// <summary>Says what was wrong with the asking.</summary>
    public int Misused(string message) => Say(message, ExitCodes.WrongUsage);

    private int Say(string message, int exitCode)
    {
        context.Error.WriteLine($"patrol: {message}");
        return exitCode;
    }
}
