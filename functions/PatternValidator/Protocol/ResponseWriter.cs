using System.Buffers;
using System.Globalization;
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

    /// <summary>The most bytes of a PhysicalResourceId, by the same page. The other ids are never longer.</summary>
    public const int MaximumIdBytes = 1024;

    // Escaping can make text up to six times as long, so the text is made shorter until the whole response fits. Ids of that
    // length CloudFormation does not make; a request with such ids is answered within the limits all the same.
    private static readonly Room[] Rooms =
    [
        new(1024, MaximumIdBytes),
        new(768, MaximumIdBytes),
        new(512, MaximumIdBytes),
        new(256, MaximumIdBytes),
        new(128, MaximumIdBytes),
        new(128, 256),
        new(128, 64),
    ];

    // The response is no part of an HTML page: quotes and backticks stay readable, and short.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the response to a request.</summary>
    /// <param name="request">The request; its ids are echoed.</param>
    /// <param name="judgement">The answer.</param>
    /// <returns>The JSON text as UTF-8.</returns>
    public static byte[] Write(CustomResourceRequest request, PatternJudgement judgement)
    {
        var body = Array.Empty<byte>();
        foreach (var room in Rooms)
        {
            body = Write(
                Within(room.IdBytes, request),
                judgement,
                VerdictText.Render(judgement.Verdict, room.TextBytes)
            );
            if (body.Length <= MaximumBytes)
            {
                break;
            }
        }

        return body;
    }

    private static CustomResourceRequest Within(int bytes, CustomResourceRequest request) =>
        request with
        {
            PhysicalResourceId = Utf8Text.Cut(PhysicalResourceIds.For(request), bytes),
            StackId = Utf8Text.Cut(request.StackId, bytes),
            RequestId = Utf8Text.Cut(request.RequestId, bytes),
            LogicalResourceId = Utf8Text.Cut(request.LogicalResourceId, bytes),
        };

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

            json.WriteString("PhysicalResourceId", request.PhysicalResourceId);
            json.WriteString("StackId", request.StackId);
            json.WriteString("RequestId", request.RequestId);
            json.WriteString("LogicalResourceId", request.LogicalResourceId);
            if (judgement.Verdict.IsSuccess && request.Type != RequestType.Delete)
            {
                json.WriteStartObject("Data");
                json.WriteString("Fingerprint", judgement.Fingerprint);
                json.WriteString("Warnings", text);
                json.WriteString(
                    "MatchedSamples",
                    judgement.MatchedSamples?.ToString(CultureInfo.InvariantCulture) ?? ""
                );
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private readonly record struct Room(int TextBytes, int IdBytes);
}
