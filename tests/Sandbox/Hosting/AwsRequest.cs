using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.Hosting;

/// <summary>One call of one operation, whatever protocol brought it.</summary>
/// <param name="Operation">The operation's name in AWS's API reference, such as <c>PutEvents</c>.</param>
/// <param name="Input">The input with the member names of the API reference's JSON.</param>
/// <param name="Caller">Who calls.</param>
internal sealed record AwsRequest(string Operation, JsonObject Input, Principal Caller);
