using System.Text.Json.Nodes;
using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Demo;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.EndToEnd.Tests;

/// <summary>A sandbox for stacks that the tests of one class make in it.</summary>
public sealed class EmptySandbox : IAsyncLifetime
{
    private SandboxHost? _host;

    internal SandboxHost Host => _host ?? throw new InvalidOperationException("Not started");

    public async ValueTask InitializeAsync() =>
        _host = await SandboxHost.StartAsync(
            Some.Arguments().ToOptions(),
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal static string Template => File.ReadAllText(Repository.Template.FullName);

    internal StackDeployment Stack(string name) => new(Host, name);

    /// <summary>Completes the parameters by those of the demo.</summary>
    /// <param name="parameters">Those that the test is about.</param>
    /// <returns>The stack's parameters.</returns>
    internal Task<Dictionary<string, string>> WithAsync(params (string Name, string Value)[] parameters) =>
        Installation.ParametersAsync(
            Host,
            Template,
            Some.Arguments(parameters).Parameters,
            TestContext.Current.CancellationToken
        );

    internal Task<JsonObject> CallAsync(string service, string operation, JsonObject input) =>
        Host.Context.Aws.CallAsync(
            new Principal.Administrator(),
            service,
            operation,
            input,
            TestContext.Current.CancellationToken
        );
}
