using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Firetiger.PatternValidator.Judgement;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator;

/// <summary>Everything that the function writes to its log: one JSON object a line.</summary>
/// <remarks>Never the ResponseURL, which is signed, and never the pattern, which belongs to the user.</remarks>
internal sealed class Log(TextWriter output, TimeProvider time)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>CloudFormation has its response.</summary>
    /// <param name="invocationId">Lambda's id of the invocation.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="judgement">What was answered.</param>
    /// <param name="elapsed">How long that took.</param>
    public void Answered(
        string invocationId,
        CustomResourceRequest request,
        PatternJudgement judgement,
        TimeSpan elapsed
    ) => WriteJudgement("Answered", judgement, line => Identify(line, request), invocationId, elapsed);

    /// <summary>Somebody who asked without CloudFormation has the answer.</summary>
    /// <param name="invocationId">Lambda's id of the invocation.</param>
    /// <param name="judgement">What was answered.</param>
    /// <param name="elapsed">How long that took.</param>
    public void AnsweredDirectly(string invocationId, PatternJudgement judgement, TimeSpan elapsed) =>
        WriteJudgement("Answered directly", judgement, _ => { }, invocationId, elapsed);

    /// <summary>One attempt to deliver the response failed.</summary>
    /// <param name="attempt">Which attempt, from 1.</param>
    /// <param name="reason">Why, without the URL.</param>
    public void NotDelivered(int attempt, string reason) =>
        Write(
            "WARN",
            "The response was not delivered",
            line =>
            {
                line.WriteNumber("attempt", attempt);
                line.WriteString("reason", reason);
            }
        );

    /// <summary>A mistake of ours. Its message is left out: it could quote the pattern.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="exception">What happened.</param>
    public void Fault(CustomResourceRequest request, Exception exception) =>
        Write(
            "ERROR",
            "The check itself failed",
            line =>
            {
                Identify(line, request);
                line.WriteString("exception", exception.GetType().FullName);
                line.WriteString("stackTrace", exception.StackTrace);
            }
        );

    private static void Identify(Utf8JsonWriter line, CustomResourceRequest request)
    {
        line.WriteString("requestType", request.Type.ToString());
        line.WriteString("requestId", request.RequestId);
        line.WriteString("stackId", request.StackId);
        line.WriteString("logicalResourceId", request.LogicalResourceId);
    }

    private void WriteJudgement(
        string message,
        PatternJudgement judgement,
        Action<Utf8JsonWriter> identify,
        string invocationId,
        TimeSpan elapsed
    ) =>
        Write(
            judgement.Verdict.IsSuccess ? "INFO" : "WARN",
            message,
            line =>
            {
                line.WriteString("invocationId", invocationId);
                identify(line);
                line.WriteString("status", judgement.Verdict.Status);
                line.WriteString("eventBridge", judgement.EventBridge);
                line.WriteStartArray("codes");
                foreach (var finding in judgement.Verdict.Findings)
                {
                    line.WriteStringValue(finding.Code);
                }

                line.WriteEndArray();
                line.WriteNumber("milliseconds", (long)elapsed.TotalMilliseconds);
            }
        );

    private void Write(string level, string message, Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var line = new Utf8JsonWriter(buffer, Options))
        {
            line.WriteStartObject();
            line.WriteString("timestamp", time.GetUtcNow().UtcDateTime);
            line.WriteString("level", level);
            line.WriteString("message", message);
            writeMembers(line);
            line.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
