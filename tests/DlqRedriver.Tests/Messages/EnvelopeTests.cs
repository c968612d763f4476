using System.Text;
using Firetiger.DlqRedriver.Messages;

namespace Firetiger.DlqRedriver.Tests.Messages;

public sealed class EnvelopeTests
{
    private static readonly DateTimeOffset First = new(2026, 11, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly RedriveCounts Counts = new(2, 1, First);

    [Fact]
    public void An_envelope_carries_the_counts_and_the_event_byte_for_byte()
    {
        var detail = EnvelopeWriter.Write(Counts, "TIMEOUT", Encoding.UTF8.GetBytes(Some.Event));

        detail.ShouldBe(
            """{"attempt":2,"probe":1,"firstDeadLetteredAt":"2026-11-01T02:03:04.005Z","errorCode":"TIMEOUT","event":"""
                + Some.Event
                + "}"
        );
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var detail = EnvelopeWriter.Write(Counts, "TIMEOUT", Encoding.UTF8.GetBytes(Some.Event));

        var content = Read(Some.FailedCopy(detail));

        content.Shape.ShouldBe(BodyShape.Enveloped);
        content.Counts.ShouldBe(Counts);
        Encoding.UTF8.GetString(content.Event.Span).ShouldBe(Some.Event);
    }

    [Fact]
    public void An_event_a_thousand_levels_deep_survives()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 999)) + "{}" + new string('}', 999);
        var detail = EnvelopeWriter.Write(Counts, null, Encoding.UTF8.GetBytes(deep));

        var content = Read(Some.FailedCopy(detail));

        Encoding.UTF8.GetString(content.Event.Span).ShouldBe(deep);
    }

    [Theory]
    [InlineData("\"attempt\":-1")]
    [InlineData("\"attempt\":\"2\"")]
    [InlineData("\"attempt\":1.5")]
    [InlineData("\"attempt\":-1e400")]
    [InlineData("\"attempts\":1")]
    public void An_envelope_without_a_sensible_attempt_is_damaged(string attempt)
    {
        var detail = $$$"""{{{{attempt}}},"firstDeadLetteredAt":"2026-11-01T02:03:04Z","event":{}}""";

        Read(Some.FailedCopy(detail)).Shape.ShouldBe(BodyShape.EnvelopeDamaged);
    }

    [Theory]
    [InlineData("\"firstDeadLetteredAt\":\"yesterday\"")]
    [InlineData("\"firstDeadLetteredAt\":1")]
    [InlineData("\"first\":1")]
    public void An_envelope_without_a_date_is_damaged(string date)
    {
        var detail = $$$"""{"attempt":1,{{{date}}},"event":{}}""";

        Read(Some.FailedCopy(detail)).Shape.ShouldBe(BodyShape.EnvelopeDamaged);
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("9223372036854775808")]
    [InlineData("1e400")]
    public void A_huge_attempt_is_read_as_over_every_limit(string attempt)
    {
        var detail = $$$"""{"attempt":{{{attempt}}},"firstDeadLetteredAt":"2026-11-01T02:03:04Z","event":{}}""";

        Read(Some.FailedCopy(detail)).Counts!.Attempt.ShouldBe(RedriveCounts.LargestCount);
    }

    [Fact]
    public void An_envelope_is_unwrapped_whatever_rule_failed_it()
    {
        var body = Some.FailedCopy(EnvelopeWriter.Write(Counts, null, "{}"u8));

        var content = BodyReader.Read(Encoding.UTF8.GetBytes(body), fromRedriveRule: false);

        content.Shape.ShouldBe(BodyShape.Enveloped);
    }

    [Fact]
    public void A_body_of_the_redrive_rule_without_an_envelope_has_lost_it() =>
        Read(Some.Event).Shape.ShouldBe(BodyShape.EnvelopeLost);

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("{\"a\":1}{}")]
    [InlineData("{\"a\":1,}")]
    public void A_body_that_is_not_one_JSON_object_is_no_event(string body) =>
        Read(body).Shape.ShouldBe(BodyShape.NotAnEvent);

    [Fact]
    public void An_event_that_the_bus_could_not_decrypt_is_known() =>
        Read("""{"detail-type":"Encrypted Events","detail":{}}""").Shape.ShouldBe(BodyShape.Encrypted);

    private static BodyContent Read(string body) =>
        BodyReader.Read(Encoding.UTF8.GetBytes(body), fromRedriveRule: true);
}
