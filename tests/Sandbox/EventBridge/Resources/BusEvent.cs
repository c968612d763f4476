using System.Text;
using System.Text.Json;

namespace Firetiger.Sandbox.EventBridge.Resources;

/// <summary>An event on a bus.</summary>
/// <param name="Id">Its <c>id</c>, which is also the EventId of PutEvents.</param>
/// <param name="Json">The whole event.</param>
internal sealed record BusEvent(string Id, string Json)
{
    /// <summary>How EventBridge reads JSON: 1,000 levels ("PutEvents", API reference).</summary>
    public static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = 1000 };

    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Json);
}
