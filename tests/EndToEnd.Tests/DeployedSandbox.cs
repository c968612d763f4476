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

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
