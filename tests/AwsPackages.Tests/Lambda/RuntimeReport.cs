using System.Text.Json.Nodes;

namespace Firetiger.AwsPackages.Tests.Lambda;

/// <summary>What a runtime told of an invocation, or of its initialization.</summary>
internal sealed record RuntimeReport(string Kind, string RequestId, string ErrorType, JsonNode? Body);
