using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Firetiger.DlqRedriver.Aws;

namespace Firetiger.DlqRedriver.Reporting;

/// <summary>
/// Everything the function logs: JSON, one object per line, with fixed event names. Straight to standard output, because the Lambda
/// runtime's logger would wrap the line in its own format. Never an event, an error message of a target or a credential.
/// </summary>
/// <param name="output">Standard output.</param>
/// <param name="time">The clock.</param>
/// <param name="requestId">The invocation's id.</param>
internal sealed class Log(Stream output, TimeProvider time, string requestId)
{
    /// <summary>A run has ended.</summary>
    /// <param name="report">What it did.</param>
    public void RunFinished(RunReport report) =>
        Write(
            "Information",
            "RunFinished",
            writer =>
            {
                writer.WritePropertyName("report");
                JsonSerializer.Serialize(writer, report with { Messages = null }, ReportJson.Default.RunReport);
            }
        );

    /// <summary>How a run decided about messages that failed alike.</summary>
    /// <param name="count">The decision, what failed and how many.</param>
    public void Decided(DecisionCount count) =>
        Write(
            "Information",
            "Decided",
            writer =>
            {
                writer.WriteString("decision", count.Decision);
                writer.WriteString("errorCode", count.ErrorCode);
                if (count.HttpStatus is { } status)
                {
                    writer.WriteNumber("httpStatus", status);
                }

                writer.WriteString("errorClass", count.ErrorClass);
                writer.WriteNumber("messages", count.Count);
            }
        );

    /// <summary>Nothing moves until the route is mended.</summary>
    /// <param name="problem">What is wrong and how to mend it.</param>
    public void RouteProblem(string problem) =>
        Write("Warning", "RouteProblem", writer => writer.WriteString("problem", problem));

    /// <summary>A call to AWS failed.</summary>
    /// <param name="fault">The call.</param>
    public void AwsFault(AwsCallException fault) =>
        Write(
            "Warning",
            "AwsFault",
            writer =>
            {
                writer.WriteString("operation", fault.Operation);
                writer.WriteString("code", fault.Code);
                writer.WriteNumber("httpStatus", fault.HttpStatus);
                writer.WriteString("message", fault.Message);
            }
        );

    /// <summary>The function itself failed. Only the type is told: the message may quote an event.</summary>
    /// <param name="exception">What nobody foresaw.</param>
    public void Fault(Exception exception) =>
        Write("Error", "Fault", writer => writer.WriteString("type", exception.GetType().FullName));

    /// <summary>A message could not be moved; it stays in the queue.</summary>
    /// <param name="operation">The operation that refused it.</param>
    /// <param name="code">AWS's code.</param>
    /// <param name="messageId">The message.</param>
    public void MessageRefused(string operation, string code, string messageId) =>
        Write(
            "Warning",
            "MessageRefused",
            writer =>
            {
                writer.WriteString("operation", operation);
                writer.WriteString("code", code);
                writer.WriteString("messageId", messageId);
            }
        );

    private void Write(string level, string name, Action<Utf8JsonWriter> members)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteString(
                "timestamp",
                time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
            );
            writer.WriteString("level", level);
            writer.WriteString("event", name);
            writer.WriteString("requestId", requestId);
            members(writer);
            writer.WriteEndObject();
        }

        line.Write("\n"u8);
        output.Write(line.WrittenSpan);
        output.Flush();
    }
}
