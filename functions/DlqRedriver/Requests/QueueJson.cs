using System.Text.Json.Serialization;
using Amazon.Lambda.SQSEvents;

namespace Firetiger.DlqRedriver.Requests;

/// <summary>What Lambda's event source mapping sends, and what it takes for an answer.</summary>
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
internal sealed partial class QueueJson : JsonSerializerContext;
