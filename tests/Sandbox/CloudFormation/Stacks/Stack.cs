using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Resources;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Stacks;

/// <summary>A stack: one operation at a time changes it, anyone may look at it meanwhile.</summary>
/// <param name="context">The sandbox.</param>
/// <param name="identity">How it is known.</param>
/// <param name="plan">What it is to be.</param>
internal sealed class Stack(SandboxContext context, StackIdentity identity, StackPlan plan)
{
    private const string StackType = "AWS::CloudFormation::Stack";

    private readonly Lock _lock = new();
    private ImmutableList<StackEvent> _events = [];
    private ImmutableDictionary<string, StackEvent> _statuses = ImmutableDictionary<string, StackEvent>.Empty;

    public StackIdentity Identity { get; } = identity;

    public StackPlan Plan { get; set; } = plan;

    public DateTimeOffset CreationTime { get; } = context.Clock.Now;

    public DateTimeOffset? LastUpdatedTime { get; set; }

    public DateTimeOffset? DeletionTime { get; private set; }

    public string Status { get; private set; } = "CREATE_IN_PROGRESS";

    public string? StatusReason { get; private set; }

    public JsonArray Outputs { get; set; } = [];

    public JsonArray Tags { get; set; } = [];

    public JsonArray Capabilities { get; set; } = [];

    public bool DisableRollback { get; init; }

    /// <summary>Gets what it has, each resource after those it needs.</summary>
    public ImmutableList<StackResource> Resources { get; private set; } = [];

    /// <summary>Gets its history, oldest first.</summary>
    public ImmutableList<StackEvent> Events => _events;

    public bool IsBusy => Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal);

    public bool IsDeleted => Status is "DELETE_COMPLETE";

    public StackResource? Find(string logicalId) => Resources.Find(resource => resource.Is(logicalId));

    /// <summary>Gets the newest event of a resource, which is its status.</summary>
    /// <param name="logicalId">The resource.</param>
    /// <returns>The event.</returns>
    public StackEvent? StatusOf(string logicalId) => _statuses.GetValueOrDefault(logicalId);

    public IEnumerable<StackEvent> ResourceStatuses =>
        _statuses.Values.Where(status => status.ResourceType is not StackType);

    /// <summary>Adds or exchanges a resource.</summary>
    /// <param name="resource">The resource.</param>
    public void Put(StackResource resource)
    {
        lock (_lock)
        {
            var index = Resources.FindIndex(one => one.Is(resource.LogicalId));
            Resources = index < 0 ? Resources.Add(resource) : Resources.SetItem(index, resource);
        }
    }

    public void Drop(string logicalId)
    {
        lock (_lock)
        {
            Resources = Resources.RemoveAll(resource => resource.Is(logicalId));
        }
    }

    /// <summary>Puts the resources into a plan's order; those it does not have come first, to be deleted last.</summary>
    /// <param name="order">The plan's order.</param>
    public void Sort(IReadOnlyList<string> order)
    {
        lock (_lock)
        {
            var positions = order.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
            Resources = [.. Resources.OrderBy(resource => positions.GetValueOrDefault(resource.LogicalId, -1))];
        }
    }

    public void Enter(string status, string? reason = null)
    {
        AddEvent(Identity.Name, Identity.Id, StackType, status, reason);
        DeletionTime = status is "DELETE_COMPLETE" ? context.Clock.Now : DeletionTime;
        (StatusReason, Status) = (reason, status);
    }

    public void AddEvent(string logicalId, string physicalId, string type, string status, string? reason = null)
    {
        var id =
            type is StackType ? context.Ids.NextGuid().ToString() : $"{logicalId}-{status}-{context.Ids.NextGuid()}";
        var happened = new StackEvent(id, context.Clock.Now, logicalId, physicalId, type, status, reason);
        lock (_lock)
        {
            _events = _events.Add(happened);
            if (!IsOfReplaced(happened))
            {
                _statuses = _statuses.SetItem(logicalId, happened);
            }
        }
    }

    /// <summary>The clean-up after a replacement deletes the old resource; the stack's is the new one.</summary>
    private bool IsOfReplaced(StackEvent happened) =>
        happened.ResourceStatus.StartsWith("DELETE_", StringComparison.Ordinal)
        && Find(happened.LogicalResourceId) is { } now
        && !string.Equals(now.State.PhysicalId, happened.PhysicalResourceId, StringComparison.Ordinal);

    public ResourceState? StateOf(string logicalId) => Find(logicalId)?.State;
}
