using Firetiger.Sandbox.CloudFormation;
using Firetiger.Sandbox.CloudWatch;
using Firetiger.Sandbox.EventBridge;
using Firetiger.Sandbox.Iam;
using Firetiger.Sandbox.Ingest;
using Firetiger.Sandbox.Lambda;
using Firetiger.Sandbox.Logs;
using Firetiger.Sandbox.Scheduler;
using Firetiger.Sandbox.SecretsManager;
using Firetiger.Sandbox.Sns;
using Firetiger.Sandbox.Sqs;
using Firetiger.Sandbox.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Firetiger.Sandbox.Hosting;

/// <summary>A running sandbox: every service on one loopback port.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly CancellationTokenSource _stopping;

    private SandboxHost(WebApplication server, CancellationTokenSource stopping, SandboxContext context)
    {
        _server = server;
        _stopping = stopping;
        Context = context;
    }

    public SandboxContext Context { get; }

    /// <summary>Gets what EventBridge did with every event.</summary>
    public required DeliveryJournal Journal { get; init; }

    public required SchedulerService Scheduler { get; init; }

    public required LambdaService Lambda { get; init; }

    public required SqsService Sqs { get; init; }

    /// <summary>Gets the stand-in for Firetiger.</summary>
    public required IngestEndpoint Ingest { get; init; }

    /// <summary>Gets the value for AWS_ENDPOINT_URL.</summary>
    public Uri Endpoint => Context.Endpoint;

    /// <summary>Starts one.</summary>
    /// <param name="options">What to start.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running sandbox.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxHost> StartAsync(
        SandboxOptions options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var stopping = new CancellationTokenSource();
        var identities = new Identities();
        var context = new SandboxContext
        {
            Options = options,
            Clock = new SandboxClock(time, options.TimeScale),
            Ids = new IdSource(options.Seed),
            Aws = new AwsDispatcher(),
            Authorizer = new Authorizer(identities),
            Identities = identities,
            Stopping = stopping.Token,
        };
        var sqs = new SqsService(context);
        var events = new EventBridgeService(context);
        var scheduler = new SchedulerService(context);
        var lambda = new LambdaService(context);
        var ingest = new IngestEndpoint(context);
        IAwsService[] services =
        [
            new IamService(context),
            new StsService(context),
            sqs,
            events,
            scheduler,
            new CloudWatchService(context),
            new LogsService(context),
            new SnsService(context),
            new SecretsManagerService(context),
            lambda,
            new CloudFormationService(context),
        ];
        var server = Build(options);
        foreach (var service in services)
        {
            context.Aws.Add(service);
            (service as IHttpEndpoints)?.Map(server);
        }

        ingest.Map(server);
        options.Page?.Map(server);
        new AwsHttp(context).Map(server);
        await server.StartAsync(cancellationToken);
        context.Endpoint = new Uri(server.Urls.Single());
        return new SandboxHost(server, stopping, context)
        {
            Journal = events.Journal,
            Scheduler = scheduler,
            Ingest = ingest,
            Lambda = lambda,
            Sqs = sqs,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _server.DisposeAsync();
        _stopping.Dispose();
    }

    private static WebApplication Build(SandboxOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024);
        return builder.Build();
    }
}
