using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firetiger.DlqRedriver.Settings;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>
/// That the functions and AWS take whatever the template lets through. A parameter of type Number lets 2.5 and 1e1 through, as they
/// are written: the redrive would refuse to start, and an update would fail in the middle.
/// </summary>
public sealed class FunctionSettingTests
{
    private static readonly JsonObject Template = TemplateFile.Read();

    [Theory]
    [InlineData("InvocationRatePerSecond", "INVOCATION_RATE_PER_SECOND", 1, 100_000)]
    [InlineData("RedriveMaxAttempts", "REDRIVE_MAX_ATTEMPTS", 1, 100)]
    [InlineData("RedriveMaxAgeDays", "REDRIVE_MAX_AGE_DAYS", 1, 365)]
    public void A_whole_number_is_taken_where_the_function_takes_it(
        string parameter,
        string setting,
        int least,
        int most
    )
    {
        Template.Text($"Parameters/{parameter}/ConstraintDescription")!.ShouldContain($"from {least} to {most}");
        for (var number = -1; number <= 110_000; number++)
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            var accepted = Accepts(parameter, text);

            accepted.ShouldBe(number >= least && number <= most, text);
            if (accepted || number < 2_000)
            {
                FunctionTakes(setting, text).ShouldBe(accepted, text);
            }
        }
    }

    [Theory]
    [InlineData("MaximumRetryAttempts", 1, 185)]
    [InlineData("MaximumEventAgeInSeconds", 60, 86_400)]
    [InlineData("DeadLetterQueueRetentionSeconds", 86_400, 1_209_600)]
    public void A_whole_number_is_taken_where_AWS_takes_it(string parameter, int least, int most)
    {
        Template.Text($"Parameters/{parameter}/ConstraintDescription")!.ShouldContain($"from {least} to {most}");
        for (var number = -1; number <= 1_300_000; number++)
        {
            var text = number.ToString(CultureInfo.InvariantCulture);

            Accepts(parameter, text).ShouldBe(number >= least && number <= most, text);
        }
    }

    [Theory]
    [InlineData("0.01")]
    [InlineData("0.015")]
    [InlineData("0.1")]
    [InlineData("0.25")]
    [InlineData("0.50")]
    [InlineData("0.999")]
    [InlineData("1")]
    [InlineData("1.0")]
    public void A_share_is_taken(string share)
    {
        Accepts("RedriveShare", share).ShouldBeTrue();
        FunctionTakes("REDRIVE_SHARE", share).ShouldBeTrue();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("0.009")]
    [InlineData("1.01")]
    [InlineData("2")]
    [InlineData(".5")]
    [InlineData("-0.5")]
    [InlineData("0,5")]
    [InlineData("5e-1")]
    [InlineData("1e0")]
    [InlineData("")]
    public void A_share_that_the_function_or_an_alarm_would_read_otherwise_is_refused(string share) =>
        Accepts("RedriveShare", share).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("2.5")]
    [InlineData("2.0")]
    [InlineData("1e1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("01")]
    [InlineData(" 1")]
    [InlineData("1\n")]
    [InlineData("1,000")]
    public void A_text_that_is_no_whole_number_is_refused(string text)
    {
        string[] parameters =
        [
            "InvocationRatePerSecond",
            "MaximumRetryAttempts",
            "MaximumEventAgeInSeconds",
            "DeadLetterQueueRetentionSeconds",
            "RedriveMaxAttempts",
            "RedriveMaxAgeDays",
        ];
        foreach (var parameter in parameters)
        {
            Accepts(parameter, text).ShouldBeFalse(parameter);
        }
    }

    [Fact]
    public void No_number_may_be_written_otherwise() =>
        Template
            .Keys("Parameters")
            .Where(parameter =>
                Template.Text($"Parameters/{parameter}/Type") == "Number"
                && Template.At($"Parameters/{parameter}/AllowedValues") is null
            )
            .ShouldBeEmpty();

    /// <summary>As CloudFormation matches: the whole text.</summary>
    private static bool Accepts(string parameter, string text) =>
        Regex.IsMatch(
            text,
            $@"\A(?:{Template.Text($"Parameters/{parameter}/AllowedPattern")})\z",
            RegexOptions.None,
            matchTimeout: TimeSpan.FromSeconds(5)
        );

    private static bool FunctionTakes(string setting, string text)
    {
        try
        {
            RedriveSettings.Read(name => name == setting ? text : Required(name));
            return true;
        }
        catch (InvalidSettingsException)
        {
            return false;
        }
    }

    private static string? Required(string setting) =>
        setting.EndsWith("_URL", StringComparison.Ordinal) || setting.EndsWith("_NAME", StringComparison.Ordinal)
            ? "https://sqs.eu-west-1.amazonaws.com/111122223333/queue"
            : null;
}
