namespace Firetiger.DlqRedriver.Settings;

/// <summary>What a deployment decides, read once from the environment of the function.</summary>
internal sealed record RedriveSettings
{
    /// <summary>Gets the URL of the queue that EventBridge dead-letters into (<c>DEAD_LETTER_QUEUE_URL</c>, required).</summary>
    public required string DeadLetterQueueUrl { get; init; }

    /// <summary>Gets the URL of the queue for what is given up (<c>QUARANTINE_QUEUE_URL</c>, required).</summary>
    public required string QuarantineQueueUrl { get; init; }

    /// <summary>Gets the name of the bus that copies are put on (<c>REDRIVE_BUS_NAME</c>, required).</summary>
    public required string RedriveBusName { get; init; }

    /// <summary>Gets the name of the rule on that bus (<c>REDRIVE_RULE_NAME</c>, required).</summary>
    public required string RedriveRuleName { get; init; }

    /// <summary>Gets the name of the rule that takes live events (<c>LIVE_RULE_NAME</c>, required).</summary>
    public required string LiveRuleName { get; init; }

    /// <summary>Gets the name of the live rule's bus (<c>LIVE_BUS_NAME</c>; <c>default</c>).</summary>
    public required string LiveBusName { get; init; }

    /// <summary>Gets the name of the API destination (<c>API_DESTINATION_NAME</c>, required).</summary>
    public required string ApiDestinationName { get; init; }

    /// <summary>Gets the name of the destination's connection (<c>CONNECTION_NAME</c>, required).</summary>
    public required string ConnectionName { get; init; }

    /// <summary>Gets the name of the stack, a dimension of every metric (<c>STACK_NAME</c>, required).</summary>
    public required string StackName { get; init; }

    /// <summary>Gets the destination's invocations per second (<c>INVOCATION_RATE_PER_SECOND</c>, 1 to 100,000; 1).</summary>
    public required int InvocationRatePerSecond { get; init; }

    /// <summary>Gets the time between two runs (<c>REDRIVE_INTERVAL_SECONDS</c>, 1 to 86,400 s; 300).</summary>
    public required TimeSpan RedriveInterval { get; init; }

    /// <summary>Gets the part of the rate that a run may use (<c>REDRIVE_SHARE</c>, over 0 to 1; 0.5).</summary>
    public required double RedriveShare { get; init; }

    /// <summary>Gets how many copies of an event are sent before it is given up (<c>REDRIVE_MAX_ATTEMPTS</c>, 1 to 100; 5).</summary>
    public required int RedriveMaxAttempts { get; init; }

    /// <summary>Gets how long an event is tried after it was first dead-lettered (<c>REDRIVE_MAX_AGE_DAYS</c>, 1 to 365 days; 30).</summary>
    public required TimeSpan RedriveMaxAge { get; init; }

    /// <summary>Gets the first wait, doubled with each attempt (<c>BACKOFF_BASE_SECONDS</c>, 1 to 21,600 s; 300).</summary>
    public required TimeSpan BackoffBase { get; init; }

    /// <summary>
    /// Gets how much of the past tells whether the destination works (<c>GATE_WINDOW_SECONDS</c>, 1 to 86,400 s; 600). It should
    /// be no shorter than the interval, or a run never sees what became of the copies of the one before.
    /// </summary>
    public required TimeSpan GateWindow { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <param name="environment">A variable's value by its name, or null.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="InvalidSettingsException">Some are missing or out of range; it names every one.</exception>
    public static RedriveSettings Read(Func<string, string?> environment)
    {
        var reader = new SettingsReader(environment);
        var settings = new RedriveSettings
        {
            DeadLetterQueueUrl = reader.Url("DEAD_LETTER_QUEUE_URL"),
            QuarantineQueueUrl = reader.Url("QUARANTINE_QUEUE_URL"),
            RedriveBusName = reader.Text("REDRIVE_BUS_NAME"),
            RedriveRuleName = reader.Text("REDRIVE_RULE_NAME"),
            LiveRuleName = reader.Text("LIVE_RULE_NAME"),
            LiveBusName = reader.Text("LIVE_BUS_NAME", "default"),
            ApiDestinationName = reader.Text("API_DESTINATION_NAME"),
            ConnectionName = reader.Text("CONNECTION_NAME"),
            StackName = reader.Text("STACK_NAME"),
            InvocationRatePerSecond = reader.Whole("INVOCATION_RATE_PER_SECOND", 1, 100_000, 1),
            RedriveInterval = TimeSpan.FromSeconds(reader.Whole("REDRIVE_INTERVAL_SECONDS", 1, 86_400, 300)),
            RedriveShare = reader.Share("REDRIVE_SHARE", 0.5),
            RedriveMaxAttempts = reader.Whole("REDRIVE_MAX_ATTEMPTS", 1, 100, 5),
            RedriveMaxAge = TimeSpan.FromDays(reader.Whole("REDRIVE_MAX_AGE_DAYS", 1, 365, 30)),
            BackoffBase = TimeSpan.FromSeconds(reader.Whole("BACKOFF_BASE_SECONDS", 1, 21_600, 300)),
            GateWindow = TimeSpan.FromSeconds(reader.Whole("GATE_WINDOW_SECONDS", 1, 86_400, 600)),
        };
        return reader.Problems.Count == 0 ? settings : throw new InvalidSettingsException(reader.Problems);
    }
}
