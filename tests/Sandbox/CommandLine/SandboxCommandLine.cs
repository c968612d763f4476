using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Firetiger.CommandLine;
using Firetiger.Sandbox.Demo;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Page;

namespace Firetiger.Sandbox.CommandLine;

/// <summary>The command line: <c>demo</c>, which is the default, and <c>serve</c>.</summary>
internal static class SandboxCommandLine
{
    private const string Call = "dotnet run --project tests/Sandbox";
    private const string Transformed = "transformed";
    private const int MostPorts = 65_535;
    private const double FastestTimeScale = 1000;

    private static readonly Manual Manual = new(
        $"{Call} --",
        [
            (ExitCode.Good, "nothing was lost; serve: it was up until Ctrl+C"),
            (ExitCode.Failure, "an event was lost, or the stack could not be deployed"),
            (ExitCode.Usage, "the command is wrong, or something cannot be read or written"),
            (ExitCode.Interrupted, "the demo was ended by Ctrl+C"),
        ],
        [
            new("demo", Call, "the demo"),
            new("demo", $"{Call} -- --report report.json", "the same, with its figures for another tool"),
            new("serve", $"{Call} -- serve", "a page to break the stack and mend it"),
            new("serve", $"{Call} -- serve --port 4566 --parameter RedriveShare=0.2", "elsewhere, and set otherwise"),
        ]
    );

    /// <summary>What a verb does with a running sandbox; tells whether all went well.</summary>
    private delegate Task<bool> Verb(
        SandboxHost sandbox,
        SandboxArguments arguments,
        Narrator narrator,
        CancellationToken cancellationToken
    );

    private static readonly Option<FileInfo?> Template = new("--template")
    {
        Description = "the template to deploy, unless it is template/template.yaml",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Parameter = new("--parameter")
    {
        Description = "a parameter of the template; may be given several times",
        HelpName = "NAME=VALUE",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<int> Port = WholeNumber.Of(
        "--port",
        "the loopback port of all services; 0 is a free one",
        value: 0,
        most: MostPorts
    );

    private static readonly Option<int> Seed = WholeNumber.Of("--seed", "the seed of ids and jitter", value: 1);

    private static readonly Option<FileInfo?> Report = new("--report")
    {
        Description = "write the report to this file as JSON",
        HelpName = "FILE",
    };

    private static readonly Option<string> DlqBody = Choice.Of(
        "--dlq-body",
        "what EventBridge puts into a dead-letter queue, which AWS does not document",
        "matched",
        Transformed
    );

    private static readonly Option<double> TimeScale = new("--time-scale")
    {
        Description = "how many times faster than AWS retries, the schedule and metric periods go by",
        HelpName = "N",
        DefaultValueFactory = _ => 60,
        CustomParser = ReadTimeScale,
    };

    /// <summary>Runs what was typed.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">The story and the report.</param>
    /// <param name="error">What went wrong.</param>
    /// <param name="cancellationToken">Ends <c>serve</c>, or gives up the demo.</param>
    /// <returns>The exit status; see <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(
        string[] args,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    ) => new Tool(Root(output, error), Manual, output, error).RunAsync(args, cancellationToken);

    private static async Task<int> RunAsync(
        Verb verb,
        ParseResult parse,
        TextWriter output,
        TextWriter error,
        SandboxPage? page,
        CancellationToken cancellationToken
    )
    {
        var arguments = Read(parse);
        try
        {
            await using var sandbox = await StartAsync(arguments, page, cancellationToken);
            var narrator = new Narrator(output, TimeProvider.System);
            return await verb(sandbox, arguments, narrator, cancellationToken) ? ExitCode.Good : ExitCode.Failure;
        }
        catch (Exception failed) when (failed is StackFailedException or IOException)
        {
            await error.WriteLineAsync($"error: {failed.Message}");
            return ExitCode.Failure;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("Interrupted.");
            return ExitCode.Interrupted;
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
            throw new UsageException($"port {arguments.Port} cannot be had: {taken.Message}", taken)
            {
                Hint = "leave `--port` out, and it takes a free one",
            };
        }
    }

    private static RootCommand Root(TextWriter output, TextWriter error)
    {
        var root = new RootCommand("AWS on this machine's loopback: what the Firetiger stack does, without an account");
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

    private static SandboxArguments Read(ParseResult parse)
    {
        var arguments = new SandboxArguments
        {
            Template = parse.GetValue(Template) ?? Repository.Template,
            Parameters = ReadParameters(parse.GetValue(Parameter)!),
            Port = parse.GetValue(Port),
            Seed = parse.GetValue(Seed),
            Report = parse.GetValue(Report),
            DeadLetterBody =
                parse.GetValue(DlqBody) is Transformed ? DeadLetterBody.Transformed : DeadLetterBody.Matched,
            TimeScale = parse.GetValue(TimeScale),
        };
        UserFile.MustBeReadable(arguments.Template);
        if (arguments.Report is { } report)
        {
            UserFile.MustBeWritable(report);
        }

        return arguments;
    }

    private static Dictionary<string, string> ReadParameters(IEnumerable<string> texts)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            parameters[
                equals > 0 ? text[..equals] : throw new UsageException($"`--parameter` is NAME=VALUE, not `{text}`")
            ] = text[(equals + 1)..];
        }

        return parameters;
    }

    // The library's own reading takes "1,5" for fifteen.
    private static double ReadTimeScale(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        if (!isNumber || !(number is > 0 and <= FastestTimeScale))
        {
            argument.AddError(
                $"`--time-scale` is a number above 0 and up to {FastestTimeScale}, such as 1.5, not `{text}`"
            );
        }

        return number;
    }
}
