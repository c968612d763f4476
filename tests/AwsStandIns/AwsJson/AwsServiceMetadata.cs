using Amazon.Runtime.Internal;

namespace AwsJson;

/// <summary>What the SDK's user agent and metrics call the service.</summary>
internal sealed class AwsServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}
