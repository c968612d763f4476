using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.CloudWatch;

/// <summary>CloudWatch: metrics; alarms and dashboards as stored things only.</summary>
internal sealed class CloudWatchService : IAwsService
{
    private readonly SandboxContext _context;
    private readonly MetricWriting _writing;
    private readonly MetricReading _reading;
    private readonly Alarms _alarms;
    private readonly Dashboards _dashboards = new();

    public CloudWatchService(SandboxContext context)
    {
        var store = new MetricStore();
        _context = context;
        _writing = new MetricWriting(context, store);
        _reading = new MetricReading(context, store);
        _alarms = new Alarms(context);
    }

    public string SigningName => "monitoring";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        Func<JsonObject, JsonObject> run = request.Operation switch
        {
            "PutMetricData" => _ => _writing.Run(request),
            "GetMetricData" => _reading.Get,
            "ListMetrics" => _reading.List,
            "PutMetricAlarm" => _alarms.Put,
            "DescribeAlarms" => _alarms.Describe,
            "DeleteAlarms" => _alarms.Delete,
            "PutDashboard" => _dashboards.Put,
            "GetDashboard" => _dashboards.Get,
            "DeleteDashboards" => _dashboards.Delete,
            _ => throw AwsException.NotInSandbox(SigningName, request.Operation),
        };
        foreach (var resource in Resources(request))
        {
            Demand(request, resource);
        }

        return Task.FromResult(run(request.Input));
    }

    private static IEnumerable<string> Resources(AwsRequest request) =>
        request.Operation switch
        {
            "PutMetricAlarm" => [Alarms.Arn(request.Input.Text("AlarmName") ?? "*")],
            "DescribeAlarms" => [Alarms.Arn("*")],
            "DeleteAlarms" => request.Input.Texts("AlarmNames").Select(Alarms.Arn),
            "PutDashboard" or "GetDashboard" => [Dashboards.Arn(request.Input.Text("DashboardName") ?? "*")],
            "DeleteDashboards" => request.Input.Texts("DashboardNames").Select(Dashboards.Arn),
            _ => ["*"],
        };

    // A service's own metrics need nobody's permission.
    private void Demand(AwsRequest request, string resource)
    {
        if (request.Caller is Principal.Service)
        {
            return;
        }

        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        if (request.Operation is "PutMetricData" && request.Input.Text("Namespace") is { } name)
        {
            keys["cloudwatch:namespace"] = name;
        }

        _context.Authorizer.Demand(
            request.Caller,
            $"cloudwatch:{request.Operation}",
            resource,
            resourcePolicy: null,
            keys
        );
    }
}
