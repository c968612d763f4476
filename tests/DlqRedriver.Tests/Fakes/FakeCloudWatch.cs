using System.Formats.Cbor;
using System.Text.Json.Nodes;

namespace Firetiger.DlqRedriver.Tests.Fakes;

/// <summary>CloudWatch, in both protocols: the stand-in package speaks JSON and the published one CBOR.</summary>
internal sealed class FakeCloudWatch
{
    /// <summary>Gets or sets a value indicating whether CloudWatch refuses to take metrics.</summary>
    public bool RefusesMetrics { get; set; }

    /// <summary>Gets or sets a value indicating whether CloudWatch refuses to tell metrics.</summary>
    public bool RefusesToTell { get; set; }

    /// <summary>Gets or sets how the reading of every metric ended.</summary>
    public string StatusCode { get; set; } = "Complete";

    /// <summary>Gets or sets the minute of every value: by default one after every window's end, so that all of the window is counted.</summary>
    public DateTimeOffset At { get; set; } = new(2_100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gets how many requests came, in order of arrival, by operation.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Gets the values that it tells, by the id of the query. A gate that is open, unless a test says otherwise.</summary>
    public Dictionary<string, double> Values { get; } =
        new(StringComparer.Ordinal)
        {
            ["redriveAttempts"] = 100_000,
            ["redriveSuccesses"] = 100_000,
            ["deadLetterAge"] = 25_200,
            ["quarantineAge"] = 25_200,
        };

    /// <summary>Sets what the rules met.</summary>
    /// <param name="live">Attempts and successes of the live rule.</param>
    /// <param name="redrive">Attempts and successes of the redrive rule.</param>
    public void Tell((double Attempts, double Successes) live, (double Attempts, double Successes) redrive)
    {
        Values["liveAttempts"] = live.Attempts;
        Values["liveSuccesses"] = live.Successes;
        Values["redriveAttempts"] = redrive.Attempts;
        Values["redriveSuccesses"] = redrive.Successes;
    }

    /// <summary>Answers one operation in JSON.</summary>
    /// <param name="operation">Its name.</param>
    /// <returns>The answer or a fault, which has <c>__type</c>.</returns>
    public JsonObject Answer(string operation)
    {
        Calls.Add(operation);
        if (Refuses(operation))
        {
            return new JsonObject { ["__type"] = "AccessDenied" };
        }

        return operation is "GetMetricData" ? new JsonObject { ["MetricDataResults"] = Results() } : [];
    }

    /// <summary>Answers one operation in CBOR.</summary>
    /// <param name="operation">Its name.</param>
    /// <returns>The status and the answer.</returns>
    public (int Status, byte[] Body) AnswerCbor(string operation)
    {
        Calls.Add(operation);
        var writer = new CborWriter();
        if (Refuses(operation) || operation is not "GetMetricData")
        {
            writer.WriteStartMap(0);
            writer.WriteEndMap();
            return (Refuses(operation) ? 400 : 200, writer.Encode());
        }

        writer.WriteStartMap(1);
        writer.WriteTextString("MetricDataResults");
        writer.WriteStartArray(Values.Count);
        foreach (var (id, value) in Values)
        {
            WriteResult(writer, id, value);
        }

        writer.WriteEndArray();
        writer.WriteEndMap();
        return (200, writer.Encode());
    }

    private void WriteResult(CborWriter writer, string id, double value)
    {
        writer.WriteStartMap(4);
        writer.WriteTextString("Id");
        writer.WriteTextString(id);
        writer.WriteTextString(nameof(StatusCode));
        writer.WriteTextString(StatusCode);
        writer.WriteTextString("Timestamps");
        writer.WriteStartArray(1);
        writer.WriteUnixTimeSeconds(At.ToUnixTimeSeconds());
        writer.WriteEndArray();
        writer.WriteTextString("Values");
        writer.WriteStartArray(1);
        writer.WriteDouble(value);
        writer.WriteEndArray();
        writer.WriteEndMap();
    }

    private bool Refuses(string operation) => operation is "GetMetricData" ? RefusesToTell : RefusesMetrics;

    private JsonArray Results() =>
        new([
            .. Values.Select(pair => new JsonObject
            {
                ["Id"] = pair.Key,
                [nameof(StatusCode)] = StatusCode,
                ["Timestamps"] = new JsonArray(At.ToUnixTimeSeconds()),
                [nameof(Values)] = new JsonArray(pair.Value),
            }),
        ]);
}
