using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Demo;

/// <summary>The sandbox for other tools: deployed, and up until interrupted.</summary>
internal static class Serving
{
    /// <summary>Prints where the services are, deploys, and waits.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="arguments">What to deploy.</param>
    /// <param name="narrator">Where to print.</param>
    /// <param name="cancellationToken">The interrupt.</param>
    /// <returns>Always true: being interrupted is how this ends.</returns>
    /// <exception cref="StackFailedException">The stack was refused or rolled back.</exception>
    public static async Task<bool> RunAsync(
        SandboxHost sandbox,
        SandboxArguments arguments,
        Narrator narrator,
        CancellationToken cancellationToken
    )
    {
        narrator.Line($"AWS_ENDPOINT_URL={sandbox.Endpoint.GetLeftPart(UriPartial.Authority)}");
        narrator.Line($"AWS_REGION={Account.Region}");
        try
        {
            var installation = await Installation.DeployAsync(sandbox, arguments, cancellationToken);
            foreach (var (name, value) in installation.Outputs)
            {
                narrator.Line($"{name}={value}");
            }

            narrator.Line("Any credentials are an administrator's. Ctrl+C ends it.");
            await Task.Delay(Timeout.InfiniteTimeSpan, sandbox.Context.Clock.Time, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            narrator.Line("");
        }

        return true;
    }
}
