using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Firetiger.CommandLine;

/// <summary>The help of a command, as wide as the terminal; it ends with what the exit status means, and with examples.</summary>
internal sealed class HelpPage(HelpAction inner, Manual manual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var columns = HelpColumns.OfTerminal();
        inner.MaxWidth = columns;
        inner.Invoke(parseResult);

        output.WriteLine("Exit status:");
        foreach (var (code, meaning) in manual.ExitStatuses)
        {
            WriteWrapped(output, $"  {code, -3}  ", new string(' ', 7), meaning, columns);
        }

        output.WriteLine();
        output.WriteLine("Examples:");
        foreach (var example in manual.ExamplesOf(parseResult.CommandResult.Command))
        {
            WriteWrapped(output, "  # ", "  # ", example.Purpose, columns);
            output.WriteLine($"  {example.Line}"); // in one piece, however long: it is to be pasted
        }

        return ExitCode.Good;
    }

    // Both beginnings are equally long.
    private static void WriteWrapped(TextWriter output, string first, string next, string text, int columns)
    {
        var begin = first;
        List<string> line = [];
        foreach (var word in text.Split(' '))
        {
            if (line.Count > 0 && begin.Length + line.Sum(known => known.Length + 1) + word.Length > columns)
            {
                output.WriteLine(begin + string.Join(' ', line));
                begin = next;
                line.Clear();
            }

            line.Add(word);
        }

        output.WriteLine(begin + string.Join(' ', line));
    }
}
