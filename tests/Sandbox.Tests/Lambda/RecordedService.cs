using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Tests.Lambda;

/// <summary>A service that remembers what was asked of it.</summary>
/// <param name="signingName">Which it stands for.</param>
/// <param name="answer">What it answers; an empty output by default.</param>
internal sealed class RecordedService(string signingName, Func<AwsRequest, Task<JsonObject>>? answer = null)
    : IAwsService
{
    private readonly ConcurrentQueue<AwsRequest> _requests = new();

    public string SigningName { get; } = signingName;

    public IReadOnlyList<AwsRequest> Requests => [.. _requests];

    public IReadOnlyList<string> Operations => [.. _requests.Select(request => request.Operation)];

    public static RecordedService Sts() =>
        new(
            "sts",
            _ =>
                Task.FromResult(
                    JsonNode
                        .Parse("""{"Credentials":{"AccessKeyId":"ASIA1","SecretAccessKey":"s","SessionToken":"t"}}""")!
                        .AsObject()
                )
        );

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        _requests.Enqueue(request);
        return answer?.Invoke(request) ?? Task.FromResult(new JsonObject());
    }
}
