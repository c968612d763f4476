using System.CommandLine;
using System.Text;
using Firetiger.CommandLine;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary><c>samples</c>: events of ECS to try patterns on.</summary>
internal static class SamplesCommand
{
    private static readonly Argument<string?> Sample = new("NAME")
    {
        Description = "the event to print; the beginning of its name, such as 04, is enough",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> All = new("--all") { Description = "print all events, one a line" };

    public static Command Create(StandardStreams streams)
    {
        var command = new Command("samples", "list the sample events of ECS, or print them");
        command.Arguments.Add(Sample);
        command.Options.Add(All);
        command.SetAction(parse => Run(parse, streams.Out));
        return command;
    }

    private static int Run(ParseResult parse, TextWriter output)
    {
        if (parse.GetValue(All))
        {
            if (parse.GetValue(Sample) is not null)
            {
                throw new UsageException("`samples` takes a NAME or `--all`, not both");
            }

            PrintAll(output);
        }
        else if (parse.GetValue(Sample) is { } name)
        {
            output.WriteLine(Encoding.UTF8.GetString(SampleEvents.Read(Find(name))).TrimEnd('\n'));
        }
        else
        {
            List(output);
        }

        return ExitCode.Good;
    }

    private static void List(TextWriter output)
    {
        var width = SampleEvents.Names.Max(name => name.Length);
        foreach (var name in SampleEvents.Names)
        {
            output.WriteLine($"{name.PadRight(width)}  {SampleEvents.DetailTypeOf(name)}");
        }
    }

    private static void PrintAll(TextWriter output)
    {
        foreach (var name in SampleEvents.Names)
        {
            EventText.WriteLine(output, SampleEvents.Read(name));
        }
    }

    private static string Find(string name)
    {
        string[] found = [.. SampleEvents.Names.Where(known => known.StartsWith(name, StringComparison.Ordinal))];
        return found switch
        {
            [var one] => one,
            [] => throw UsageException.Misspelt(
                $"there is no sample `{name}`",
                SpellChecker.Suggest(name, SampleEvents.Names)
            ),
            _ => throw new UsageException($"several samples begin with `{name}`: {string.Join(", ", found)}"),
        };
    }
}
