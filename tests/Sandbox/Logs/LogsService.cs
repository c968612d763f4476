using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Logs;

/// <summary>CloudWatch Logs.</summary>
internal sealed class LogsService : IAwsService
{
    private readonly SandboxContext _context;
    private readonly LogGroups _groups;
    private readonly LogEvents _events;
    private readonly LogDeliveries _deliveries;
    private readonly ResourcePolicies _policies = new();

    public LogsService(SandboxContext context)
    {
        _context = context;
        _groups = new LogGroups(context);
        _events = new LogEvents(context, _groups);
        _deliveries = new LogDeliveries(context, _groups);
    }

    public string SigningName => "logs";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        Func<JsonObject, JsonObject> run = request.Operation switch
        {
            "CreateLogGroup" => _groups.Create,
            "DeleteLogGroup" => _groups.Delete,
            "DescribeLogGroups" => _groups.Describe,
            "PutRetentionPolicy" => _groups.PutRetention,
            "DeleteRetentionPolicy" => _groups.DeleteRetention,
            "TagResource" => _groups.Tag,
            "PutResourcePolicy" => _policies.Put,
            "DeleteResourcePolicy" => _policies.Delete,
            "DescribeResourcePolicies" => _ => _policies.Describe(),
            "PutDeliverySource" => _deliveries.PutSource,
            "GetDeliverySource" => _deliveries.GetSource,
            "DescribeDeliverySources" => _ => _deliveries.DescribeSources(),
            "DeleteDeliverySource" => _deliveries.DeleteSource,
            "PutDeliveryDestination" => _deliveries.PutDestination,
            "GetDeliveryDestination" => _deliveries.GetDestination,
            "DescribeDeliveryDestinations" => _ => _deliveries.DescribeDestinations(),
            "DeleteDeliveryDestination" => _deliveries.DeleteDestination,
            "CreateDelivery" => _deliveries.Create,
            "DescribeDeliveries" => _ => _deliveries.Describe(),
            "DeleteDelivery" => _deliveries.Delete,
            "CreateLogStream" => _events.CreateStream,
            "PutLogEvents" => _events.Put,
            "GetLogEvents" => _events.Get,
            "FilterLogEvents" => _events.Filter,
            _ => throw AwsException.NotInSandbox(SigningName, request.Operation),
        };
        _context.Authorizer.Demand(
            request.Caller,
            $"{SigningName}:{request.Operation}",
            Resource(request.Input),
            _policies.Document
        );
        return Task.FromResult(run(request.Input));
    }

    private static string Resource(JsonObject input)
    {
        if (input.Text("logGroupName") is not { } group)
        {
            return input.Text("resourceArn") ?? "*";
        }

        var stream = input.Text("logStreamName") is { } name ? $"log-stream:{name}" : "*";
        return Account.Arn("logs", $"log-group:{group}:{stream}");
    }
}
