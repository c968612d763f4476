#nullable enable annotations
// Shared plumbing for a hand-written AWS JSON service client on top of AWSSDK.Core's pipeline.
using System.Buffers;
using System.Net;
using System.Text.Json;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace AwsJsonService;

/// <summary>What is fixed for one service: names used for signing, endpoints and the wire protocol.</summary>
internal sealed record ServiceTraits(
    string ServiceName,
    string ServiceId,
    string HostLabel,
    string TargetPrefix,
    string ApiVersion,
    string ContentType,
    Func<ServiceFault, AmazonServiceException> Fault
);

internal readonly record struct ServiceFault(
    string? Message,
    Exception? Inner,
    ErrorType Type,
    string? Code,
    string? RequestId,
    HttpStatusCode Status
);

/// <summary>One API operation: how its request is written and its response read. Both sides of the SDK pipeline.</summary>
internal sealed class JsonOperation<TRequest, TResponse>(
    ServiceTraits traits,
    string name,
    Action<Utf8JsonWriter, TRequest> write,
    Func<JsonElement, TResponse> read,
    bool gzip = false
) : InvokeOptionsSource, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse
{
    private readonly Unmarshaller _unmarshaller = new(traits, read);

    public override InvokeOptions Options() => new() { RequestMarshaller = this, ResponseUnmarshaller = _unmarshaller };

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            write(writer, (TRequest)input);
            writer.WriteEndObject();
        }

        var request = new DefaultRequest(input, traits.ServiceName)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = buffer.WrittenSpan.ToArray(),
        };
        request.Headers["X-Amz-Target"] = traits.TargetPrefix + "." + name;
        request.Headers["Content-Type"] = traits.ContentType;
        request.Headers[HeaderKeys.XAmzApiVersion] = traits.ApiVersion;
        if (gzip)
            request.CompressionAlgorithm = CompressionEncodingAlgorithm.gzip;
        return request;
    }

    private sealed class Unmarshaller(ServiceTraits traits, Func<JsonElement, TResponse> read)
        : JsonResponseUnmarshaller
    {
        public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
        {
            using var body = Parse(context.Stream);
            var response = read(body.RootElement);
            response.ResponseMetadata = new ResponseMetadata { RequestId = RequestId(context.ResponseData) };
            return response;
        }

        public override AmazonServiceException UnmarshallException(
            JsonUnmarshallerContext context,
            Exception innerException,
            HttpStatusCode statusCode
        )
        {
            string? code = null,
                message = null;
            var http = context.ResponseData;
            if (http.IsHeaderPresent(HeaderKeys.XAmzErrorType))
                code = http.GetHeaderValue(HeaderKeys.XAmzErrorType);
            try
            {
                using var body = Parse(context.Stream);
                if (body.RootElement.ValueKind == JsonValueKind.Object)
                    foreach (var p in body.RootElement.EnumerateObject())
                    {
                        if (p.Value.ValueKind != JsonValueKind.String)
                            continue;
                        if (p.NameEquals("__type") || (p.NameEquals("code") && code is null))
                            code ??= p.Value.GetString();
                        else if (p.Name.Equals("message", StringComparison.OrdinalIgnoreCase))
                            message = p.Value.GetString();
                    }
            }
            catch (JsonException) { }

            // "namespace#Code:http://..." is reduced to "Code"; the query-compatible header wins when there is one.
            if (code is not null)
            {
                code = code[(code.LastIndexOf('#') + 1)..];
                if (code.IndexOf(':') is var colon and > 0)
                    code = code[..colon];
            }
            var type = statusCode >= HttpStatusCode.InternalServerError ? ErrorType.Receiver : ErrorType.Sender;
            return traits.Fault(
                new ServiceFault(message ?? code, innerException, type, code, RequestId(http), statusCode)
            );
        }

        private static JsonDocument Parse(Stream stream)
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.Length == 0
                ? JsonDocument.Parse("{}")
                : JsonDocument.Parse(copy.GetBuffer().AsMemory(0, (int)copy.Length));
        }

        private static string? RequestId(IWebResponseData http) =>
            http.IsHeaderPresent(HeaderKeys.RequestIdHeader) ? http.GetHeaderValue(HeaderKeys.RequestIdHeader) : null;
    }
}

internal abstract class InvokeOptionsSource
{
    public abstract InvokeOptions Options();
}

internal sealed class JsonServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;
    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(0);
}

internal sealed class RegionParameters : EndpointParameters
{
    public string? Region,
        ServiceUrl;
    public bool DualStack,
        Fips;

    public static RegionParameters From(IClientConfig config, RegionEndpoint? alternate = null)
    {
        var region = (alternate ?? config.RegionEndpoint)?.SystemName;
        if (region is null && !string.IsNullOrEmpty(config.ServiceURL))
            region = !string.IsNullOrEmpty(config.AuthenticationRegion)
                ? config.AuthenticationRegion
                : AWSSDKUtils.DetermineRegion(config.ServiceURL);
        return new()
        {
            Region = region,
            ServiceUrl = config.ServiceURL,
            DualStack = config.UseDualstackEndpoint,
            Fips = config.UseFIPSEndpoint,
        };
    }
}

internal sealed class RegionEndpointProvider(string host) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var p = (RegionParameters)parameters;
        if (!string.IsNullOrEmpty(p.ServiceUrl))
            return new Endpoint(p.ServiceUrl);
        if (string.IsNullOrEmpty(p.Region))
            throw new AmazonClientException("No RegionEndpoint or ServiceURL configured");
        var suffix = p.DualStack ? "api.aws" : RegionEndpoint.GetBySystemName(p.Region).PartitionDnsSuffix;
        return new Endpoint($"https://{host}{(p.Fips ? "-fips" : "")}.{p.Region}.{suffix}");
    }
}

internal sealed class RegionEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        RegionParameters.From(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);
}

internal sealed class SigV4Resolver : BaseAuthResolverHandler
{
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
        AuthSchemeOption.DEFAULT_SIGV4;
}

internal static class JsonService
{
    public static void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Resolver());
    }

    public static IDefaultConfigurationProvider DefaultConfiguration() =>
        new DefaultConfigurationProvider([
            Mode(DefaultConfigurationMode.Standard, 3.1),
            Mode(DefaultConfigurationMode.InRegion, 1.1),
            Mode(DefaultConfigurationMode.CrossRegion, 3.1),
            Mode(DefaultConfigurationMode.Mobile, 30),
        ]);

    private static DefaultConfiguration Mode(DefaultConfigurationMode mode, double seconds) =>
        new()
        {
            Name = mode,
            RetryMode = RequestRetryMode.Standard,
            ConnectTimeout = TimeSpan.FromSeconds(seconds),
            TlsNegotiationTimeout = TimeSpan.FromSeconds(seconds),
        };

    // Epoch seconds, as awsJson writes timestamps.
    public static double Epoch(DateTime t) => (t.ToUniversalTime() - DateTime.UnixEpoch).TotalMilliseconds / 1000.0;

    public static DateTime Time(JsonElement e) =>
        e.ValueKind == JsonValueKind.Number
            ? DateTime.UnixEpoch.AddMilliseconds(Math.Round(e.GetDouble() * 1000))
            : e.GetDateTime().ToUniversalTime();
}
