using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>Reads a connection's AuthParameters.</summary>
internal static class CredentialsReader
{
    public static IConnectionCredentials Read(string authorizationType, JsonObject parameters)
    {
        if (parameters["InvocationHttpParameters"] is not null)
        {
            throw EventBridgeErrors.NotInSandbox("InvocationHttpParameters of a connection");
        }

        return authorizationType switch
        {
            "BASIC" => ReadBasic(Required(parameters, "BasicAuthParameters")),
            "API_KEY" => ReadApiKey(Required(parameters, "ApiKeyAuthParameters")),
            _ => throw EventBridgeErrors.NotInSandbox($"the AuthorizationType {authorizationType}"),
        };
    }

    private static IConnectionCredentials.Basic ReadBasic(JsonObject input) =>
        new(NotEmpty(input, "Username"), NotEmpty(input, "Password"));

    private static IConnectionCredentials.ApiKey ReadApiKey(JsonObject input) =>
        new(NotEmpty(input, "ApiKeyName"), NotEmpty(input, "ApiKeyValue"));

    private static JsonObject Required(JsonObject parameters, string name) =>
        parameters.Structure(name)
        ?? throw EventBridgeErrors.Validation($"Parameter {name} is not valid. Reason: {name} is a required argument.");

    // EventBridge takes no empty user name, password or key.
    private static string NotEmpty(JsonObject input, string name) =>
        input.Required(name) is { Length: > 0 } text
            ? text
            : throw Constraints.Broken("", name, "Member must have length greater than or equal to 1");
}
