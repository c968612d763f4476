using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>That the Terraform module keeps up with the template, and its documents with both.</summary>
public sealed partial class TerraformTests
{
    private static readonly string Module = Path.Combine(AppContext.BaseDirectory, "terraform");

    private static string Sources => string.Concat(Directory.GetFiles(Module, "*.tf").Select(File.ReadAllText));

    [Fact]
    public void The_README_lists_every_variable() =>
        Rows("| variable |").ShouldBe(Blocks("variable").Select(block => $"{block.Name} | {Description(block.Body)}"));

    [Fact]
    public void The_README_states_every_plain_default()
    {
        var readme = File.ReadAllText(Path.Combine(Module, "README.md"));
        var defaults = Blocks("variable")
            .Select(block => (block.Name, Match: PlainDefault().Match(block.Body)))
            .Where(block => block.Match.Success)
            .ToArray();

        defaults.Length.ShouldBeGreaterThan(25);
        foreach (var (name, match) in defaults)
        {
            readme.ShouldMatch($@"\| {name} \| .* \| `{Regex.Escape(match.Groups["value"].Value)}` \|");
        }
    }

    [Fact]
    public void The_README_lists_every_output() =>
        Rows("| output |").ShouldBe(Blocks("output").Select(block => $"{block.Name} | {Description(block.Body)}"));

    [Fact]
    public void The_roles_may_do_what_those_of_the_template_may()
    {
        var granted =
            from role in Stack.Of(TemplateFile.Read()).OfType("AWS::IAM::Role")
            from policy in role.Resource.Items("Properties/Policies")
            from statement in policy.Items("PolicyDocument/Statement")
            from action in statement.Texts("Action")
            select action;

        Action()
            .Matches(Sources)
            .Select(match => match.Groups["action"].Value)
            .Except(["sts:AssumeRole", "sns:Publish"], StringComparer.Ordinal)
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(granted.Distinct(StringComparer.Ordinal), ignoreOrder: true);
    }

