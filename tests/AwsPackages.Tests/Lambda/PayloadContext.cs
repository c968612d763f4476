using System.Text.Json.Serialization;
using Amazon.Lambda.SQSEvents;

namespace Firetiger.AwsPackages.Tests.Lambda;

[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
internal sealed partial class PayloadContext : JsonSerializerContext;
