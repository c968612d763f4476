using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Page;

namespace Firetiger.Sandbox.Demo;

/// <summary>The sandbox for a browser and other tools: deployed, and up until interrupted.</summary>
internal sealed class Serving(SandboxPage page)
{
    /// <summary>Prints where the services are, deploys, and waits.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="arguments">What to deploy.</param>
    /// <param name="narrator">Where to print.</param>
    /// <param name="cancellationToken">The interrupt.</param>
    /// <returns>Always true: being interrupted is how this ends.</returns>
    /// <exception cref="StackFailedException">The stack was refused or rolled back.</exception>
    public async Task<bool> RunAsync(
        SandboxHost sandbox,
        SandboxArguments arguments,
        Narrator narrator,
        CancellationToken cancellationToken
    )
    {
        var address = sandbox.Endpoint.GetLeftPart(UriPartial.Authority);
        narrator.Line($"AWS_ENDPOINT_URL={address}");
        narrator.Line($"AWS_REGION={Account.Region}");
        try
        {
            var installation = await Installation.DeployAsync(sandbox, arguments, cancellationToken);
            foreach (var (name, value) in installation.Outputs)
            {
                narrator.Line($"{name}={value}");
            }

            page.Open(new Stage(sandbox, arguments, installation));
            narrator.Line("Any credentials are an administrator's. From the command line, too:");
            narrator.Line(
                $"  export AWS_ENDPOINT_URL={address} AWS_DEFAULT_REGION={Account.Region} AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test"
            );
            narrator.Line(
                $"  curl -H {PageGuard.Header}:1 -d '' {address}/page/samples         # send the ECS sample events"
            );
            narrator.Line(
                $"  curl -H {PageGuard.Header}:1 -d '' {address}/page/endpoint/401    # {string.Join(", ", Endpoints.Names)}"
            );
            narrator.Line($"Open {address}/ in a browser. Ctrl+C ends it.");
            await Task.Delay(Timeout.InfiniteTimeSpan, sandbox.Context.Clock.Time, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            narrator.Line("");
        }

        return true;
    }
}
