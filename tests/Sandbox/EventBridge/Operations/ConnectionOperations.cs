using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>Connections.</summary>
internal sealed class ConnectionOperations(SandboxContext context, EventBridgeState state)
{
    public IReadOnlyDictionary<string, Operation> All =>
        new Dictionary<string, Operation>
        {
            ["CreateConnection"] = Create,
            ["UpdateConnection"] = Update,
            ["DescribeConnection"] = request => Describe(Find(request)),
            ["DeleteConnection"] = Delete,
            ["DeauthorizeConnection"] = Deauthorize,
        };

    private JsonObject Create(AwsRequest request)
    {
        var name = request.Input.Required("Name");
        context.Demand(request, ArnWithoutId(name));
        var type = request.Input.Required("AuthorizationType");
        var now = context.Clock.Now;
        var connection = new Connection(name, context.Ids.NextGuid().ToString(), now)
        {
            Description = request.Input.Text("Description"),
            AuthorizationType = type,
            Credentials = CredentialsReader.Read(type, request.Input.Structure("AuthParameters") ?? []),
            LastModifiedAt = now,
            LastAuthorizedAt = now,
        };
        return state.Connections.TryAdd(name, connection)
            ? Summarize(connection)
            : throw EventBridgeErrors.AlreadyExists($"Connection {name} already exists.");
    }

    private JsonObject Update(AwsRequest request)
    {
        var connection = Find(request);
        var type = request.Input.Text("AuthorizationType") ?? connection.AuthorizationType;
        var parameters = request.Input.Structure("AuthParameters");
        var now = context.Clock.Now;
        return Summarize(
            Store(
                connection with
                {
                    Description = request.Input.Text("Description") ?? connection.Description,
                    AuthorizationType = type,
                    Credentials = parameters is null
                        ? connection.Credentials
                        : CredentialsReader.Read(type, parameters),
                    LastModifiedAt = now,
                    LastAuthorizedAt = parameters is null ? connection.LastAuthorizedAt : now,
                }
            )
        );
    }

    private JsonObject Deauthorize(AwsRequest request)
    {
        var connection = Find(request);
        return Summarize(Store(connection with { Credentials = null, LastModifiedAt = context.Clock.Now }));
    }

    private JsonObject Delete(AwsRequest request)
    {
        var connection = Find(request);
        state.Connections.TryRemove(connection.Name, out _);
        return Summarize(connection);
    }

    private Connection Store(Connection connection) => state.Connections[connection.Name] = connection;

    private Connection Find(AwsRequest request)
    {
        var name = request.Input.Required("Name");
        context.Demand(request, ArnWithoutId(name));
        return state.Connections.TryGetValue(name, out var connection)
            ? connection
            : throw EventBridgeErrors.NotFound($"Connection '{name}' does not exist.");
    }

    /// <summary>The form that the Service Authorization Reference gives: the id is not known to who asks by name.</summary>
    private static string ArnWithoutId(string name) => Account.Arn("events", $"connection/{name}");

    private static JsonObject Summarize(Connection connection) =>
        new()
        {
            ["ConnectionArn"] = connection.Arn,
            ["ConnectionState"] = connection.State,
            ["CreationTime"] = JsonValue.Create(connection.CreatedAt),
            ["LastModifiedTime"] = JsonValue.Create(connection.LastModifiedAt),
            ["LastAuthorizedTime"] = JsonValue.Create(connection.LastAuthorizedAt),
        };

    private static JsonObject Describe(Connection connection)
    {
        var output = Summarize(connection);
        output["Name"] = connection.Name;
        output["Description"] = connection.Description;
        output["AuthorizationType"] = connection.AuthorizationType;
        output["SecretArn"] = connection.SecretArn;
        output["AuthParameters"] = connection.Credentials?.Describe();
        return output;
    }
}
