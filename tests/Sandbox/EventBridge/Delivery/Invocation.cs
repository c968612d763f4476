using System.Text.Json;
using Firetiger.Sandbox.EventBridge.Resources;

namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>One event for one target.</summary>
/// <param name="Rule">The rule that matched, as it was then.</param>
/// <param name="Target">The target.</param>
/// <param name="Event">The matched event.</param>
/// <param name="Body">What the target gets of it.</param>
/// <param name="Age">The time left to deliver it.</param>
internal sealed record Invocation(Rule Rule, Target Target, BusEvent Event, string Body, EventAge Age)
{
    /// <summary>Gets the <c>id</c> in the body, else the event's own.</summary>
    public string DeliveredId { get; } = IdOf(Body) ?? Event.Id;

    private static string? IdOf(string body)
    {
        using var document = JsonDocument.Parse(body, BusEvent.JsonOptions);
        return
            document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("id", out var id)
            && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
    }
}
