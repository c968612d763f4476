using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Ingest;

namespace Firetiger.Sandbox.Demo;

/// <summary>The template as installed: what a user has after <c>sam deploy</c>.</summary>
internal sealed class Installation
{
    private const string Username = "demo";
    private const string Secret = "correct horse";

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
        DeadLetters = QueueOf("DeadLetterQueue");
        Tally = new Tally(
            sandbox,
            outputs["EventBridgeRuleArn"],
            RedriveRuleArn(resources),
            DeadLetters,
            QueueOf("QuarantineQueue")
        );
    }

    public IReadOnlyDictionary<string, string> Outputs { get; }

    /// <summary>Gets physical ids by logical id.</summary>
    public IReadOnlyDictionary<string, string> Resources { get; }

    /// <summary>Gets the dead-letter queue, if the parameters ask for one.</summary>
    public Queue? DeadLetters { get; }

    public Tally Tally { get; }

    /// <summary>Gives the stack an endpoint and credentials that the sandbox's ingest takes, and parameters that suit a short demo.</summary>
    /// <param name="chosen">Parameters that win over these.</param>
    /// <returns>The stack's parameters.</returns>
    public static Dictionary<string, string> Parameters(IReadOnlyDictionary<string, string> chosen)
    {
        // Two retries instead of 185: an outage of seconds is here what an outage of more than a day is on AWS.
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["FiretigerEndpoint"] = $"https://{IngestEndpoint.Host}",
            ["FiretigerUsername"] = Username,
            ["FiretigerPassword"] = Secret,
            ["InvocationRatePerSecond"] = "50",
            ["MaximumRetryAttempts"] = "2",
        };
        foreach (var (name, value) in chosen)
        {
            parameters[name] = value;
        }

        return parameters;
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
        var parameters = Parameters(arguments.Parameters);
        sandbox.Ingest.Username = parameters["FiretigerUsername"];
        sandbox.Ingest.Password = parameters["FiretigerPassword"] is { Length: > 0 } secret ? secret : null;
        var stack = new StackDeployment(sandbox, "firetiger-ingest-ecs-events");
        var status = await stack.CreateAsync(
            await File.ReadAllTextAsync(arguments.Template.FullName, cancellationToken),
            parameters,
            cancellationToken
        );
        if (!string.Equals(status, "CREATE_COMPLETE", StringComparison.Ordinal))
        {
            var failures = await stack.FailuresAsync(cancellationToken);
            throw new StackFailedException(string.Join('\n', [$"The stack ended as {status}:", .. failures]));
        }

        return new Installation(
            sandbox,
            await stack.OutputsAsync(cancellationToken),
            await stack.ResourcesAsync(cancellationToken)
        );
    }

    // Ref of a rule on a custom bus is "bus|rule", and its ARN ends in "rule/bus/rule".
    private static string? RedriveRuleArn(IReadOnlyDictionary<string, string> resources) =>
        resources.TryGetValue("RedriveRule", out var busAndRule)
            ? Account.Arn("events", $"rule/{busAndRule.Replace('|', '/')}")
            : null;
}
