using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Crawler.Patrol.Commands;

/// <summary>The usual help, and then how it is used in earnest.</summary>
internal sealed class ExamplesHelpAction(IReadOnlyList<string> examples) : SynchronousCommandLineAction
{
    public IReadOnlyList<string> Examples => examples;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int result = new HelpAction().Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (string example in examples)
        {
            output.WriteLine($"  {example}");
        }

        return result;
    }
}
