using Firetiger.DlqRedriver.Settings;

namespace Firetiger.DlqRedriver.Tests.Settings;

public sealed class RedriveSettingsTests
{
    [Fact]
    public void What_is_optional_has_the_documented_default()
    {
        var settings = RedriveSettings.Read(Complete().GetValueOrDefault);

        settings.InvocationRatePerSecond.ShouldBe(1);
        settings.RedriveInterval.ShouldBe(TimeSpan.FromMinutes(5));
        settings.RedriveShare.ShouldBe(0.5);
        settings.RedriveMaxAttempts.ShouldBe(5);
        settings.RedriveMaxAge.ShouldBe(TimeSpan.FromDays(30));
        settings.BackoffBase.ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Every_problem_is_reported_at_once()
    {
        var environment = Complete();
        environment.Remove("STACK_NAME");
        environment["DEAD_LETTER_QUEUE_URL"] = "queue";
        environment["REDRIVE_SHARE"] = "1.5";
        environment["REDRIVE_MAX_ATTEMPTS"] = "0";

        var thrown = Should.Throw<InvalidSettingsException>(() => RedriveSettings.Read(environment.GetValueOrDefault));

        thrown.Message.ShouldBe(
            "Settings of the environment: DEAD_LETTER_QUEUE_URL must be the URL of a queue; it is 'queue'; "
                + "STACK_NAME must be set; REDRIVE_SHARE must be a number over 0 and at most 1; it is '1.5'; "
                + "REDRIVE_MAX_ATTEMPTS must be a whole number from 1 to 100; it is '0'."
        );
    }

    private static Dictionary<string, string> Complete() =>
        new(StringComparer.Ordinal)
        {
            ["DEAD_LETTER_QUEUE_URL"] = "https://sqs.us-east-1.amazonaws.com/123456789012/dead",
            ["QUARANTINE_QUEUE_URL"] = "https://sqs.us-east-1.amazonaws.com/123456789012/quarantine",
            ["REDRIVE_BUS_NAME"] = "redrive-bus",
            ["REDRIVE_RULE_NAME"] = "redrive-rule",
            ["LIVE_RULE_NAME"] = "live-rule",
            ["API_DESTINATION_NAME"] = "firetiger",
            ["CONNECTION_NAME"] = "firetiger",
            ["STACK_NAME"] = "stack",
        };
}
