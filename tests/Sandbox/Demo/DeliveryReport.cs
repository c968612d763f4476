using System.Text;
using System.Text.Json;

namespace Firetiger.Sandbox.Demo;

/// <summary>What became of every event that matched the rule.</summary>
/// <param name="Matched">Events that matched the rule.</param>
/// <param name="Delivered">Distinct ones that the endpoint accepted.</param>
/// <param name="Redriven">Those of them that came through the redrive.</param>
/// <param name="Quarantined">Those that wait in the quarantine queue for a human.</param>
/// <param name="Lost">Matched, less delivered, less quarantined, less what still waits in the dead-letter queue.</param>
/// <param name="Duplicates">Extra accepted deliveries of one id.</param>
internal sealed record DeliveryReport(
    int Matched,
    int Delivered,
    int Redriven,
    int Quarantined,
    int Lost,
    int Duplicates
)
{
    private IEnumerable<(string Name, int Value)> Columns =>
        [
            ("matched", Matched),
            ("delivered", Delivered),
            ("redriven", Redriven),
            ("quarantined", Quarantined),
            ("lost", Lost),
            ("duplicates", Duplicates),
        ];

    /// <summary>Renders the figures under their names.</summary>
    /// <returns>Two lines.</returns>
    public IReadOnlyList<string> ToTable() =>
        [
            string.Join("   ", Columns.Select(column => column.Name)),
            string.Join("   ", Columns.Select(column => $"{column.Value}".PadLeft(column.Name.Length))),
        ];

    /// <summary>Renders the JSON that <c>--report</c> writes.</summary>
    /// <returns>One JSON object.</returns>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in Columns)
            {
                json.WriteNumber(name, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
