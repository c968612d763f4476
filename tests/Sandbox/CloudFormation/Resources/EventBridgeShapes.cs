using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>EventBridge's resources that are known by a name.</summary>
internal static class EventBridgeShapes
{
    public static readonly NamedResourceShape EventBus = new()
    {
        Type = "AWS::Events::EventBus",
        Service = "events",
        Create = "CreateEventBus",
        Update = "UpdateEventBus",
        Delete = "DeleteEventBus",
        LongestName = 256,
        Properties = ["Description", "LogConfig", "Tags"],
        Immutable = ["Tags"],
        Attributes = (name, _) =>
            new JsonObject { ["Arn"] = Account.Arn("events", $"event-bus/{name}"), ["Name"] = name },
    };

    public static readonly NamedResourceShape Archive = new()
    {
        Type = "AWS::Events::Archive",
        Service = "events",
        Create = "CreateArchive",
        Update = "UpdateArchive",
        Delete = "DeleteArchive",
        NameProperty = "ArchiveName",
        NameMember = "ArchiveName",
        LongestName = 48,
        Properties = ["SourceArn", "Description", "EventPattern", "RetentionDays"],
        Immutable = ["SourceArn"],
        Renamed = new Dictionary<string, string>(StringComparer.Ordinal) { ["SourceArn"] = "EventSourceArn" },
        Attributes = (name, _) =>
            new JsonObject { ["Arn"] = Account.Arn("events", $"archive/{name}"), ["ArchiveName"] = name },
    };

    public static readonly NamedResourceShape Connection = new()
    {
        Type = "AWS::Events::Connection",
        Service = "events",
        Create = "CreateConnection",
        Update = "UpdateConnection",
        Delete = "DeleteConnection",
        Properties = ["Description", "AuthorizationType", "AuthParameters"],
        Attributes = (_, output) => WithPolicyArn(output, "ConnectionArn"),
    };

    public static readonly NamedResourceShape ApiDestination = new()
    {
        Type = "AWS::Events::ApiDestination",
        Service = "events",
        Create = "CreateApiDestination",
        Update = "UpdateApiDestination",
        Delete = "DeleteApiDestination",
        Properties =
        [
            "Description",
            "ConnectionArn",
            "InvocationEndpoint",
            "HttpMethod",
            "InvocationRateLimitPerSecond",
        ],
        Attributes = (_, output) => WithPolicyArn(output, "ApiDestinationArn"),
    };

    /// <summary>Adds the ARN as IAM wants it: without the random part at its end.</summary>
    private static JsonObject WithPolicyArn(JsonObject output, string member)
    {
        var arn = output.Scalar(member) ?? "";
        var attributes = new JsonObject { ["Arn"] = arn, ["ArnForPolicy"] = arn[..Math.Max(0, arn.LastIndexOf('/'))] };
        if (output.Scalar("SecretArn") is { } secret)
        {
            attributes["SecretArn"] = secret;
        }

        return attributes;
    }
}
