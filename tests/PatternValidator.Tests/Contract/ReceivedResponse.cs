using System.Text.Json;

namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>A PUT to the ResponseURL, as it came over the wire.</summary>
internal sealed record ReceivedResponse(string Target, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    public JsonElement Body => JsonDocument.Parse(Bytes).RootElement;

    public string Status => Text("Status");

    public string Reason => Text("Reason");

    public string PhysicalResourceId => Text("PhysicalResourceId");

    public string Text(string member) => Body.GetProperty(member).GetString() ?? "";

    public string Data(string member) => Body.GetProperty("Data").GetProperty(member).GetString() ?? "";
}
