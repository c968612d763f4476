using System.Globalization;
using Firetiger.ColdStart.Packages;

namespace Firetiger.ColdStart.Reporting;

/// <summary>Where, when and with what was measured.</summary>
/// <param name="Day">The day.</param>
/// <param name="Machine">Processor, cores and system.</param>
/// <param name="Load">The machine's load over one minute at the end.</param>
/// <param name="Versions">The peers' versions.</param>
/// <param name="AwsPackages">The package mode of ours.</param>
internal sealed record Circumstances(string Day, string Machine, string Load, string Versions, string AwsPackages)
{
    /// <summary>Looks.</summary>
    /// <param name="awsPackages">The package mode of ours.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The circumstances.</returns>
    public static async Task<Circumstances> OfThisMachineAsync(string awsPackages, CancellationToken cancellationToken)
    {
        var processor = (await File.ReadAllLinesAsync("/proc/cpuinfo", cancellationToken))
            .First(line => line.StartsWith("model name", StringComparison.Ordinal))
            .Split(':')[1]
            .Trim();
        var system = await OutputAsync("uname", "-sr");
        var load = (await File.ReadAllTextAsync("/proc/loadavg", cancellationToken)).Split(' ')[0];
        var python = await OutputAsync(
            "python3",
            "-c",
            "import boto3, platform; print('Python', platform.python_version(), 'with boto3', boto3.__version__)"
        );
        return new Circumstances(
            TimeProvider.System.GetUtcNow().ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            $"{processor}, {Environment.ProcessorCount} virtual cores, {system}",
            load,
            $".NET {Environment.Version}, Node {await OutputAsync("node", "--version")}, {python}",
            awsPackages
        );

        Task<string> OutputAsync(string program, params string[] arguments) =>
            Command.RunAsync(Repository.Root, program, arguments, cancellationToken);
    }
}
