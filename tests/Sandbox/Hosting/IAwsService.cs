using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.Hosting;

/// <summary>One AWS service: its state behind its API.</summary>
internal interface IAwsService
{
    /// <summary>Gets the name in a request's credential scope, such as <c>sqs</c>, <c>events</c> or <c>monitoring</c>.</summary>
    string SigningName { get; }

    /// <summary>Runs one operation.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Ends with the connection or the sandbox.</param>
    /// <returns>The output's members. A timestamp is a <see cref="DateTimeOffset"/> value: each protocol writes its own form.</returns>
    /// <exception cref="AwsException">The service's answer is an error.</exception>
    Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken);
}
