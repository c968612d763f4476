using Firetiger.Sandbox.Iam;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Hosting;

/// <summary>What every service of one sandbox shares.</summary>
internal sealed class SandboxContext
{
    public required SandboxOptions Options { get; init; }

    public required SandboxClock Clock { get; init; }

    public required IdSource Ids { get; init; }

    public required AwsDispatcher Aws { get; init; }

    public required Authorizer Authorizer { get; init; }

    /// <summary>Gets the roles, and the sessions that callers' access keys belong to.</summary>
    public required Identities Identities { get; init; }

    /// <summary>Gets the token that ends background work with the sandbox.</summary>
    public required CancellationToken Stopping { get; init; }

    /// <summary>Gets or sets what goes wrong on the way, or null.</summary>
    public IWireFaults? Faults { get; set; }

    /// <summary>Gets or sets where all services listen, such as <c>http://127.0.0.1:4566</c>; known once the server has started.</summary>
    public Uri Endpoint { get; set; } = new("http://127.0.0.1");
}
