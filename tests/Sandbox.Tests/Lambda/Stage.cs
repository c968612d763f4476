using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Iam;
using Firetiger.Sandbox.Lambda;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Firetiger.Sandbox.Tests.Lambda;

/// <summary>Lambda and CloudFormation on a loopback port, with recorded doubles of the services around them.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly CancellationTokenSource _stopping;
    private readonly string _folder;

    private Stage(WebApplication server, CancellationTokenSource stopping, SandboxContext context, string folder)
    {
        (_server, _stopping, Context, _folder) = (server, stopping, context, folder);
    }

    public SandboxContext Context { get; }

    public required IReadOnlyDictionary<string, RecordedService> Doubles { get; init; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Stage> StartAsync(params RecordedService[] doubles)
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-functions").FullName;
        var stopping = new CancellationTokenSource();
        var identities = new Identities();
        var context = new SandboxContext
        {
            Options = new SandboxOptions
            {
                FunctionsFolder = folder,
                TimeScale = 1000,
                FunctionEnvironment = new Dictionary<string, string> { ["COLOUR"] = "red", ["UNASKED"] = "x" },
            },
            Clock = new SandboxClock(TimeProvider.System, 1000),
            Ids = new IdSource(1),
            Aws = new AwsDispatcher(),
            Authorizer = new Authorizer(identities),
            Identities = identities,
            Stopping = stopping.Token,
        };
        var all = doubles.ToDictionary(one => one.SigningName, StringComparer.Ordinal);
        all.TryAdd("sts", RecordedService.Sts());
        all.TryAdd("logs", new RecordedService("logs"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        foreach (var service in Services(context, all))
        {
            context.Aws.Add(service);
            (service as IHttpEndpoints)?.Map(server);
        }

        await server.StartAsync(Token);
        context.Endpoint = new Uri(server.Urls.Single());
        return new Stage(server, stopping, context, folder) { Doubles = all };
    }

    public Task<JsonObject> CallAsync(string service, string operation, JsonObject input) =>
        Context.Aws.CallAsync(new Principal.Administrator(), service, operation, input, Token);

    /// <summary>Makes a function whose program is a shell script behind the Runtime API.</summary>
    /// <param name="name">The function and its code.</param>
    /// <param name="handler">Shell commands: <c>$EVENT</c> and <c>$ID</c> are given, <c>$OUT</c> is the answer.</param>
    /// <param name="more">Further members of CreateFunction.</param>
    /// <returns>The function.</returns>
    public async Task CreateFunctionAsync(string name, string handler, JsonObject? more = null)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, name)).FullName, "bootstrap");
        var script = $$"""
            #!/bin/bash
            API="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
            respond() { curl -sS -o /dev/null -X POST "$API/invocation/$ID/$1" --data-binary "$2"; }
            next() {
              EVENT=$(curl -sSf -D headers-$$ "$API/invocation/next") || exit 1
              ID=$(sed -n 's/^Lambda-Runtime-Aws-Request-Id: //Ip' headers-$$ | tr -d '\r\n')
            }
            {{handler}}
            """;
        await File.WriteAllTextAsync(file, script.ReplaceLineEndings("\n"), Token);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var input = new JsonObject
        {
            ["FunctionName"] = name,
            ["Role"] = "arn:aws:iam::123456789012:role/a-role",
            ["Runtime"] = "provided.al2023",
            ["Handler"] = "bootstrap",
            ["Code"] = new JsonObject { ["S3Key"] = $"../artifacts/lambda/{name}.zip" },
        };
        foreach (var (member, value) in more ?? [])
        {
            input[member] = value?.DeepClone();
        }

        await CallAsync("lambda", "CreateFunction", input);
    }

    public Task<JsonObject> InvokeAsync(string name, string payload = "{}", string type = "RequestResponse") =>
        CallAsync(
            "lambda",
            "Invoke",
            new JsonObject
            {
                ["FunctionName"] = name,
                ["Payload"] = payload,
                ["InvocationType"] = type,
            }
        );

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _server.DisposeAsync();
        _stopping.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static IEnumerable<IAwsService> Services(
        SandboxContext context,
        IReadOnlyDictionary<string, RecordedService> doubles
    ) =>
        doubles.ContainsKey("lambda")
            ? [.. doubles.Values, new CloudFormationService(context)]
            : [.. doubles.Values, new LambdaService(context), new CloudFormationService(context)];
}
