using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Wire;

/// <summary>A call that came over HTTP.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Service">The service's signing name.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Input">Its input.</param>
internal sealed record WireCall(Principal Caller, string Service, string Operation, JsonObject Input);
