using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>One entry of PutEvents.</summary>
internal sealed record PutEventsEntry(
    string BusName,
    string? Source,
    string? DetailType,
    string? Detail,
    IReadOnlyList<string> Resources,
    DateTimeOffset? Time
)
{
    private const int LongestDetailType = 128;

    /// <summary>What an entry's Time counts, however it is written.</summary>
    private const int TimeSize = 14;

    /// <summary>Gets the bytes as AWS counts them: "Calculating PutEvents event entry size", user guide.</summary>
    public int Size =>
        (Time is null ? 0 : TimeSize)
        + Bytes(Source)
        + Bytes(DetailType)
        + Bytes(Detail)
        + Resources.Sum(resource => Bytes(resource));

    public static PutEventsEntry Read(JsonObject input) =>
        new(
            EventBus.NameOf(input.Text("EventBusName")),
            input.Text("Source"),
            input.Text("DetailType"),
            input.Text("Detail"),
            input.Texts("Resources"),
            input.Time("Time")
        );

    /// <summary>Judges the entry. One that is refused does not stop the others.</summary>
    /// <param name="isAwsService">Only services of AWS may send events whose source begins with <c>aws.</c>.</param>
    /// <returns>ErrorCode and ErrorMessage, or <see langword="null"/>.</returns>
    public (string Code, string Message)? Refusal(bool isAwsService)
    {
        if (Missing() is { } name)
        {
            return ("InvalidArgument", $"Parameter {name} is not valid. Reason: {name} is a required argument.");
        }

        if (DetailType!.Length > LongestDetailType)
        {
            return (
                "InvalidArgument",
                $"Parameter DetailType is not valid. Reason: DetailType is longer than {LongestDetailType} characters."
            );
        }

        if (!isAwsService && Source!.StartsWith("aws.", StringComparison.Ordinal))
        {
            return ("NotAuthorizedForSourceException", "Not authorized for the source.");
        }

        return IsJsonObject(Detail!) ? null : ("MalformedDetail", "Detail is malformed.");
    }

    /// <summary>Adds what EventBridge adds. Detail goes in as it was written.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="now">Its time when the entry has none.</param>
    /// <returns>The event.</returns>
    public BusEvent ToEvent(string id, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 }
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("version", "0");
            json.WriteString("id", id);
            json.WriteString("detail-type", DetailType);
            json.WriteString("source", Source);
            json.WriteString("account", Account.Id);
            json.WriteString(
                "time",
                (Time ?? now).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            );
            json.WriteString("region", Account.Region);
            json.WriteStartArray("resources");
            foreach (var resource in Resources)
            {
                json.WriteStringValue(resource);
            }

            json.WriteEndArray();
            json.WritePropertyName("detail");
            json.WriteRawValue(Detail!, skipInputValidation: true);
            json.WriteEndObject();
        }

        return new BusEvent(id, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private string? Missing()
    {
        (string Name, string? Value)[] required =
        [
            (nameof(Source), Source),
            (nameof(DetailType), DetailType),
            (nameof(Detail), Detail),
        ];
        return Array.Find(required, member => string.IsNullOrEmpty(member.Value)).Name;
    }

    private static bool IsJsonObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, BusEvent.JsonOptions);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static int Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
