using Firetiger.Sandbox.EventBridge.Resources;

namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>Takes an event that entered a bus to the archives and to the targets of every rule that matches it.</summary>
internal sealed class EventRouter(
    EventBridgeState state,
    DeliveryJournal journal,
    DeliveryEngine engine,
    CancellationToken stopping
)
{
    /// <summary>Begins the deliveries and does not wait for them. An event for a bus that is not there is gone.</summary>
    /// <param name="busName">The bus.</param>
    /// <param name="arrived">The event.</param>
    public void Route(string busName, BusEvent arrived)
    {
        if (!state.Buses.ContainsKey(busName))
        {
            journal.Add("", EventBus.ArnOf(busName), arrived.Id, DeliveryStep.Lost, "the bus does not exist");
            return;
        }

        foreach (var archive in state.ArchivesOf(busName))
        {
            state.Archives[archive.Name] = archive.Keep(arrived);
        }

        var matched = state.RulesOf(busName).Where(rule => rule.Enabled && rule.Pattern.IsMatch(arrived.Utf8)).ToList();
        if (matched.Count == 0)
        {
            journal.CountUnmatched();
        }

        matched.ForEach(rule => Trigger(rule, arrived));
    }

    private void Trigger(Rule rule, BusEvent matched)
    {
        var invocations = rule.Targets.Select(target => engine.Prepare(rule, target, matched)).ToList();
        _ = Task.Run(() => DeliverAllAsync(rule, invocations), stopping);
    }

    private Task DeliverAllAsync(Rule rule, IReadOnlyList<Invocation> invocations) =>
        Task.WhenAll(invocations.Select(DeliverAsync).Prepend(engine.CountMatchAsync(rule, stopping)));

    /// <summary>A fault of the sandbox itself must not look like an event on its way.</summary>
    private async Task DeliverAsync(Invocation invocation)
    {
        try
        {
            await engine.DeliverAsync(invocation, stopping);
        }
        catch (Exception crash) when (!stopping.IsCancellationRequested)
        {
            engine.NoteCrash(invocation, crash);
        }
    }
}
