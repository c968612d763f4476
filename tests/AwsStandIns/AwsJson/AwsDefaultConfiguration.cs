using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsJson;

/// <summary>The SDK's defaults modes with the time-outs that the published clients carry.</summary>
internal static class AwsDefaultConfiguration
{
    public static IDefaultConfigurationProvider Create() =>
        new DefaultConfigurationProvider([
            Mode(DefaultConfigurationMode.Standard, 3.1),
            Mode(DefaultConfigurationMode.InRegion, 1.1),
            Mode(DefaultConfigurationMode.CrossRegion, 3.1),
            Mode(DefaultConfigurationMode.Mobile, 30),
        ]);

    private static DefaultConfiguration Mode(DefaultConfigurationMode mode, double connectSeconds) =>
        new()
        {
            Name = mode,
            RetryMode = RequestRetryMode.Standard,
            ConnectTimeout = TimeSpan.FromSeconds(connectSeconds),
            TlsNegotiationTimeout = TimeSpan.FromSeconds(connectSeconds),
        };
}
