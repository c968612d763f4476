using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Ingest;

namespace Firetiger.Sandbox.Demo;

/// <summary>The template as installed: what a user has after <c>sam deploy</c>.</summary>
internal sealed class Installation
{
    public const string StackName = "firetiger-ingest-ecs-events";

    private const string RuleArnOutput = "EventBridgeRuleArn";
    private const string Username = "demo";
    private const string Secret = "correct horse";

    // Two retries instead of 185: an outage of seconds is here what an outage of more than a day is on AWS.
    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        ["FiretigerEndpoint"] = $"https://{IngestEndpoint.Host}",
        ["FiretigerUsername"] = Username,
        ["FiretigerPassword"] = Secret,
        ["InvocationRatePerSecond"] = "50",
        ["MaximumRetryAttempts"] = "2",
    };

    private Installation(
        SandboxHost sandbox,
        IReadOnlyDictionary<string, string> outputs,
        IReadOnlyDictionary<string, string> resources
    )
    {
        Queue? QueueOf(string logicalId) =>
            resources.TryGetValue(logicalId, out var url) ? new Queue(sandbox, url) : null;

        Outputs = outputs;
        Resources = resources;
        LiveRuleArn = outputs[RuleArnOutput];
        RedriveRuleArn = RedriveRuleArnOf(resources);
        DeadLetters = QueueOf("DeadLetterQueue");
        Tally = new Tally(sandbox, LiveRuleArn, RedriveRuleArn, DeadLetters, QueueOf("QuarantineQueue"));
    }

    public IReadOnlyDictionary<string, string> Outputs { get; }

    /// <summary>Gets physical ids by logical id.</summary>
    public IReadOnlyDictionary<string, string> Resources { get; }

    public string LiveRuleArn { get; }

    /// <summary>Gets the rule of what is sent again, if the parameters ask for one.</summary>
    public string? RedriveRuleArn { get; }

    /// <summary>Gets the dead-letter queue, if the parameters ask for one.</summary>
    public Queue? DeadLetters { get; }

    public Tally Tally { get; }

    /// <summary>Gives the stack an endpoint and credentials that the sandbox's ingest takes, and what suits a short demo.</summary>
    /// <param name="sandbox">Where CloudFormation is.</param>
    /// <param name="templateBody">The template; of our parameters it gets those that it declares.</param>
    /// <param name="chosen">Parameters that win over these, and that it must declare.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The stack's parameters.</returns>
    /// <exception cref="StackFailedException">It is no template.</exception>
    public static async Task<Dictionary<string, string>> ParametersAsync(
        SandboxHost sandbox,
        string templateBody,
        IReadOnlyDictionary<string, string> chosen,
        CancellationToken cancellationToken
    )
    {
        var declared = await StackDeployment.ParameterNamesAsync(sandbox, templateBody, cancellationToken);
        return Defaults
            .Where(parameter => declared.Contains(parameter.Key))
            .ExceptBy(chosen.Keys, parameter => parameter.Key, StringComparer.Ordinal)
            .Concat(chosen)
            .ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Deploys the template.</summary>
    /// <param name="sandbox">Where to.</param>
    /// <param name="arguments">The template and the parameters that win over the defaults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The installation.</returns>
    /// <exception cref="StackFailedException">The stack was refused or rolled back; the message says why.</exception>
    public static async Task<Installation> DeployAsync(
        SandboxHost sandbox,
        SandboxArguments arguments,
        CancellationToken cancellationToken
    )
    {
        var template = await File.ReadAllTextAsync(arguments.Template.FullName, cancellationToken);
        var parameters = await ParametersAsync(sandbox, template, arguments.Parameters, cancellationToken);
        sandbox.Ingest.Username = parameters.GetValueOrDefault("FiretigerUsername", "");
        sandbox.Ingest.Password = parameters.GetValueOrDefault("FiretigerPassword") is { Length: > 0 } secret
            ? secret
            : null;
        var stack = new StackDeployment(sandbox, StackName);
        var status = await stack.CreateAsync(template, parameters, cancellationToken);
        if (!string.Equals(status, "CREATE_COMPLETE", StringComparison.Ordinal))
        {
            var failures = await stack.FailuresAsync(cancellationToken);
            throw new StackFailedException(string.Join('\n', [$"The stack ended as {status}:", .. failures]));
        }

        var outputs = await stack.OutputsAsync(cancellationToken);
        return outputs.ContainsKey(RuleArnOutput)
            ? new Installation(sandbox, outputs, await stack.ResourcesAsync(cancellationToken))
            : throw new StackFailedException($"The template has no output {RuleArnOutput}: it is not this project's.");
    }

    // Ref of a rule on a custom bus is "bus|rule", and its ARN ends in "rule/bus/rule".
    private static string? RedriveRuleArnOf(IReadOnlyDictionary<string, string> resources) =>
        resources.TryGetValue("RedriveRule", out var busAndRule)
            ? Account.Arn("events", $"rule/{busAndRule.Replace('|', '/')}")
            : null;
}
