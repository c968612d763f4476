using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Firetiger.PatternValidator.Judgement;

namespace Firetiger.PatternValidator.Protocol;

/// <summary>Writes responses within the size that CloudFormation takes.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/crpg-ref-responses.html</remarks>
internal static class ResponseWriter
{
    /// <summary>The most bytes of a response; the page above says 4,096 and means it inclusively.</summary>
    public const int MaximumBytes = 4096;

    // Escaping can make the text up to six times as long, so the text is made shorter until the whole response fits.
    private static readonly int[] TextBytes = [1024, 768, 512, 256, 128];

    // The response is no part of an HTML page: quotes and backticks stay readable, and short.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the response to a request.</summary>
    /// <param name="request">The request; its ids are echoed.</param>
    /// <param name="judgement">The answer.</param>
    /// <returns>The JSON text as UTF-8.</returns>
    public static byte[] Write(CustomResourceRequest request, PatternJudgement judgement)
    {
        var body = Array.Empty<byte>();
        foreach (var textBytes in TextBytes)
        {
            body = Write(request, judgement, VerdictText.Render(judgement.Verdict, textBytes));
            if (body.Length <= MaximumBytes)
            {
                break;
            }
        }

        return body;
    }

    private static byte[] Write(CustomResourceRequest request, PatternJudgement judgement, string text)
    {
        var buffer = new ArrayBufferWriter<byte>(MaximumBytes);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("Status", judgement.Verdict.Status);
            if (!judgement.Verdict.IsSuccess)
            {
                json.WriteString("Reason", text);
            }

            json.WriteString("PhysicalResourceId", PhysicalResourceIds.For(request));
            json.WriteString("StackId", request.StackId);
            json.WriteString("RequestId", request.RequestId);
            json.WriteString("LogicalResourceId", request.LogicalResourceId);
            if (judgement.Verdict.IsSuccess && request.Type != RequestType.Delete)
            {
                json.WriteStartObject("Data");
                json.WriteString("Fingerprint", judgement.Fingerprint);
                json.WriteString("Warnings", text);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
