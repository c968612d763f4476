#nullable enable annotations
using System.Net;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using AwsJsonService;

namespace Amazon.CloudWatch.Model
{
    public class PutMetricDataRequest : AmazonWebServiceRequest
    {
        public string? Namespace { get; set; }
        public List<MetricDatum>? MetricData { get; set; }
    }

    public class PutMetricDataResponse : AmazonWebServiceResponse;

    public class Dimension
    {
        public string? Name { get; set; }
        public string? Value { get; set; }
    }

    public class MetricDatum
    {
        public List<double>? Counts { get; set; }
        public List<Dimension>? Dimensions { get; set; }
        public string? MetricName { get; set; }
        public int? StorageResolution { get; set; }
        public DateTime? Timestamp { get; set; }
        public StandardUnit? Unit { get; set; }
        public double? Value { get; set; }
        public List<double>? Values { get; set; }
    }
}

namespace Amazon.CloudWatch
{
    public class StandardUnit(string value) : ConstantClass(value)
    {
        public static readonly StandardUnit Count = new("Count"),
            Milliseconds = new("Milliseconds"),
            None = new("None");

        public static implicit operator StandardUnit(string value) => FindValue<StandardUnit>(value);
    }

    public class AmazonCloudWatchException(string? m, Exception? i, ErrorType t, string? c, string? r, HttpStatusCode s)
        : AmazonServiceException(m, i, t, c, r, s);

    public class AmazonCloudWatchConfig : ClientConfig
    {
        private readonly string _userAgent = Amazon.Util.Internal.InternalSDKUtils.BuildUserAgentString(
            "CloudWatch",
            "4.0.0"
        );

        public AmazonCloudWatchConfig()
            : base(JsonService.DefaultConfiguration())
        {
            base.ServiceId = "CloudWatch";
            AuthenticationServiceName = "monitoring";
            EndpointProvider = new RegionEndpointProvider("monitoring");
        }

        public override string RegionEndpointServiceName => "monitoring";
        public override string ServiceVersion => "2010-08-01";
        public override string UserAgent => _userAgent;

        public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters p) =>
            EndpointProvider.ResolveEndpoint(RegionParameters.From(this, p.AlternateEndpoint));
    }

    public interface IAmazonCloudWatch : IDisposable
    {
        Task<PutMetricDataResponse> PutMetricDataAsync(
            PutMetricDataRequest request,
            CancellationToken cancellationToken = default
        );
    }

    public class AmazonCloudWatchClient : AmazonServiceClient, IAmazonCloudWatch
    {
        private static readonly IServiceMetadata Metadata = new JsonServiceMetadata("CloudWatch");
        private static readonly ServiceTraits Traits = new(
            "Amazon.CloudWatch",
            "CloudWatch",
            "monitoring",
            "GraniteServiceVersion20100801",
            "2010-08-01",
            "application/x-amz-json-1.0",
            f => new AmazonCloudWatchException(f.Message, f.Inner, f.Type, f.Code, f.RequestId, f.Status)
        );

        public AmazonCloudWatchClient()
            : this(new AmazonCloudWatchConfig()) { }

        public AmazonCloudWatchClient(AmazonCloudWatchConfig config)
            : base(config) { }

        public AmazonCloudWatchClient(AWSCredentials credentials, AmazonCloudWatchConfig clientConfig)
            : base(credentials, clientConfig) { }

        protected override IServiceMetadata ServiceMetadata => Metadata;

        protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => JsonService.Customize(pipeline);

        private static readonly JsonOperation<PutMetricDataRequest, PutMetricDataResponse> PutMetricData = new(
            Traits,
            "PutMetricData",
            static (w, r) =>
            {
                w.WriteString("Namespace", r.Namespace);
                w.WriteStartArray("MetricData");
                foreach (var d in r.MetricData ?? [])
                {
                    w.WriteStartObject();
                    w.WriteString("MetricName", d.MetricName);
                    if (d.Dimensions is not null)
                    {
                        w.WriteStartArray("Dimensions");
                        foreach (var x in d.Dimensions)
                        {
                            w.WriteStartObject();
                            w.WriteString("Name", x.Name);
                            w.WriteString("Value", x.Value);
                            w.WriteEndObject();
                        }
                        w.WriteEndArray();
                    }
                    if (d.Timestamp is { } t)
                        w.WriteNumber("Timestamp", JsonService.Epoch(t));
                    if (d.Value is { } v)
                        w.WriteNumber("Value", v);
                    if (d.Values is not null)
                    {
                        w.WriteStartArray("Values");
                        foreach (var x in d.Values)
                            w.WriteNumberValue(x);
                        w.WriteEndArray();
                    }
                    if (d.Counts is not null)
                    {
                        w.WriteStartArray("Counts");
                        foreach (var x in d.Counts)
                            w.WriteNumberValue(x);
                        w.WriteEndArray();
                    }
                    if (d.Unit is not null)
                        w.WriteString("Unit", d.Unit.Value);
                    if (d.StorageResolution is { } s)
                        w.WriteNumber("StorageResolution", s);
                    w.WriteEndObject();
                }
                w.WriteEndArray();
            },
            static _ => new PutMetricDataResponse(),
            gzip: true
        );

        public virtual Task<PutMetricDataResponse> PutMetricDataAsync(
            PutMetricDataRequest request,
            CancellationToken cancellationToken = default
        ) => InvokeAsync<PutMetricDataResponse>(request, PutMetricData.Options(), cancellationToken);
    }
}
