using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.Http;

namespace Firetiger.Sandbox.Wire;

/// <summary>One of AWS's protocols.</summary>
internal interface IProtocol
{
    string ContentType { get; }

    /// <summary>Reads a call.</summary>
    /// <param name="request">The HTTP request.</param>
    /// <param name="service">The service that is called.</param>
    /// <param name="body">The request's body, unpacked.</param>
    /// <returns>The operation, and its input with the member names of the API reference.</returns>
    /// <exception cref="AwsException">SerializationException or UnknownOperationException.</exception>
    (string Operation, JsonObject Input) Read(HttpRequest request, WireService service, byte[] body);

    WireResponse Write(WireService service, string operation, JsonObject output, string requestId);

    WireResponse WriteError(AwsException error, string requestId);
}
