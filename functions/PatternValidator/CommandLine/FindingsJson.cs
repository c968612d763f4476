using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Findings for other tools: an array with one object each. Lines and UTF-16 columns count from 1.</summary>
internal static class FindingsJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    public static string Render(IReadOnlyList<Diagnostic> findings)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, findings);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Diagnostic> findings)
    {
        json.WriteStartArray();
        foreach (var finding in findings)
        {
            Write(json, finding);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Diagnostic finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity == DiagnosticSeverity.Error ? "error" : "warning");
        json.WriteNumber("line", finding.Start.Line);
        json.WriteNumber("column", finding.Start.Column);
        json.WriteNumber("endLine", finding.End.Line);
        json.WriteNumber("endColumn", finding.End.Column);
        json.WriteString("path", finding.Path);
        json.WriteString("message", finding.Message);
        json.WriteString("hint", finding.Hint);
        json.WriteString("detail", finding.Detail);
        json.WriteString("source", finding.Descriptor.Source.OriginalString);
        json.WriteEndObject();
    }
}
