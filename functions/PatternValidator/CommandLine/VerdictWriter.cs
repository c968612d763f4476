using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Firetiger.EventPatterns.Diagnostics.Rendering;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Writes the verdict on each row as one line of JSON.</summary>
internal sealed class VerdictWriter(TextWriter output) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _line = new(1024);
    private readonly Utf8JsonWriter _json = new(
        Stream.Null,
        new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    /// <summary>Writes a verdict.</summary>
    /// <param name="verdict">The verdict, or <see langword="null"/> of a row that cannot be read.</param>
    public void Write(CaseVerdict? verdict)
    {
        _line.Clear();
        _json.Reset(_line);
        _json.WriteStartObject();
        WriteFlag("valid", verdict?.IsValid);
        WriteFlag("match", verdict?.Match);
        _json.WritePropertyName("diagnostics");
        JsonReport.Write(_json, verdict?.Analysis.Diagnostics ?? []);
        _json.WriteEndObject();
        _json.Flush();
        output.Write(Encoding.UTF8.GetString(_line.WrittenSpan));
        output.Write('\n');
    }

    public void Dispose() => _json.Dispose();

    private void WriteFlag(string name, bool? value)
    {
        if (value is { } known)
        {
            _json.WriteBoolean(name, known);
        }
        else
        {
            _json.WriteNull(name);
        }
    }
}
