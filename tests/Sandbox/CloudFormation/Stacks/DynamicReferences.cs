using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.CloudFormation.Stacks;

/// <summary>
/// Resolves dynamic references to secrets when a resource is made or changed. The stack keeps the references themselves,
/// so that a new version of a secret is no change of the stack.
/// </summary>
/// <param name="aws">The services; the secret is read with the rights of whoever deploys.</param>
internal sealed partial class DynamicReferences(AwsDispatcher aws)
{
    private const string Start = "{{resolve:";

    public async Task<JsonObject> ResolveAsync(JsonObject properties, CancellationToken cancellationToken) =>
        (await NodeAsync(properties, cancellationToken))!.AsObject();

    private async Task<JsonNode?> NodeAsync(JsonNode? node, CancellationToken cancellationToken)
    {
        switch (node)
        {
            case JsonObject members:
                var resolved = new JsonObject();
                foreach (var (name, value) in members)
                {
                    resolved[name] = await NodeAsync(value, cancellationToken);
                }

                return resolved;
            case JsonArray items:
                var list = new JsonArray();
                foreach (var item in items)
                {
                    list.Add(await NodeAsync(item, cancellationToken));
                }

                return list;
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                return await TextAsync(text.GetValue<string>(), cancellationToken);
            default:
                return node?.DeepClone();
        }
    }

    private async Task<string> TextAsync(string text, CancellationToken cancellationToken)
    {
        while (text.Contains(Start, StringComparison.Ordinal))
        {
            var found = SecretReference().Match(text);
            if (!found.Success)
            {
                throw TemplateError.Because($"The sandbox does not know the dynamic reference in {text}");
            }

            var value = await ValueAsync(found.Groups, cancellationToken);
            text = $"{text[..found.Index]}{value}{text[(found.Index + found.Length)..]}";
        }

        return text;
    }

    private async Task<string> ValueAsync(GroupCollection parts, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["SecretId"] = parts["id"].Value };
        Add("VersionStage", parts["stage"].Value);
        Add("VersionId", parts["version"].Value);
        var secret = await aws.CallAsync(
            new Principal.Administrator(),
            "secretsmanager",
            "GetSecretValue",
            input,
            cancellationToken
        );
        var key = parts["key"].Value;
        var members = WireJson.Parse(System.Text.Encoding.UTF8.GetBytes(secret.Text("SecretString")!));
        return members.Text(key)
            ?? throw TemplateError.Because($"Could not find a value associated with JSONKey in SecretString: {key}");

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                input[name] = value;
            }
        }
    }

    [GeneratedRegex(
        @"\{\{resolve:secretsmanager:(?<id>arn:[^:}]+:secretsmanager:[^:}]+:[0-9]+:secret:[^:}]+|[^:}]+):SecretString:(?<key>[^:}]+):(?<stage>[^:}]*):(?<version>[^:}]*)\}\}",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex SecretReference();
}
