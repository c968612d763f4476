using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge.Delivery;
using Firetiger.Sandbox.EventBridge.Operations;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge;

/// <summary>EventBridge: buses, rules, API destinations, and what becomes of every event.</summary>
internal sealed class EventBridgeService : IAwsService
{
    private readonly Lock _oneAtATime = new();
    private readonly Dictionary<string, Operation> _operations;

    public EventBridgeService(SandboxContext context)
    {
        var state = new EventBridgeState(context.Clock.Now);
        Journal = new DeliveryJournal(context.Clock);
        var router = new EventRouter(state, Journal, new DeliveryEngine(context, state, Journal), context.Stopping);
        var rules = new RuleOperations(context, state);
        _operations = new Dictionary<string, Operation>(
            [
                .. new EventBusOperations(context, state).All,
                .. new PermissionOperations(context, state).All,
                .. rules.All,
                .. new TargetOperations(state, rules).All,
                .. new ConnectionOperations(context, state).All,
                .. new ApiDestinationOperations(context, state).All,
                .. new ArchiveOperations(context, state).All,
                .. new TagOperations(context, state).All,
            ],
            StringComparer.Ordinal
        )
        {
            ["PutEvents"] = new PutEventsOperation(context, state, router).Run,
            ["TestEventPattern"] = new TestEventPatternOperation(context).Run,
        };
    }

    public string SigningName => "events";

    public DeliveryJournal Journal { get; }

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        if (!_operations.TryGetValue(request.Operation, out var operation))
        {
            throw AwsException.NotInSandbox(SigningName, request.Operation);
        }

        lock (_oneAtATime)
        {
            return Task.FromResult(operation(request));
        }
    }
}
