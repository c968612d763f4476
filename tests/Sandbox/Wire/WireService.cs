using System.Diagnostics.CodeAnalysis;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Wire;

/// <summary>What the protocols must know of a service.</summary>
/// <param name="SigningName">Its name in a credential scope.</param>
/// <param name="Target">The first part of X-Amz-Target, or null for a service without a JSON protocol.</param>
/// <param name="XmlNamespace">The namespace of its XML, or null for a service without the Query protocol.</param>
/// <param name="Query">How its Query parameters are read.</param>
/// <param name="IsQueryCompatible">Whether it once spoke Query only, and its JSON still tells the Query protocol's error codes.</param>
internal sealed record WireService(
    string SigningName,
    string? Target,
    string? XmlNamespace,
    QueryNames Query,
    bool IsQueryCompatible = false
)
{
    [SuppressMessage("Security", "S5332", Justification = "Names of XML namespaces, not addresses.")]
    private static readonly Dictionary<string, WireService> All = new WireService[]
    {
        new("events", "AWSEvents", null, QueryNames.None),
        new("logs", "Logs_20140328", null, QueryNames.None),
        new("sqs", "AmazonSQS", "http://queue.amazonaws.com/doc/2012-11-05/", QueryNames.Sqs, true),
        new(
            "monitoring",
            "GraniteServiceVersion20100801",
            "http://monitoring.amazonaws.com/doc/2010-08-01/",
            QueryNames.CloudWatch,
            true
        ),
        new("iam", null, "https://iam.amazonaws.com/doc/2010-05-08/", QueryNames.Iam),
        new("sts", null, "https://sts.amazonaws.com/doc/2011-06-15/", QueryNames.Sts),
        new("cloudformation", null, "http://cloudformation.amazonaws.com/doc/2010-05-15/", QueryNames.CloudFormation),
    }.ToDictionary(service => service.SigningName, StringComparer.Ordinal);

    /// <summary>Finds a service.</summary>
    /// <param name="signingName">Its name in a credential scope.</param>
    /// <returns>The service.</returns>
    /// <exception cref="AwsException">UnknownOperationException: the sandbox has no such service on this path.</exception>
    public static WireService Find(string signingName) =>
        All.TryGetValue(signingName, out var service)
            ? service
            : throw new AwsException(
                "UnknownOperationException",
                $"The sandbox has no service {signingName} on this path",
                404
            );
}
