using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Requests;

namespace Firetiger.DlqRedriver.Reporting;

/// <summary>Counts while a run goes on, so that whatever stops it, what was done is reported.</summary>
internal sealed class RunTally
{
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Decision, string? ErrorCode, int? HttpStatus), int> _decisions = [];
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private TimeSpan _oldest;
    private int? _budget;
    private GateReport? _gate;

    /// <summary>Gets or sets the messages received.</summary>
    public int Received { get; set; }

    /// <summary>Gets or sets the copies accepted, probes included.</summary>
    public int Redriven { get; set; }

    /// <summary>Gets or sets the probes accepted.</summary>
    public int Probed { get; set; }

    /// <summary>Gets or sets the messages hidden until they are due.</summary>
    public int Waiting { get; set; }

    /// <summary>Gets or sets the messages sent again to their own queue.</summary>
    public int Renewed { get; set; }

    /// <summary>Gets or sets the messages passed over.</summary>
    public int Skipped { get; set; }

    /// <summary>Gets or sets how many of them a release would be in vain for.</summary>
    public int InVain { get; set; }

    /// <summary>Gets or sets the messages that could not be moved or hidden.</summary>
    public int Failed { get; set; }

    /// <summary>Gets or sets the messages deleted.</summary>
    public int Deleted { get; set; }

    /// <summary>Gets or sets the copies received that failed lately.</summary>
    public int CameBack { get; set; }

    /// <summary>Gets what is wrong with the route.</summary>
    public string? RouteProblem { get; private set; }

    /// <summary>Gets what is known of the route, or null before a look.</summary>
    public RouteState? RouteState { get; private set; }

    /// <summary>Gets or sets the last failed call, or the unforeseen fault.</summary>
    public string? Fault { get; set; }

    /// <summary>Gets or sets the messages sent back to the dead-letter queue.</summary>
    public int Released { get; set; }

    /// <summary>Gets or sets how full the queues are.</summary>
    public QueuesReport? Queues { get; set; }

    /// <summary>Gets the messages shown.</summary>
    public List<MessageReport> Messages { get; } = [];

    /// <summary>Gets or sets what became of a delivery test.</summary>
    public TestReport? Test { get; set; }

    /// <summary>Keeps how far the run may go.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="health">What it saw.</param>
    public void Opened(Gate gate, DestinationHealth? health)
    {
        _budget = gate.Budget;
        _gate = GateReport.Of(gate, health);
    }

    /// <summary>Takes note of a look at the route.</summary>
    /// <param name="problem">What is wrong with it, or null.</param>
    public void LookedAtRoute(string? problem) =>
        (RouteProblem, RouteState) = (
            problem,
            problem is null ? Reporting.RouteState.Whole : Reporting.RouteState.Broken
        );

    /// <summary>Takes note of a look at the route that failed.</summary>
    public void FailedToLookAtRoute() => RouteState = Reporting.RouteState.NotChecked;

    /// <summary>Takes note of received messages.</summary>
    /// <param name="letters">The messages.</param>
    /// <param name="now">The time.</param>
    public void Saw(IEnumerable<DeadLetter> letters, DateTimeOffset now)
    {
        foreach (var letter in letters)
        {
            var age = now - letter.Counts.FirstDeadLetteredAt;
            _oldest = age > _oldest ? age : _oldest;
        }
    }

    /// <summary>Takes note of messages that are to be reported as failed unless they are moved.</summary>
    /// <param name="messageIds">The batch of an event source mapping.</param>
    public void Keep(IEnumerable<string> messageIds) => _kept.UnionWith(messageIds);

    /// <summary>Takes note of messages whose events are safe elsewhere.</summary>
    /// <param name="letters">The messages.</param>
    public void Moved(IEnumerable<DeadLetter> letters) => _kept.ExceptWith(letters.Select(letter => letter.MessageId));

    /// <summary>Counts decisions.</summary>
    /// <param name="decided">Messages and what to do with them.</param>
    public void Decided(IEnumerable<(DeadLetter Letter, Decision Decision)> decided)
    {
        foreach (var (letter, decision) in decided)
        {
            var key = (decision.GetType().Name, letter.Attributes.ErrorCode, letter.Attributes.HttpStatus);
            _decisions[key] = _decisions.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Lists the decisions by what was decided and why the last delivery failed.</summary>
    /// <returns>The counts.</returns>
    public IReadOnlyList<DecisionCount> Decisions() =>
        [
            .. _decisions
                .OrderBy(pair => pair.Key.Decision, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.ErrorCode, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.HttpStatus)
                .Select(pair => new DecisionCount(
                    pair.Key.Decision,
                    pair.Key.ErrorCode,
                    pair.Key.HttpStatus,
                    ErrorClasses.Of(pair.Key.ErrorCode).ToString(),
                    pair.Value
                )),
        ];

    /// <summary>Counts messages moved to quarantine.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="count">How many, 0 or more.</param>
    public void Quarantined(QuarantineReason reason, int count)
    {
        if (count > 0)
        {
            var name = reason.ToString();
            _reasons[name] = _reasons.GetValueOrDefault(name) + count;
        }
    }

    /// <summary>Makes the report.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="stopped">Why the run ended.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <returns>The report.</returns>
    public RunReport ToReport(Request request, StopReason stopped, TimeSpan elapsed) =>
        new()
        {
            Action = request.Action,
            DryRun = request.DryRun,
            Gate = _gate,
            Budget = _budget,
            Received = Received,
            Redriven = Redriven,
            Probed = Probed,
            Quarantined = _reasons.Values.Sum(),
            Waiting = Waiting,
            Renewed = Renewed,
            Skipped = Skipped,
            InVain = InVain,
            Failed = Failed,
            Deleted = Deleted,
            OldestMessageAgeSeconds = (long)_oldest.TotalSeconds,
            QuarantineReasons = _reasons.Count == 0 ? null : _reasons,
            RouteProblem = RouteProblem,
            RouteState = RouteState,
            Released = Released,
            Queues = Queues,
            Messages = Messages.Count == 0 ? null : Messages,
            Test = Test,
            Kept = _kept,
            Fault = Fault,
            StoppedBecause = stopped,
            Milliseconds = (long)elapsed.TotalMilliseconds,
        };
}
