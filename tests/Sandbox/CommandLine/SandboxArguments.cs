using System.Globalization;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CommandLine;

/// <summary>What was typed after <c>dotnet run --project tests/Sandbox --</c>.</summary>
internal sealed record SandboxArguments
{
    /// <summary>Gets the template to deploy.</summary>
    public required FileInfo Template { get; init; }

    /// <summary>Gets template parameters by name.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>Gets the loopback port; 0 takes a free one.</summary>
    public required int Port { get; init; }

    /// <summary>Gets the seed of ids and jitter.</summary>
    public required int Seed { get; init; }

    /// <summary>Gets the file that the report is written to as JSON, if any.</summary>
    public FileInfo? Report { get; init; }

    /// <summary>Gets what EventBridge puts into a dead-letter queue.</summary>
    public required DeadLetterBody DeadLetterBody { get; init; }

    /// <summary>Gets how many times faster than AWS the sandbox's own waits go by. Above 0; the default is 60.</summary>
    public required double TimeScale { get; init; }

    /// <summary>Gets the folder that has a folder for each function's executable; the default is the build's.</summary>
    public DirectoryInfo FunctionsFolder { get; init; } = Repository.BuiltProjects;

    /// <summary>Makes the options of a sandbox in which the functions' own times go by at the time scale, too.</summary>
    /// <returns>The options.</returns>
    public SandboxOptions ToOptions() =>
        new()
        {
            Port = Port,
            Seed = Seed,
            TimeScale = TimeScale,
            DeadLetterBody = DeadLetterBody,
            FunctionsFolder = FunctionsFolder.FullName,
            FunctionEnvironment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["BACKOFF_BASE_SECONDS"] = Compressed(TimeSpan.FromMinutes(5)),
                ["GATE_WINDOW_SECONDS"] = Compressed(GateWindow),
                ["REDRIVE_INTERVAL_SECONDS"] = Compressed(RedriveInterval),
            },
        };

    /// <summary>Gets the time between two runs of the redriver, on AWS.</summary>
    public TimeSpan RedriveInterval =>
        Parameters.TryGetValue("RedriveIntervalMinutes", out var text)
        && double.TryParse(text, CultureInfo.InvariantCulture, out var minutes)
            ? TimeSpan.FromMinutes(minutes)
            : TimeSpan.FromMinutes(5);

    private TimeSpan GateWindow =>
        RedriveInterval > TimeSpan.FromMinutes(10) ? RedriveInterval : TimeSpan.FromMinutes(10);

    private string Compressed(TimeSpan onAws) => $"{Math.Max(1, (int)Math.Round(onAws.TotalSeconds / TimeScale))}";
}
