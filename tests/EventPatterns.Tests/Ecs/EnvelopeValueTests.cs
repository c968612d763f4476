namespace Firetiger.EventPatterns.Tests.Ecs;

/// <summary>EventBridge writes account, region and time into each event in one form; another one never matches.</summary>
public sealed class EnvelopeValueTests
{
    [Theory]
    [InlineData("an account of 12 digits", "account", "123456789012", "")]
    [InlineData("an account of 13 digits", "account", "1234567890123", "EP0416")]
    [InlineData("an account of 11 digits", "account", "12345678901", "EP0416")]
    [InlineData("a Region", "region", "eu-west-1", "")]
    [InlineData("a Region of a longer name", "region", "ap-southeast-2", "")]
    [InlineData("shorter than any Region", "region", "a-b-1", "EP0416")]
    [InlineData("longer than any Region", "region", "eu-west-12345678901234567890123456789", "EP0416")]
    [InlineData("a Region whose number is missing", "region", "eu-west-", "EP0416")]
    [InlineData("a time", "time", "2025-03-04T10:17:02Z", "")]
    [InlineData("a blank in place of the T of a time", "time", "2025-03-04 10:17:02Z", "EP0416")]
    [InlineData("a time with an offset in place of Z", "time", "2025-03-04T10:17:02+00:00", "EP0416")]
    public void A_value_is_one_that_events_can_have(string behaviour, string field, string value, string codes) =>
        Findings.Codes(PatternOf(field, value)).ShouldBe(codes, behaviour);

    [Theory]
    [InlineData("a year is a beginning of times", "2025", "match its beginning: `{\"prefix\": \"2025\"}`")]
    [InlineData("less than a year is no beginning that anybody means", "202", "match its beginning with `prefix`")]
    public void A_part_of_a_time_is_proposed_as_a_prefix(string behaviour, string value, string hint) =>
        Findings.OnlyHint(PatternOf("time", value)).ShouldBe(hint, behaviour);

    private static string PatternOf(string field, string value) =>
        $$"""{"source":["my.app"],"{{field}}":["{{value}}"]}""";
}
