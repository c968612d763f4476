using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>The help of a command, which ends with examples.</summary>
internal sealed class ExamplesHelp(HelpAction inner) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in Examples.Of(parseResult.CommandResult.Command))
        {
            output.WriteLine($"  # {example.Purpose}");
            output.WriteLine($"  {example.Line}");
        }

        if (parseResult.CommandResult.Command is RootCommand)
        {
            output.WriteLine();
            output.WriteLine("In a checkout, first:");
            output.WriteLine("  alias PatternValidator='dotnet run --project functions/PatternValidator --'");
        }

        return ExitCode.Good;
    }
}
