using System.Text.Json;

namespace Firetiger.PatternValidator.Tests.CommandLine;

public sealed class SamplesCommandTests
{
    [Fact]
    public async Task The_sample_events_are_listed_with_their_detail_types()
    {
        var result = await CommandResult.OfAsync("", "samples");

        var lines = result.Output.TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(21);
        lines[0].ShouldBe("01-task-provisioning                      ECS Task State Change");
        lines[^1].ShouldBe("21-deployment-completed                   ECS Deployment State Change");
    }

    [Theory]
    [InlineData("04")]
    [InlineData("04-task-stopped-oom-fargate")]
    public async Task One_is_printed_by_its_name_or_the_beginning_of_it(string name)
    {
        var result = await CommandResult.OfAsync("", "samples", name);

        result.ExitCode.ShouldBe(0);
        JsonDocument
            .Parse(result.Output)
            .RootElement.GetProperty("detail")
            .GetProperty("stopCode")
            .GetString()
            .ShouldBe("EssentialContainerExited");
    }

    [Fact]
    public async Task All_of_them_are_events_to_match()
    {
        var all = await CommandResult.OfAsync("", "samples", "--all");

        var result = await CommandResult.OfAsync(all.Output, "match", Some.GoodPattern, "-");

        all.Output.Count(character => character == '\n').ShouldBe(21);
        result.Output.ShouldBe("21 events: 9 matched, 12 not matched\n");
    }
}
