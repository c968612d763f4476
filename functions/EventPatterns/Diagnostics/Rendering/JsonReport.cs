using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Firetiger.EventPatterns.Diagnostics.Rendering;

/// <summary>Findings as a JSON array, for tools. Lines and columns are 1-based; columns count UTF-16 code units.</summary>
public static class JsonReport
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Renders findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <returns>A JSON array without line breaks.</returns>
    public static string Render(IReadOnlyList<Diagnostic> findings)
    {
        using MemoryStream output = new();
        using (Utf8JsonWriter writer = new(output, Options))
        {
            Write(writer, findings);
        }

        return Encoding.UTF8.GetString(output.GetBuffer(), 0, checked((int)output.Length));
    }

    /// <summary>Writes findings into a larger document.</summary>
    /// <param name="writer">Where to; it must be ready for a value.</param>
    /// <param name="findings">The findings.</param>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(findings);
        writer.WriteStartArray();
        foreach (Diagnostic finding in findings)
        {
            Write(writer, finding);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Diagnostic finding)
    {
        writer.WriteStartObject();
        writer.WriteString("code", finding.Code);
        writer.WriteString("severity", finding.Severity == DiagnosticSeverity.Error ? "error" : "warning");
        writer.WriteNumber("line", finding.Line);
        writer.WriteNumber("column", finding.Column);
        writer.WriteNumber("endLine", finding.End.Line);
        writer.WriteNumber("endColumn", finding.End.Column);
        writer.WriteString("path", finding.Path);
        writer.WriteString("message", finding.Message);
        writer.WriteString("hint", finding.Hint);
        writer.WriteString("detail", finding.Detail);
        writer.WriteString("source", finding.Descriptor.Source.ToString());
        writer.WriteEndObject();
    }
}
