using System.Text.Json.Nodes;

namespace Firetiger.DlqRedriver.Tests.Fakes;

/// <summary>A message in a queue of <see cref="FakeSqs"/>.</summary>
internal sealed class FakeMessage
{
    public required string Id { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>Gets or sets how long the message was last hidden, in seconds; null while it is visible.</summary>
    public int? HiddenFor { get; set; }

    public JsonObject? Mark => (JsonObject?)JsonNode.Parse(Attributes.GetValueOrDefault("FiretigerRedrive", "null"));
}
