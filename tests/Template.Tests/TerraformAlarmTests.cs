using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>That the Terraform module's alarms ring when those of the template do.</summary>
public sealed class TerraformAlarmTests
{
    private static readonly Stack OfTheTemplate = Stack.Of(TemplateFile.Read());

    private static string Rows => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "terraform", "alarms.tf"));

    [Fact]
    public void Every_alarm_rings_when_its_twin_in_the_template_does()
    {
        var expected = AlarmReading.In(OfTheTemplate);

        expected.Count.ShouldBe(11);
        AlarmReading.In(Rows, OfTheTemplate).ShouldBe(expected, ignoreOrder: true);
    }

    [Theory]
    [InlineData("[\"GreaterThanOrEqualToThreshold\", 0.75]", "[\"GreaterThanOrEqualToThreshold\", 0.8]")]
    [InlineData("= [2, 8]", "= [1, 8]")]
    [InlineData("= \"breaching\"", "= \"notBreaching\"")]
    [InlineData("seconds     = 21600", "seconds     = 3600")]
    [InlineData(
        "\"InvocationsFailedToBeSentToDlq\", \"Sum\", local.redrive_rule",
        "\"FailedInvocations\", \"Sum\", local.redrive_rule"
    )]
    [InlineData("\"RouteState\", \"Minimum\"", "\"RouteState\", \"Maximum\"")]
    [InlineData("expression = \"visible + inFlight\"", "expression = \"visible\"")]
    [InlineData("quarantine-not-empty =", "quarantine-full =")]
    public void A_difference_is_found(string text, string other)
    {
        var changed = Rows.Replace(text, other, StringComparison.Ordinal);

        changed.ShouldNotBe(Rows);
        AlarmReading.In(changed, OfTheTemplate).Except(AlarmReading.In(OfTheTemplate)).Count().ShouldBe(1);
    }
}
