using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.Hosting;

/// <summary>
/// Takes a call to its service. HTTP requests arrive here, and so does every call that one service makes of another:
/// CloudFormation creates a queue by the same CreateQueue as a user.
/// </summary>
internal sealed class AwsDispatcher
{
    private readonly Dictionary<string, IAwsService> _services = new(StringComparer.Ordinal);

    public void Add(IAwsService service) => _services.Add(service.SigningName, service);

    /// <summary>Runs one operation.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="service">The service's signing name.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="input">Its input.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Its output.</returns>
    /// <exception cref="AwsException">The service's answer is an error, or there is no such service here.</exception>
    public Task<JsonObject> CallAsync(
        Principal caller,
        string service,
        string operation,
        JsonObject input,
        CancellationToken cancellationToken
    ) =>
        _services.TryGetValue(service, out var found)
            ? found.InvokeAsync(new AwsRequest(operation, input, caller), cancellationToken)
            : throw AwsException.NotInSandbox(service, operation);
}
