using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.SecretsManager;

/// <summary>Secrets Manager: secrets with their versions.</summary>
/// <param name="context">The sandbox.</param>
internal sealed class SecretsManagerService(SandboxContext context) : IAwsService
{
    private const string CurrentStage = "AWSCURRENT";

    /// <summary>By ARN.</summary>
    private readonly ConcurrentDictionary<string, Secret> _secrets = new(StringComparer.Ordinal);

    public string SigningName => "secretsmanager";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        Func<JsonObject, JsonObject> run = request.Operation switch
        {
            "CreateSecret" => Create,
            "PutSecretValue" => Put,
            "GetSecretValue" => Get,
            _ => throw AwsException.NotInSandbox(SigningName, request.Operation),
        };
        context.Authorizer.Demand(
            request.Caller,
            $"{SigningName}:{request.Operation}",
            request.Input.Text("SecretId") ?? "*"
        );
        return Task.FromResult(run(request.Input));
    }

    private JsonObject Create(JsonObject input)
    {
        var name = input.Text("Name") ?? throw Invalid("Name");
        var arn = Account.Arn("secretsmanager", $"secret:{name}-{context.Ids.NextGuid().ToString()[..6]}");
        var secret = _secrets.GetOrAdd(arn, _ => new Secret());
        return Answer(arn, secret.Add(context.Ids.NextGuid().ToString(), ValueOf(input)));
    }

    private JsonObject Put(JsonObject input)
    {
        var (arn, secret) = Find(input);
        return Answer(arn, secret.Add(context.Ids.NextGuid().ToString(), ValueOf(input)));
    }

    private JsonObject Get(JsonObject input)
    {
        var (arn, secret) = Find(input);
        if (input.Text("VersionStage") is { } stage and not CurrentStage)
        {
            throw Invalid($"the sandbox knows the stage {CurrentStage} only, not {stage}");
        }

        var version =
            secret.Find(input.Text("VersionId"))
            ?? throw NotFound("Secrets Manager can't find the specified secret value for that version.");
        var answer = Answer(arn, version.Id);
        answer["SecretString"] = version.Value;
        return answer;
    }

    private (string Arn, Secret Secret) Find(JsonObject input)
    {
        var arn = input.Text("SecretId") ?? throw Invalid("SecretId");
        return _secrets.TryGetValue(arn, out var secret)
            ? (arn, secret)
            : throw NotFound("Secrets Manager can't find the specified secret.");
    }

    private static JsonObject Answer(string arn, string versionId) =>
        new() { ["ARN"] = arn, ["VersionId"] = versionId };

    private static string ValueOf(JsonObject input) => input.Text("SecretString") ?? throw Invalid("SecretString");

    private static AwsException NotFound(string why) => new("ResourceNotFoundException", why);

    private static AwsException Invalid(string why) => new("InvalidParameterException", $"Invalid parameter: {why}");
}
