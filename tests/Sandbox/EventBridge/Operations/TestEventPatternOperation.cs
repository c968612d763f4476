using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>TestEventPattern.</summary>
internal sealed class TestEventPatternOperation(SandboxContext context)
{
    /// <summary>What the service was seen to ask for; <c>resources</c> and <c>detail</c> may be missing, whatever the page says.</summary>
    private static readonly string[] Envelope = ["id", "account", "source", "time", "region", "detail-type"];

    public JsonObject Run(AwsRequest request)
    {
        context.Demand(request, "*");
        var pattern = PatternReader.Read(request.Input.Required("EventPattern"));
        var text = request.Input.Required("Event");
        return HasEnvelope(text)
            ? new JsonObject { ["Result"] = pattern.IsMatch(Encoding.UTF8.GetBytes(text)) }
            : throw EventBridgeErrors.Validation("Parameter Event is not valid.");
    }

    private static bool HasEnvelope(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, BusEvent.JsonOptions);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && Array.TrueForAll(Envelope, name => root.TryGetProperty(name, out _));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
