using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Demo;

/// <summary>One stack, driven as a user drives CloudFormation.</summary>
internal sealed class StackDeployment(SandboxHost sandbox, string stackName)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Reads which parameters a template declares.</summary>
    /// <param name="sandbox">Where CloudFormation is.</param>
    /// <param name="templateBody">The template's text.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Their names.</returns>
    /// <exception cref="StackFailedException">It is no template.</exception>
    public static async Task<IReadOnlySet<string>> ParameterNamesAsync(
        SandboxHost sandbox,
        string templateBody,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var template = await sandbox.Context.Aws.CallAsync(
                new Principal.Administrator(),
                "cloudformation",
                "ValidateTemplate",
                new JsonObject { ["TemplateBody"] = templateBody },
                cancellationToken
            );
            return template["Parameters"]!
                .AsArray()
                .Select(parameter => Text(parameter, "ParameterKey"))
                .ToHashSet(StringComparer.Ordinal);
        }
        catch (AwsException refused)
        {
            throw new StackFailedException($"CloudFormation refuses the template: {refused.Code}: {refused.Message}");
        }
    }

    /// <summary>Creates the stack and waits for the end of it.</summary>
    /// <param name="templateBody">The template's text.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The stack's last status, such as <c>CREATE_COMPLETE</c>.</returns>
    /// <exception cref="StackFailedException">CloudFormation refuses the request itself.</exception>
    public Task<string> CreateAsync(
        string templateBody,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken
    ) => DeployAsync("CreateStack", templateBody, parameters, cancellationToken);

    /// <summary>Updates the stack and waits for the end of it.</summary>
    /// <param name="templateBody">The template's text.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The stack's last status, such as <c>UPDATE_COMPLETE</c>.</returns>
    /// <exception cref="StackFailedException">CloudFormation refuses the request itself.</exception>
    public Task<string> UpdateAsync(
        string templateBody,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken
    ) => DeployAsync("UpdateStack", templateBody, parameters, cancellationToken);

    /// <summary>Deletes the stack and waits for the end of it.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The stack's last status.</returns>
    public async Task<string> DeleteAsync(CancellationToken cancellationToken)
    {
        // A deleted stack is found by its id only.
        var stackId = (await StackAsync(cancellationToken))["StackId"]!.GetValue<string>();
        await CallAsync("DeleteStack", [], cancellationToken);
        return await new StackDeployment(sandbox, stackId).EndedAsync(cancellationToken);
    }

    /// <summary>Gets the stack's outputs by name.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The outputs.</returns>
    public async Task<IReadOnlyDictionary<string, string>> OutputsAsync(CancellationToken cancellationToken) =>
        (await StackAsync(cancellationToken))["Outputs"]!
            .AsArray()
            .ToDictionary(
                output => Text(output, "OutputKey"),
                output => Text(output, "OutputValue"),
                StringComparer.Ordinal
            );

    /// <summary>Gets physical ids by logical id, of what is not deleted.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The resources.</returns>
    public async Task<IReadOnlyDictionary<string, string>> ResourcesAsync(CancellationToken cancellationToken) =>
        (await CallAsync("DescribeStackResources", [], cancellationToken))["StackResources"]!
            .AsArray()
            .Where(resource => !Text(resource, "ResourceStatus").StartsWith("DELETE_", StringComparison.Ordinal))
            .ToDictionary(
                resource => Text(resource, "LogicalResourceId"),
                resource => Text(resource, "PhysicalResourceId"),
                StringComparer.Ordinal
            );

    /// <summary>Gets the stack's events, newest first, as DescribeStackEvents answers them.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The events.</returns>
    public async Task<JsonArray> EventsAsync(CancellationToken cancellationToken) =>
        (await CallAsync("DescribeStackEvents", [], cancellationToken))["StackEvents"]!.AsArray();

    /// <summary>Gets the events that say why something failed, oldest first.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The failures.</returns>
    public async Task<IReadOnlyList<StackFailure>> FailuresAsync(CancellationToken cancellationToken) =>
        [
            .. (await EventsAsync(cancellationToken))
                .Reverse()
                .Where(found => Text(found, "ResourceStatus").EndsWith("_FAILED", StringComparison.Ordinal))
                .Select(found => new StackFailure(
                    Text(found, "LogicalResourceId"),
                    Text(found, "ResourceStatus"),
                    Text(found, "ResourceStatusReason")
                )),
        ];

    private static JsonNode Parameter(KeyValuePair<string, string> parameter) =>
        new JsonObject { ["ParameterKey"] = parameter.Key, ["ParameterValue"] = parameter.Value };

    private static string Text(JsonNode? node, string name) => node![name]?.GetValue<string>() ?? "";

    private async Task<string> DeployAsync(
        string operation,
        string templateBody,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken
    )
    {
        var input = new JsonObject
        {
            ["TemplateBody"] = templateBody,
            ["Capabilities"] = new JsonArray("CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"),
            ["Parameters"] = new JsonArray([.. parameters.Select(Parameter)]),
        };
        try
        {
            await CallAsync(operation, input, cancellationToken);
        }
        catch (AwsException refused)
        {
            throw new StackFailedException($"CloudFormation refuses the stack: {refused.Code}: {refused.Message}");
        }

        return await EndedAsync(cancellationToken);
    }

    private async Task<string> EndedAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var status = Text(await StackAsync(cancellationToken), "StackStatus");
            if (!status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal))
            {
                return status;
            }

            await Task.Delay(PollInterval, sandbox.Context.Clock.Time, cancellationToken);
        }
    }

    private async Task<JsonObject> StackAsync(CancellationToken cancellationToken) =>
        (await CallAsync("DescribeStacks", [], cancellationToken))["Stacks"]!.AsArray().Single()!.AsObject();

    private Task<JsonObject> CallAsync(string operation, JsonObject input, CancellationToken cancellationToken)
    {
        input["StackName"] = stackName;
        return sandbox.Context.Aws.CallAsync(
            new Principal.Administrator(),
            "cloudformation",
            operation,
            input,
            cancellationToken
        );
    }
}
