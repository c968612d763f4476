using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Ingest;

namespace Firetiger.Sandbox.Demo;

/// <summary>The demo: refuse a typo, deploy, deliver, fail, redrive, and count.</summary>
internal sealed class OutageStory(SandboxHost sandbox, SandboxArguments arguments, Narrator narrator)
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(1);

    private readonly EcsCluster _cluster = new(sandbox);
    private long _lastToldAt;
    private Progress? _lastTold;

    /// <summary>Tells it.</summary>
    /// <param name="sandbox">Where it plays.</param>
    /// <param name="arguments">The template and its parameters.</param>
    /// <param name="narrator">Who tells it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether nothing was lost.</returns>
    /// <exception cref="StackFailedException">The stack was refused or rolled back.</exception>
    public static Task<bool> TellAsync(
        SandboxHost sandbox,
        SandboxArguments arguments,
        Narrator narrator,
        CancellationToken cancellationToken
    ) => new OutageStory(sandbox, arguments, narrator).TellAsync(cancellationToken);

    private async Task<bool> TellAsync(CancellationToken cancellationToken)
    {
        narrator.Line(
            $"AWS on {sandbox.Endpoint.GetLeftPart(UriPartial.Authority)}, {arguments.TimeScale:0.#} times faster where AWS makes you wait"
        );
        await RefuseATypoAsync(cancellationToken);
        var installation = await InstallAsync(cancellationToken);
        await DeliverAsync(installation, cancellationToken);
        await FailAsync(installation, cancellationToken);
        var end = await RedriveAsync(installation, cancellationToken);
        return await ReportAsync(installation, end, cancellationToken);
    }

    private async Task RefuseATypoAsync(CancellationToken cancellationToken)
    {
        const string Pattern = """{"source": ["aws.ecs"], "detail": {"lastStatus": [{"prefx": "STOP"}]}}""";
        var template = await File.ReadAllTextAsync(arguments.Template.FullName, cancellationToken);
        var declared = await StackDeployment.ParameterNamesAsync(sandbox, template, cancellationToken);
        if (!declared.Contains("EventPattern"))
        {
            return;
        }

        var parameters = await Installation.ParametersAsync(
            sandbox,
            template,
            new Dictionary<string, string>(arguments.Parameters, StringComparer.Ordinal) { ["EventPattern"] = Pattern },
            cancellationToken
        );
        narrator.Chapter("A typo in the event pattern never goes live");
        narrator.Say($"deploy with EventPattern={Pattern}");
        var stack = new StackDeployment(sandbox, "firetiger-typo");
        var status = await stack.CreateAsync(template, parameters, cancellationToken);
        foreach (var failure in await stack.FailuresAsync(cancellationToken))
        {
            narrator.Say($"{failure}");
        }

        narrator.Say(status);
        await stack.DeleteAsync(cancellationToken);
    }

    private async Task<Installation> InstallAsync(CancellationToken cancellationToken)
    {
        narrator.Chapter(
            $"Deploy {Path.GetRelativePath(Directory.GetCurrentDirectory(), arguments.Template.FullName)}"
        );
        var installation = await Installation.DeployAsync(sandbox, arguments, cancellationToken);
        narrator.Say($"CREATE_COMPLETE, {installation.Resources.Count} resources");
        narrator.Add(
            $"rule {installation.Outputs["EventBridgeRuleName"]} sends to {installation.Outputs["ApiDestinationEndpoint"]}"
        );
        return installation;
    }

    private async Task DeliverAsync(Installation installation, CancellationToken cancellationToken)
    {
        narrator.Chapter("The endpoint is up");
        await SendAsync(times: 1, cancellationToken);
        var progress = await UntilAsync(installation, now => now.Outstanding == 0, cancellationToken);
        Tell(progress);
    }

    private async Task FailAsync(Installation installation, CancellationToken cancellationToken)
    {
        narrator.Chapter("The endpoint fails");
        sandbox.Ingest.Behaviour = new IngestBehaviour.Status(503);
        narrator.Say("it answers 503");
        await SendAsync(times: 2, cancellationToken);
        await UntilAsync(installation, now => now.IsSettled, cancellationToken);
        sandbox.Ingest.Behaviour = new IngestBehaviour.Down();
        narrator.Say("it breaks every connection");
        await SendAsync(times: 2, cancellationToken);
        var progress = await UntilAsync(installation, now => now.IsSettled, cancellationToken);
        Tell(progress);
        foreach (var reason in await ReasonsAsync(installation, cancellationToken))
        {
            narrator.Add(reason);
        }
    }

    private async Task<Progress> RedriveAsync(Installation installation, CancellationToken cancellationToken)
    {
        var interval = arguments.RedriveInterval;
        narrator.Chapter(
            $"The endpoint is back; the schedule redrives every {interval.TotalMinutes:0} min ({sandbox.Context.Clock.Compress(interval).TotalSeconds:0.#} s here)"
        );
        sandbox.Ingest.Behaviour = new IngestBehaviour.Healthy();
        var progress = await UntilAsync(installation, now => now.IsOver, cancellationToken);
        Tell(progress);
        return progress;
    }

    private async Task<bool> ReportAsync(Installation installation, Progress end, CancellationToken cancellationToken)
    {
        narrator.Chapter("Report");
        foreach (var line in end.Report.ToTable())
        {
            narrator.Line($"   {line}");
        }

        narrator.Line("");
        narrator.Line(Verdict(end));
        foreach (var reason in installation.Tally.LossReasons())
        {
            narrator.Line($"   {reason}");
        }

        if (arguments.Report is { } file)
        {
            await File.WriteAllTextAsync(file.FullName, end.Report.ToJson() + "\n", cancellationToken);
        }

        return end is { Report: { Matched: > 0, Lost: 0 }, DeadLetters: 0 };
    }

    private static string Verdict(Progress end) =>
        end switch
        {
            { Report.Matched: 0 } => "No event matched the rule: nothing was tested.",
            { Gone: > 0 } => $"{end.Report.Lost} events were LOST. EventBridge dropped {end.Gone} of them:",
            { Report.Lost: > 0 } => $"{end.Report.Lost} events were LOST, and no component noticed.",
            { DeadLetters: > 0 } =>
                $"{end.DeadLetters} events still wait in the dead-letter queue, and nothing moves any more.",
            _ => "Nothing was lost.",
        };

    private async Task SendAsync(int times, CancellationToken cancellationToken) =>
        narrator.Say($"{await _cluster.SendSamplesAsync(times, cancellationToken)} ECS events");

    private static async Task<IReadOnlyList<string>> ReasonsAsync(
        Installation installation,
        CancellationToken cancellationToken
    ) => installation.DeadLetters is { } queue ? await queue.ReasonsAsync(cancellationToken) : [];

    private Task<Progress> UntilAsync(
        Installation installation,
        Predicate<Progress> holds,
        CancellationToken cancellationToken
    ) => installation.Tally.UntilAsync(holds, Stillness(), TellNowAndThen, cancellationToken);

    // Longer than a failed copy waits for its next one and that one for the schedule, so that a standstill is the end.
    private TimeSpan Stillness() =>
        TimeSpan.FromSeconds(10)
        + sandbox.Context.Clock.Compress(TimeSpan.FromMinutes(10) + (2 * arguments.RedriveInterval));

    private void TellNowAndThen(Progress progress)
    {
        if (sandbox.Context.Clock.Time.GetElapsedTime(_lastToldAt) >= TellEvery)
        {
            Tell(progress);
        }
    }

    private void Tell(Progress progress)
    {
        if (progress != _lastTold)
        {
            narrator.Say($"{progress}");
        }

        (_lastTold, _lastToldAt) = (progress, sandbox.Context.Clock.Time.GetTimestamp());
    }
}
