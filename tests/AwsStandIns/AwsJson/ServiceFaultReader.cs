#nullable enable
using System.Net;
using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace AwsJson;

/// <summary>
/// Reads an error as the awsJson protocols define it
/// (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#operation-error-serialization).
/// </summary>
internal static class ServiceFaultReader
{
    public static ServiceFault Read(JsonUnmarshallerContext context, Exception inner, HttpStatusCode status)
    {
        var http = context.ResponseData;
        using var body = JsonBody.ReadOrEmpty(context.Stream);
        var code = ShapeName(
            body.RootElement.Text("__type") ?? Header(http, HeaderKeys.XAmzErrorType) ?? body.RootElement.Text("code")
        );
        return new ServiceFault(
            Message(body.RootElement) ?? $"The service returned an error with Error Code {code}.",
            inner,
            code,
            QueryError.Parse(Header(http, HeaderKeys.XAmzQueryError)),
            Header(http, HeaderKeys.RequestIdHeader),
            status
        );
    }

    public static string? Header(IWebResponseData http, string name) =>
        http.IsHeaderPresent(name) ? http.GetHeaderValue(name) : null;

    private static string? Message(JsonElement body) => body.Text("message") ?? body.Text("Message");

    /// <summary><c>namespace#Shape:http://…</c> names the shape between the two marks.</summary>
    private static string? ShapeName(string? type) => type?[(type.LastIndexOf('#') + 1)..].Split(':')[0];
}
