using System.CommandLine;
using System.CommandLine.Help;
using Crawler.Hosting.Settings;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Options;

namespace Crawler.Patrol.Commands;

/// <summary>How a command is given its deed and its examples.</summary>
internal static class CommandExtensions
{
    /// <summary>
    /// Sets what the command does. Broken infrastructure ends as one line on standard error, and so does a bug, unless PATROL_TRACE=1 asks for its stack
    /// trace.
    /// </summary>
    public static Command Handle(this Command command, PatrolContext context, Func<CommandRun, CancellationToken, Task<int>> deed)
    {
        command.SetAction(async (parse, cancellationToken) =>
        {
            var run = new CommandRun(context, parse);
            try
            {
                return await deed(run, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return run.Fail("stopped");
            }
            catch (SettingsException wrong)
            {
                return Misset(run, wrong.Problems);
            }
            catch (OptionsValidationException wrong)
            {
                return Misset(run, wrong.Failures);
            }
            catch (StoreException problem)
            {
                return run.Fail(problem.Message);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return run.Fail(problem.Message);
            }
            catch (Exception bug) when (context.Environment("PATROL_TRACE") != "1")
            {
                return run.Fail($"this is a fault of the program, please report it: {bug.GetType().Name}: {bug.Message} (PATROL_TRACE=1 shows where)");
            }
        });
        return command;
    }

    /// <inheritdoc cref="Handle(Command, PatrolContext, Func{CommandRun, CancellationToken, Task{int}})"/>
    public static Command Handle(this Command command, PatrolContext context, Func<CommandRun, int> deed) =>
        command.Handle(context, (run, _) => Task.FromResult(deed(run)));

    private static int Misset(CommandRun run, IEnumerable<string> problems) => problems.Aggregate(ExitCodes.WrongUsage, (_, problem) => run.Misused(problem));

    /// <summary>Shows the examples at the end of the command's help.</summary>
    public static Command WithExamples(this Command command, params IReadOnlyList<string> examples)
    {
        command.Options.Add(new HelpOption { Action = new ExamplesHelpAction(examples) });
        return command;
    }
}
