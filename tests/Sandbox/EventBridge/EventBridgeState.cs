using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge.Resources;

namespace Firetiger.Sandbox.EventBridge;

/// <summary>
/// What exists. Operations change it one at a time; deliveries read it meanwhile, so that a mended password or a raised
/// rate counts from the next attempt.
/// </summary>
internal sealed class EventBridgeState
{
    public EventBridgeState(DateTimeOffset now) =>
        Buses[EventBus.DefaultName] = new EventBus(EventBus.DefaultName, now);

    public ConcurrentDictionary<string, EventBus> Buses { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the rules by ARN.</summary>
    public ConcurrentDictionary<string, Rule> Rules { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, Connection> Connections { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, ApiDestination> ApiDestinations { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, Archive> Archives { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the tags by ARN.</summary>
    public ConcurrentDictionary<string, JsonArray> Tags { get; } = new(StringComparer.Ordinal);

    public IEnumerable<Rule> RulesOf(string busName) =>
        Rules
            .Values.Where(rule => string.Equals(rule.BusName, busName, StringComparison.Ordinal))
            .OrderBy(rule => rule.Name, StringComparer.Ordinal);

    public IEnumerable<Archive> ArchivesOf(string busName) =>
        Archives.Values.Where(archive => string.Equals(archive.BusName, busName, StringComparison.Ordinal));

    public Connection? ConnectionByArn(string arn) =>
        Connections.Values.SingleOrDefault(item => string.Equals(item.Arn, arn, StringComparison.Ordinal));

    public ApiDestination? ApiDestinationByArn(string arn) =>
        ApiDestinations.Values.SingleOrDefault(item => string.Equals(item.Arn, arn, StringComparison.Ordinal));
}
