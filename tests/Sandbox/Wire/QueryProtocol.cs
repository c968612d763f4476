using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.Http;

namespace Firetiger.Sandbox.Wire;

/// <summary>The Query protocol: a form in, XML out.</summary>
internal sealed class QueryProtocol : IProtocol
{
    public string ContentType => "text/xml";

    public (string Operation, JsonObject Input) Read(HttpRequest request, WireService service, byte[] body)
    {
        if (service.XmlNamespace is null)
        {
            throw new AwsException("UnknownOperationException", $"{service.SigningName} has no Query protocol");
        }

        var (operation, input) = QueryInput.Read(Encoding.UTF8.GetString(body), service.Query);
        if (request.RouteValues["queue"] is string && !input.ContainsKey("QueueUrl"))
        {
            input["QueueUrl"] = $"{request.Scheme}://{request.Host}{request.Path}";
        }

        return (operation, input);
    }

    public WireResponse Write(WireService service, string operation, JsonObject output, string requestId)
    {
        XNamespace space = service.XmlNamespace!;
        var result = new XElement(space + $"{operation}Result");
        new QueryOutput(service, operation).Fill(result, output);
        var response = new XElement(
            space + $"{operation}Response",
            output.Count > 0 ? result : null,
            new XElement(space + "ResponseMetadata", new XElement(space + "RequestId", requestId))
        );
        return new WireResponse(StatusCodes.Status200OK, Bytes(response));
    }

    public WireResponse WriteError(AwsException error, string requestId)
    {
        var status = AccessDenied.StatusOutsideJson(error);
        var response = new XElement(
            "ErrorResponse",
            new XElement(
                "Error",
                new XElement("Type", status < StatusCodes.Status500InternalServerError ? "Sender" : "Receiver"),
                new XElement("Code", error.QueryCode),
                new XElement("Message", error.Message)
            ),
            new XElement("RequestId", requestId)
        );
        return new WireResponse(status, Bytes(response));
    }

    private static byte[] Bytes(XElement root) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>\n" + root.ToString(SaveOptions.DisableFormatting));
}
