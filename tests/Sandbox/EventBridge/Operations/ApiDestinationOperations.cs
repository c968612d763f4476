using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>API destinations.</summary>
internal sealed class ApiDestinationOperations(SandboxContext context, EventBridgeState state)
{
    private const int LongestEndpoint = 2048;

    public IReadOnlyDictionary<string, Operation> All =>
        new Dictionary<string, Operation>
        {
            ["CreateApiDestination"] = Create,
            ["UpdateApiDestination"] = Update,
            ["DescribeApiDestination"] = request => Describe(Find(request)),
            ["DeleteApiDestination"] = Delete,
        };

    private JsonObject Create(AwsRequest request)
    {
        var input = request.Input;
        var name = input.Required("Name");
        context.Demand(request, ArnWithoutId(name));
        var now = context.Clock.Now;
        var destination = new ApiDestination(name, context.Ids.NextGuid().ToString(), now)
        {
            Description = input.Text("Description"),
            ConnectionArn = ReadConnection(input.Required("ConnectionArn")),
            Endpoint = ReadEndpoint(input.Required("InvocationEndpoint")),
            HttpMethod = ReadMethod(input.Required("HttpMethod")),
            InvocationRateLimitPerSecond = ReadRate(input) ?? ApiDestination.DefaultRate,
            LastModifiedAt = now,
        };
        return state.ApiDestinations.TryAdd(name, destination)
            ? Summarize(destination)
            : throw EventBridgeErrors.AlreadyExists($"An api-destination '{name}' already exists.");
    }

    private JsonObject Update(AwsRequest request)
    {
        var old = Find(request);
        var input = request.Input;
        return Summarize(
            Store(
                old with
                {
                    Description = input.Text("Description") ?? old.Description,
                    ConnectionArn = input.Text("ConnectionArn") is { } arn ? ReadConnection(arn) : old.ConnectionArn,
                    Endpoint = input.Text("InvocationEndpoint") is { } url ? ReadEndpoint(url) : old.Endpoint,
                    HttpMethod = input.Text("HttpMethod") is { } method ? ReadMethod(method) : old.HttpMethod,
                    InvocationRateLimitPerSecond = ReadRate(input) ?? old.InvocationRateLimitPerSecond,
                    LastModifiedAt = context.Clock.Now,
                }
            )
        );
    }

    private JsonObject Delete(AwsRequest request)
    {
        state.ApiDestinations.TryRemove(Find(request).Name, out _);
        return [];
    }

    private ApiDestination Store(ApiDestination destination) => state.ApiDestinations[destination.Name] = destination;

    private ApiDestination Find(AwsRequest request)
    {
        var name = request.Input.Required("Name");
        context.Demand(request, ArnWithoutId(name));
        return state.ApiDestinations.TryGetValue(name, out var destination)
            ? destination
            : throw EventBridgeErrors.NotFound($"An api-destination '{name}' does not exist.");
    }

    private string ReadConnection(string arn) =>
        state.ConnectionByArn(arn) is null
            ? throw EventBridgeErrors.NotFound($"Connection '{arn}' does not exist.")
            : arn;

    private static Uri ReadEndpoint(string text) =>
        text.Length <= LongestEndpoint
        && Uri.TryCreate(text, UriKind.Absolute, out var endpoint)
        && string.Equals(endpoint.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
            ? endpoint
            : throw EventBridgeErrors.Validation(
                $"Parameter InvocationEndpoint is not valid. Reason: it must be an https URL: {text}."
            );

    private static string ReadMethod(string method) =>
        method is "POST" ? method : throw EventBridgeErrors.NotInSandbox($"the HttpMethod {method}");

    private static int? ReadRate(JsonObject input) => input.Between("InvocationRateLimitPerSecond", 1, int.MaxValue);

    /// <summary>The form that the Service Authorization Reference gives: the id is not known to who asks by name.</summary>
    private static string ArnWithoutId(string name) => Account.Arn("events", $"api-destination/{name}");

    private JsonObject Summarize(ApiDestination destination) =>
        new()
        {
            ["ApiDestinationArn"] = destination.Arn,
            ["ApiDestinationState"] = state.ConnectionByArn(destination.ConnectionArn)?.Credentials is null
                ? "INACTIVE"
                : "ACTIVE",
            ["CreationTime"] = JsonValue.Create(destination.CreatedAt),
            ["LastModifiedTime"] = JsonValue.Create(destination.LastModifiedAt),
        };

    private JsonObject Describe(ApiDestination destination)
    {
        var output = Summarize(destination);
        output["Name"] = destination.Name;
        output["Description"] = destination.Description;
        output["ConnectionArn"] = destination.ConnectionArn;
        output["InvocationEndpoint"] = destination.Endpoint.OriginalString;
        output["HttpMethod"] = destination.HttpMethod;
        output["InvocationRateLimitPerSecond"] = destination.InvocationRateLimitPerSecond;
        return output;
    }
}
