using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.Lambda;

/// <summary>Writes the outputs that describe functions and their answers.</summary>
internal static class FunctionDescription
{
    public static JsonObject Configuration(LambdaFunction function)
    {
        var settings = function.Settings;
        var variables = settings.Variables.Select(variable =>
            KeyValuePair.Create<string, JsonNode?>(variable.Key, variable.Value)
        );
        return new JsonObject
        {
            ["FunctionName"] = settings.Name,
            ["FunctionArn"] = function.Arn,
            ["Runtime"] = settings.Runtime,
            ["Role"] = settings.Role,
            ["Handler"] = settings.Handler,
            ["Description"] = settings.Description,
            ["Timeout"] = (int)settings.Timeout.TotalSeconds,
            ["MemorySize"] = settings.MemorySize,
            ["Version"] = "$LATEST",
            ["State"] = "Active",
            ["LastUpdateStatus"] = "Successful",
            ["PackageType"] = "Zip",
            ["Architectures"] = new JsonArray(settings.Architecture),
            ["Environment"] = new JsonObject { ["Variables"] = new JsonObject(variables) },
            ["LoggingConfig"] = new JsonObject { ["LogFormat"] = "Text", ["LogGroup"] = settings.LogGroupName },
        };
    }

    public static JsonObject Function(LambdaFunction function) =>
        new()
        {
            ["Configuration"] = Configuration(function),
            ["Code"] = new JsonObject { ["RepositoryType"] = "S3" },
            ["Tags"] = new JsonObject(
                function.Tags.Select(tag => KeyValuePair.Create<string, JsonNode?>(tag.Key, tag.Value))
            ),
        };

    /// <summary>Writes the output of a synchronous Invoke.</summary>
    /// <param name="result">The answer.</param>
    /// <returns>The output; its Payload is JSON text.</returns>
    public static JsonObject Result(InvocationResult result)
    {
        var output = new JsonObject
        {
            ["StatusCode"] = 200,
            ["ExecutedVersion"] = "$LATEST",
            ["Payload"] = result.Payload,
        };
        if (result.FunctionError is { } error)
        {
            output["FunctionError"] = error;
        }

        return output;
    }
}
