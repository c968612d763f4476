using System.Formats.Cbor;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Firetiger.Sandbox.Tests.Wire;

/// <summary>Reads responses.</summary>
internal static class Answers
{
    public static async Task<JsonObject> JsonAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();

    public static async Task<XElement> XmlAsync(this HttpResponseMessage response) =>
        XElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public static async Task<CborReader> CborAsync(this HttpResponseMessage response) =>
        new(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

    /// <summary>Gives the text of the first element of a name, whatever its namespace.</summary>
    public static string? Text(this XElement root, string name) =>
        root.Descendants().FirstOrDefault(element => element.Is(name))?.Value;

    public static bool Is(this XElement element, string name) =>
        string.Equals(element.Name.LocalName, name, StringComparison.Ordinal);

    public static string Header(this HttpResponseMessage response, string name) =>
        string.Join(',', response.Headers.GetValues(name));
}
