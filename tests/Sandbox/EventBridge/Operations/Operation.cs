using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>Runs one operation of the API.</summary>
/// <param name="request">The call.</param>
/// <returns>The output.</returns>
internal delegate JsonObject Operation(AwsRequest request);
