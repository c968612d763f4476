using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Firetiger.Sandbox.Demo;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Page;

namespace Firetiger.Sandbox.CommandLine;

/// <summary>The command line: <c>demo</c>, which is the default, and <c>serve</c>.</summary>
internal static class SandboxCommandLine
{
    private const int Succeeded = 0;
    private const int Failed = 1;
    private const int BadUsage = 2;
    private const int Interrupted = 130;
    private const int MostPorts = 65_535;

    /// <summary>What a verb does with a running sandbox; tells whether all went well.</summary>
    private delegate Task<bool> Verb(
        SandboxHost sandbox,
        SandboxArguments arguments,
        Narrator narrator,
        CancellationToken cancellationToken
    );

    private static readonly Option<FileInfo> Template = new("--template")
    {
        Description = "the template to deploy",
        DefaultValueFactory = _ => Repository.Template,
    };

    private static readonly Option<string[]> Parameter = new("--parameter")
    {
        Description = "a template parameter as NAME=VALUE; may be given several times",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<int> Port = new("--port")
    {
        Description = "the loopback port of all services; 0 is a free one",
        CustomParser = argument =>
            ReadWholeNumber(argument, 0, MostPorts, "a number from 1 to 65535, or 0 for a free one"),
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "the seed of ids and jitter",
        DefaultValueFactory = _ => 1,
        CustomParser = argument => ReadWholeNumber(argument, int.MinValue, int.MaxValue, "a whole number such as 1"),
    };

    private static readonly Option<FileInfo?> Report = new("--report")
    {
        Description = "write the report to this file as JSON",
    };

    private static readonly Option<string> DlqBody = new Option<string>("--dlq-body")
    {
        Description = "what EventBridge puts into a dead-letter queue, which AWS does not document",
        DefaultValueFactory = _ => "matched",
    }.AcceptOnlyFromAmong("matched", "transformed");

    private static readonly Option<double> TimeScale = new("--time-scale")
    {
        Description = "how many times faster than AWS retries, the schedule and metric periods go by",
        DefaultValueFactory = _ => 60,
        CustomParser = ReadNumber,
    };

    /// <summary>Runs what was typed.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">The story and the report.</param>
    /// <param name="error">What went wrong.</param>
    /// <param name="cancellationToken">Ends <c>serve</c>, or gives up the demo.</param>
    /// <returns>0 when nothing was lost, 1 when something was or the stack failed, 2 when the command cannot be run, 130 when interrupted.</returns>
    public static async Task<int> RunAsync(
        string[] args,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var parse = Root(output, error).Parse(args);
        return parse.Errors.Count > 0
            ? Refuse(error, [.. parse.Errors.Select(found => found.Message)])
            : await parse.InvokeAsync(Console(output, error), cancellationToken);
    }

    private static InvocationConfiguration Console(TextWriter output, TextWriter error) =>
        new()
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
        };

    private static async Task<int> RunAsync(
        Verb verb,
        ParseResult parse,
        TextWriter output,
        TextWriter error,
        SandboxPage? page,
        CancellationToken cancellationToken
    )
    {
        var (arguments, problems) = Read(parse);
        if (problems.Count > 0)
        {
            return Refuse(error, problems);
        }

        try
        {
            await using var sandbox = await StartAsync(arguments, page, cancellationToken);
            var narrator = new Narrator(output, TimeProvider.System);
            return await verb(sandbox, arguments, narrator, cancellationToken) ? Succeeded : Failed;
        }
        catch (PortTakenException taken)
        {
            return Refuse(error, [taken.Message]);
        }
        catch (Exception failed) when (failed is StackFailedException or IOException)
        {
            await error.WriteLineAsync(failed.Message);
            return Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("Interrupted.");
            return Interrupted;
        }
    }

    private static async Task<SandboxHost> StartAsync(
        SandboxArguments arguments,
        SandboxPage? page,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await SandboxHost.StartAsync(
                arguments.ToOptions() with
                {
                    Page = page,
                },
                TimeProvider.System,
                cancellationToken
            );
        }
        catch (IOException taken)
        {
            throw new PortTakenException($"port {arguments.Port} cannot be had: {taken.Message}");
        }
    }

    private static RootCommand Root(TextWriter output, TextWriter error)
    {
        var root = new RootCommand(
            "AWS on this machine's loopback: what the Firetiger stack does, without an account."
        );
        var serve = new Command(
            "serve",
            "deploy the template and stay up: a web page to break and mend it, and your own tools"
        );
        var demo = new Command("demo", "deploy the template, live through an outage, lose nothing (default)");
        root.Subcommands.Add(demo);
        root.Subcommands.Add(serve);
        foreach (var command in (Command[])[root, demo, serve])
        {
            foreach (var option in (Option[])[Template, Parameter, Port, Seed, DlqBody, TimeScale])
            {
                command.Options.Add(option);
            }

            if (command != serve)
            {
                command.Options.Add(Report);
            }

            var page = command == serve ? new SandboxPage() : null;
            Verb verb = page is null ? OutageStory.TellAsync : new Serving(page).RunAsync;
            command.SetAction(
                (parse, cancellationToken) => RunAsync(verb, parse, output, error, page, cancellationToken)
            );
        }

        return root;
    }

    private static (SandboxArguments Arguments, IReadOnlyList<string> Problems) Read(ParseResult parse)
    {
        var problems = new List<string>();
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in parse.GetValue(Parameter)!)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                problems.Add($"--parameter takes NAME=VALUE; it is '{text}'");
                continue;
            }

            parameters[text[..equals]] = text[(equals + 1)..];
        }

        var arguments = new SandboxArguments
        {
            Template = parse.GetValue(Template)!,
            Parameters = parameters,
            Port = parse.GetValue(Port),
            Seed = parse.GetValue(Seed),
            Report = parse.GetValue(Report),
            DeadLetterBody = parse.GetValue(DlqBody) is "transformed"
                ? DeadLetterBody.Transformed
                : DeadLetterBody.Matched,
            TimeScale = parse.GetValue(TimeScale),
        };
        if (!(arguments.TimeScale is > 0 and <= 1000))
        {
            problems.Add($"--time-scale is above 0 and at most 1000; it is {arguments.TimeScale}");
        }

        if (!arguments.Template.Exists)
        {
            problems.Add($"there is no template {arguments.Template.FullName}");
        }

        if (arguments.Report is { } report && Unwritable(report) is { } problem)
        {
            problems.Add($"--report {report} cannot be written: {problem}");
        }

        return (arguments, problems);
    }

    // Found out before the demo, not after it.
    private static string? Unwritable(FileInfo file)
    {
        try
        {
            using var probe = file.Open(FileMode.OpenOrCreate, FileAccess.Write);
            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return failed.Message;
        }
    }

    // The library's own reading takes "1,5" for fifteen.
    private static double ReadNumber(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            argument.AddError($"--time-scale is a number such as 1.5; it is '{text}'");
        }

        return number;
    }

    // The library's own reading tells of System.Int32.
    private static int ReadWholeNumber(ArgumentResult argument, int least, int most, string expected)
    {
        var text = argument.Tokens[0].Value;
        if (
            !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number < least
            || number > most
        )
        {
            argument.AddError($"{argument.Argument.Name} is {expected}; it is '{text}'");
        }

        return number;
    }

    private static int Refuse(TextWriter error, IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            error.WriteLine(problem);
        }

        error.WriteLine("Try: dotnet run --project tests/Sandbox -- --help");
        return BadUsage;
    }
}
