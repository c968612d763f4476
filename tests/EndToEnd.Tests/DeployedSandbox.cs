using System.Text.Json.Nodes;
using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Demo;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.EndToEnd.Tests;

/// <summary>A sandbox with the real template deployed: the functions run as processes, everything talks over HTTP.</summary>
internal sealed class DeployedSandbox : IAsyncDisposable
{
    // Far longer than any wait of the redriver at this time scale, also on a busy machine; only a failure waits it out.
    private static readonly TimeSpan Stillness = TimeSpan.FromSeconds(60);

    private DeployedSandbox(SandboxHost host, Installation installation)
    {
        Host = host;
        Installation = installation;
        Cluster = new EcsCluster(host);
    }

    public SandboxHost Host { get; }

    public Installation Installation { get; }

    public EcsCluster Cluster { get; }

    public static async Task<DeployedSandbox> StartAsync(SandboxArguments arguments)
    {
        var host = await SandboxHost.StartAsync(arguments.ToOptions(), TimeProvider.System, Cancellation);
        try
        {
            return new DeployedSandbox(host, await Installation.DeployAsync(host, arguments, Cancellation));
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public Task<Progress> UntilAsync(Predicate<Progress> holds) =>
        Installation.Tally.UntilAsync(holds, Stillness, _ => { }, Cancellation);

    /// <summary>
    /// Sends the sample events every half second until something holds: the redrive counts an attempt only while live events arrive.
    /// </summary>
    /// <param name="holds">What is to hold.</param>
    /// <returns>When it does, and no more samples are sent.</returns>
    public async Task SendSamplesUntilAsync(Predicate<Progress> holds)
    {
        using var traffic = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var sending = KeepSendingSamplesAsync(traffic.Token);
        await UntilAsync(holds);
        await traffic.CancelAsync();
        await sending;
    }

    /// <summary>Invokes the redriver as an operator does.</summary>
    /// <param name="payload">What to ask for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The report.</returns>
    public async Task<JsonObject> InvokeRedriverAsync(string payload, CancellationToken cancellationToken)
    {
        var input = new JsonObject
        {
            ["FunctionName"] = Installation.Resources["DlqRedriverFunction"],
            ["Payload"] = payload,
        };
        var output = await Host.Context.Aws.CallAsync(
            new Principal.Administrator(),
            "lambda",
            "Invoke",
            input,
            cancellationToken
        );
        output.ContainsKey("FunctionError").ShouldBeFalse(output.ToJsonString());
        return JsonNode.Parse((string)output["Payload"]!)!.AsObject();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task KeepSendingSamplesAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            await Cluster.SendSamplesAsync(times: 1, Cancellation);
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, until)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
