using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class HttpParametersWire
{
    public static HttpParameters Read(JsonElement json) =>
        new()
        {
            PathParameterValues = json.Texts("PathParameterValues"),
            HeaderParameters = json.TextMap("HeaderParameters"),
            QueryStringParameters = json.TextMap("QueryStringParameters"),
        };
}
