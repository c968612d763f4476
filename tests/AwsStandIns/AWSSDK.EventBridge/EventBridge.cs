#nullable enable annotations
using System.Net;
using System.Text.Json;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using AwsJsonService;

namespace Amazon.EventBridge.Model
{
    public class PutEventsRequest : AmazonWebServiceRequest
    {
        public string? EndpointId { get; set; }
        public List<PutEventsRequestEntry>? Entries { get; set; }
    }

    public class PutEventsRequestEntry
    {
        public string? Detail { get; set; }
        public string? DetailType { get; set; }
        public string? EventBusName { get; set; }
        public List<string>? Resources { get; set; }
        public string? Source { get; set; }
        public DateTime? Time { get; set; }
        public string? TraceHeader { get; set; }
    }

    public class PutEventsResponse : AmazonWebServiceResponse
    {
        public List<PutEventsResultEntry>? Entries { get; set; }
        public int? FailedEntryCount { get; set; }
    }

    public class PutEventsResultEntry
    {
        public string? ErrorCode { get; set; }
        public string? ErrorMessage { get; set; }
        public string? EventId { get; set; }
    }

    public class InternalException(string? m, Exception? i, ErrorType t, string? c, string? r, HttpStatusCode s)
        : AmazonEventBridgeException(m, i, t, c, r, s);
}

namespace Amazon.EventBridge
{
    public class AmazonEventBridgeException(
        string? m,
        Exception? i,
        ErrorType t,
        string? c,
        string? r,
        HttpStatusCode s
    ) : AmazonServiceException(m, i, t, c, r, s);

    public class AmazonEventBridgeConfig : ClientConfig
    {
        private readonly string _userAgent = Amazon.Util.Internal.InternalSDKUtils.BuildUserAgentString(
            "EventBridge",
            "4.0.0"
        );

        public AmazonEventBridgeConfig()
            : base(JsonService.DefaultConfiguration())
        {
            base.ServiceId = "EventBridge";
            AuthenticationServiceName = "events";
            EndpointProvider = new RegionEndpointProvider("events");
        }

        public override string RegionEndpointServiceName => "events";
        public override string ServiceVersion => "2015-10-07";
        public override string UserAgent => _userAgent;

        public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters p) =>
            EndpointProvider.ResolveEndpoint(RegionParameters.From(this, p.AlternateEndpoint));
    }

    public interface IAmazonEventBridge : IDisposable
    {
        Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default);
    }

    public class AmazonEventBridgeClient : AmazonServiceClient, IAmazonEventBridge
    {
        private static readonly IServiceMetadata Metadata = new JsonServiceMetadata("EventBridge");
        private static readonly ServiceTraits Traits = new(
            "Amazon.EventBridge",
            "EventBridge",
            "events",
            "AWSEvents",
            "2015-10-07",
            "application/x-amz-json-1.1",
            Fault
        );

        public AmazonEventBridgeClient()
            : this(new AmazonEventBridgeConfig()) { }

        public AmazonEventBridgeClient(RegionEndpoint region)
            : this(new AmazonEventBridgeConfig { RegionEndpoint = region }) { }

        public AmazonEventBridgeClient(AmazonEventBridgeConfig config)
            : base(config) { }

        public AmazonEventBridgeClient(AWSCredentials credentials, AmazonEventBridgeConfig clientConfig)
            : base(credentials, clientConfig) { }

        protected override IServiceMetadata ServiceMetadata => Metadata;

        protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => JsonService.Customize(pipeline);

        private static AmazonServiceException Fault(ServiceFault f) =>
            f.Code switch
            {
                "InternalException" => new InternalException(f.Message, f.Inner, f.Type, f.Code, f.RequestId, f.Status),
                _ => new AmazonEventBridgeException(f.Message, f.Inner, f.Type, f.Code, f.RequestId, f.Status),
            };

        private static readonly JsonOperation<PutEventsRequest, PutEventsResponse> PutEvents = new(
            Traits,
            "PutEvents",
            static (w, r) =>
            {
                if (r.EndpointId is not null)
                    w.WriteString("EndpointId", r.EndpointId);
                w.WriteStartArray("Entries");
                foreach (var e in r.Entries ?? [])
                {
                    w.WriteStartObject();
                    if (e.Time is { } t)
                        w.WriteNumber("Time", JsonService.Epoch(t));
                    if (e.Source is not null)
                        w.WriteString("Source", e.Source);
                    if (e.Resources is not null)
                    {
                        w.WriteStartArray("Resources");
                        foreach (var arn in e.Resources)
                            w.WriteStringValue(arn);
                        w.WriteEndArray();
                    }
                    if (e.DetailType is not null)
                        w.WriteString("DetailType", e.DetailType);
                    if (e.Detail is not null)
                        w.WriteString("Detail", e.Detail);
                    if (e.EventBusName is not null)
                        w.WriteString("EventBusName", e.EventBusName);
                    if (e.TraceHeader is not null)
                        w.WriteString("TraceHeader", e.TraceHeader);
                    w.WriteEndObject();
                }
                w.WriteEndArray();
            },
            static j => new PutEventsResponse
            {
                FailedEntryCount = j.TryGetProperty("FailedEntryCount", out var n) ? n.GetInt32() : null,
                Entries = j.TryGetProperty("Entries", out var list)
                    ?
                    [
                        .. list.EnumerateArray()
                            .Select(e => new PutEventsResultEntry
                            {
                                EventId = Text(e, "EventId"),
                                ErrorCode = Text(e, "ErrorCode"),
                                ErrorMessage = Text(e, "ErrorMessage"),
                            }),
                    ]
                    : null,
            }
        );

        public virtual Task<PutEventsResponse> PutEventsAsync(
            PutEventsRequest request,
            CancellationToken cancellationToken = default
        ) => InvokeAsync<PutEventsResponse>(request, PutEvents.Options(), cancellationToken);

        private static string? Text(JsonElement e, string name) =>
            e.TryGetProperty(name, out var v) ? v.GetString() : null;
    }
}