    [Fact]
    public void The_event_log_takes_lines_from_whom_that_of_the_template_does()
    {
        var document = Stack.Of(TemplateFile.Read()).Resources["LogPolicy"].Text("Properties/PolicyDocument")!;
        var writers = JsonNode.Parse(document)!.Items("Statement")[0].Texts("Principal/Service");

        var both = $"Principal = {{ Service = [{string.Join(", ", writers.Select(writer => $"\"{writer}\""))}] }}";
        Sources.Split(both).Length.ShouldBe(3);
    }

    [Fact]
    public void The_redriver_has_the_settings_that_the_template_gives_it()
    {
        var settings = TemplateFile.Read()["Resources"]!["DlqRedriverFunction"]!["Properties"]!["Environment"]![
            "Variables"
        ]!
            .AsObject()
            .Select(setting => setting.Key);

        Setting()
            .Matches(File.ReadAllText(Path.Combine(Module, "redriver.tf")))
            .Select(match => match.Groups["name"].Value)
            .ShouldBe(settings, ignoreOrder: true);
    }

    [Fact]
    public void The_pattern_is_checked_by_the_rules_version_of_the_template()
    {
        var version = TemplateFile.Read()["Resources"]!["EventPatternCheck"]!["Properties"]!["RulesVersion"]!;

        Sources.ShouldContain($"rules_version = \"{version.GetValue<string>()}\"");
    }

    [Fact]
    public void A_range_is_that_of_the_template()
    {
        var ranges = (
            from name in TemplateFile.Read().Keys("Parameters")
            let range = Range().Match(TemplateFile.Read().Text($"Parameters/{name}/ConstraintDescription") ?? "")
            where range.Success
            select (
                Name: SnakeCase(name),
                range.Value,
                Least: range.Groups["least"].Value,
                Most: range.Groups["most"].Value
            )
        ).ToArray();

        ranges.Length.ShouldBeGreaterThan(6);
        foreach (var range in ranges)
        {
            var body = Body(range.Name);
            body.ShouldContain($"must be {range.Value}");
            body.ShouldContain($"var.{range.Name} >= {range.Least} && var.{range.Name} <= {range.Most}");
            if (range.Value.StartsWith("a whole", StringComparison.Ordinal))
            {
                body.ShouldContain($"floor(var.{range.Name}) == var.{range.Name}");
            }
        }
    }

    [Theory]
    [InlineData("FiretigerEndpoint")]
    [InlineData("FiretigerCredentialsArn")]
    [InlineData("AlarmTopicArn")]
    [InlineData("IamPermissionsBoundaryArn")]
    [InlineData("FiretigerCredentialsVersion")]
    public void An_identifier_is_taken_where_the_template_takes_it(string parameter) =>
        Body(SnakeCase(parameter))
            .ShouldContain($"regex(\"{TemplateFile.Read().Text($"Parameters/{parameter}/AllowedPattern")}\"");

    [Theory]
    [InlineData("aws_cloudwatch_event_rule\" \"ecs_events")]
    [InlineData("aws_cloudwatch_event_target\" \"firetiger")]
    public void A_rule_of_another_name_takes_events_before_the_old_one_goes(string resource) =>
        Regex
            .Match(
                Sources,
                $@"^resource ""{resource}"" \{{\n.*?^\}}",
                RegexOptions.Multiline | RegexOptions.Singleline,
                matchTimeout: TimeSpan.FromSeconds(5)
            )
            .Value.ShouldContain("create_before_destroy = true");

    [Theory]
    [InlineData("out-of-memory")]
    [InlineData("failures")]
    [InlineData("all-changes")]
    public void An_example_has_the_pattern_of_its_preset(string name)
    {
        var example = File.ReadAllText(Path.Combine(Module, "examples", name, "main.tf"));
        var preset = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "patterns", $"{name}.json"));

        JsonNode
            .DeepEquals(JsonNode.Parse(Heredoc().Match(example).Groups["text"].Value), JsonNode.Parse(preset))
            .ShouldBeTrue();
    }

    private static (string Name, string Body)[] Blocks(string kind)
    {
        var blocks = Block()
            .Matches(File.ReadAllText(Path.Combine(Module, $"{kind}s.tf")))
            .Select(match => (match.Groups["name"].Value, match.Groups["body"].Value))
            .ToArray();
        blocks.ShouldNotBeEmpty();
        return blocks;
    }

    private static string Body(string variable) => Blocks("variable").Single(block => block.Name == variable).Body;

    private static string SnakeCase(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    private static string Description(string body) =>
        DescriptionText().Match(body).Groups["text"].Value.Replace("\\\"", "\"", StringComparison.Ordinal);

    /// <summary>The first two cells of each row of the table that begins with a heading.</summary>
    private static IEnumerable<string> Rows(string heading) =>
        File.ReadLines(Path.Combine(Module, "README.md"))
            .SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => $"{cells[1]} | {cells[2]}");

    [GeneratedRegex(
        """^(variable|output) "(?<name>\w+)" \{\n(?<body>.*?)^\}""",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Block();

    [GeneratedRegex(
        "(a whole number|a number) from (?<least>[0-9.]+) to (?<most>[0-9]+)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Range();

    [GeneratedRegex("(?<!^)(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex WordStart();

    [GeneratedRegex(
        """^  description = "(?<text>([^"\\]|\\.)*)"$""",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex DescriptionText();

    [GeneratedRegex(
        """^  default +=\s(?<value>[^<{\n].*|\{\})$""",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex PlainDefault();

    [GeneratedRegex(
        "\"(?<action>(sqs|events|logs|cloudwatch|lambda|sns|sts):[A-Z][A-Za-z]+)\"",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Action();

    [GeneratedRegex(
        "^ +(?<name>[A-Z_]{5,}) +=",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Setting();

    [GeneratedRegex(
        @"<<-JSON\n(?<text>.*?)\n +JSON",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Heredoc();
}
