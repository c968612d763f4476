using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Ingest;

namespace Firetiger.EndToEnd.Tests;

/// <summary>
/// A stack after everything that may befall it: a wrong password, an endpoint that refuses some events, a release from
/// quarantine, a delivery test. The tests of one class look at what it left behind.
/// </summary>
public sealed class Aftermath : IAsyncLifetime
{
    private DeployedSandbox? _sandbox;

    internal DeployedSandbox Sandbox => _sandbox ?? throw new InvalidOperationException("Not started");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await DeployedSandbox.StartAsync(
            Some.Arguments(("RedriveMaxAttempts", "1"), ("AlarmEmail", "on-call@example.com"))
        );
        await SurviveAWrongPasswordAsync();
        await QuarantineAndReleaseAsync();
        await Sandbox.InvokeRedriverAsync("""{"action":"testDelivery"}""", Cancellation);
    }

    public ValueTask DisposeAsync() => Sandbox.DisposeAsync();

    internal async Task<IReadOnlyList<string>> LinesAsync(string logGroup)
    {
        var output = await CallAsync(
            "logs",
            "FilterLogEvents",
            new JsonObject { ["logGroupName"] = Sandbox.Installation.Resources[logGroup] }
        );
        return [.. output["events"]!.AsArray().Select(line => line!["message"]!.GetValue<string>())];
    }

    internal Task<JsonObject> CallAsync(string service, string operation, JsonObject input, Principal? caller = null) =>
        Sandbox.Host.Context.Aws.CallAsync(
            caller ?? new Principal.Administrator(),
            service,
            operation,
            input,
            Cancellation
        );

    private async Task SurviveAWrongPasswordAsync()
    {
        var right = Sandbox.Host.Ingest.Password;
        Sandbox.Host.Ingest.Password = "another";
        await Sandbox.Cluster.SendSamplesAsync(times: 1, Cancellation);
        var outage = await Sandbox.UntilAsync(progress => progress.IsSettled);
        while ((await LinesAsync("RedriveBusLogGroup")).Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), Sandbox.Host.Context.Clock.Time, Cancellation);
        }

        outage.DeadLetters.ShouldBeGreaterThan(0);
        Sandbox.Host.Ingest.Password = right;
        await Sandbox.UntilAsync(progress => progress.IsOver);
    }

    private async Task QuarantineAndReleaseAsync()
    {
        Sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Refusing(400, "TaskFailedToStart");
        await Sandbox.SendSamplesUntilAsync(progress => progress.Report.Quarantined > 0);
        await Sandbox.InvokeRedriverAsync("""{"action":"peek","queue":"quarantine"}""", Cancellation);
        Sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Healthy();
        await Sandbox.UntilAsync(progress => progress.IsOver);
        await Sandbox.InvokeRedriverAsync("""{"action":"release"}""", Cancellation);
        await Sandbox.UntilAsync(progress => progress.IsOver && progress.Report.Quarantined == 0);
    }
}
