namespace Firetiger.Repository.Tests.Dependencies;

/// <summary>Who may know whom. <c>docs/architecture.md</c> says why.</summary>
public sealed class DependencyTests
{
    private const string Redriver = "DlqRedriver";
    private const string Validator = "PatternValidator";
    private const string Patterns = "Firetiger.EventPatterns";
    private const string Sandbox = "Sandbox";

    private static readonly string[] OurAssemblies = [Redriver, Validator, Patterns, Sandbox];

    // Values and time, and nothing that waits, reads or writes.
    private static readonly string[] PureParts =
    [
        "System",
        "System.Collections",
        "System.Collections.Generic",
        "System.Globalization",
        "System.Linq",
        "System.Runtime.CompilerServices",
        "System.Text",
    ];

    [Theory]
    [InlineData(Patterns)]
    [InlineData(Validator, Patterns)]
    [InlineData(Redriver)]
    [InlineData(Sandbox, Patterns)]
    public void An_assembly_knows_of_ours_only(string assembly, params string[] known) =>
        References.OfAssembly(assembly).Assemblies.Intersect(OurAssemblies).ShouldBe(known);

    [Fact]
    public void The_pattern_language_needs_nothing_but_the_framework() =>
        References
            .OfAssembly(Patterns)
            .Assemblies.ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void Policies_are_functions_of_values_and_time() =>
        Known(Redriver, "Firetiger.DlqRedriver.Policy")
            .Except(["", "Firetiger.DlqRedriver.Policy", "Firetiger.DlqRedriver.Messages"])
            .ShouldBeSubsetOf(PureParts);

    [Theory]
    [InlineData("Policy", "Messages")]
    [InlineData("Messages")]
    [InlineData("Settings")]
    [InlineData("Aws")]
    [InlineData("Requests", "Policy")]
    [InlineData("Routes", "Aws", "Messages")]
    [InlineData("Sending", "Aws", "Messages")]
    [InlineData("Health", "Aws", "Policy")]
    public void A_part_of_the_redriver_knows_only(string part, params string[] known) =>
        Parts(Redriver, part).Except([part]).ShouldBeSubsetOf(known);

    [Theory]
    [InlineData("Queues")]
    [InlineData("Reporting")]
    public void Only_the_entry_knows_actions_beside_themselves(string part) =>
        Parts(Redriver, part).ShouldNotContain("Actions");

    [Theory]
    [InlineData("Policy")]
    [InlineData("Settings")]
    [InlineData("Messages", "Amazon.SQS.Model")]
    [InlineData("Routes", "Amazon.EventBridge", "Amazon.EventBridge.Model", "Amazon.Runtime")]
    [InlineData("Sending", "Amazon.EventBridge", "Amazon.EventBridge.Model", "Amazon.Runtime")]
    [InlineData("Health", "Amazon.CloudWatch", "Amazon.CloudWatch.Model", "Amazon.Runtime")]
    public void A_part_of_the_redriver_knows_of_AWS_only(string part, params string[] known) =>
        Known(Redriver, $"Firetiger.DlqRedriver.{part}")
            .Where(name => name.StartsWith("Amazon.", StringComparison.Ordinal))
            .ShouldBeSubsetOf(known);

    [Fact]
    public void The_command_line_knows_neither_Lambda_nor_the_custom_resource()
    {
        Parts(Validator, "CommandLine").ShouldBe(["CommandLine"]);
        Known(Validator, "Firetiger.PatternValidator.CommandLine")
            .ShouldAllBe(name => !name.StartsWith("Amazon.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Firetiger.PatternValidator")]
    [InlineData("Firetiger.PatternValidator.Judgement")]
    [InlineData("Firetiger.PatternValidator.Protocol")]
    public void In_Lambda_the_command_line_is_not_touched(string part) =>
        Known(Validator, part)
            .ShouldAllBe(name =>
                !name.StartsWith("Firetiger.PatternValidator.CommandLine", StringComparison.Ordinal)
                && !name.StartsWith("System.CommandLine", StringComparison.Ordinal)
            );

    [Theory]
    [InlineData("Text", "Diagnostics")]
    [InlineData("Operators", "Diagnostics", "Matching", "Text")]
    [InlineData("Matching", "Diagnostics", "Operators", "Syntax", "Text")]
    [InlineData("Explanation", "Diagnostics", "Matching", "Operators", "Syntax", "Text")]
    public void A_part_of_the_pattern_language_knows_nothing_of_ECS_but_only(string part, params string[] known) =>
        Parts(Patterns, part).Except([part]).ShouldBeSubsetOf(known);

    [Fact]
    public void A_service_of_the_sandbox_knows_neither_demo_nor_page()
    {
        string[] shells = ["", "CommandLine", "Demo", "Page"];
        var services = References
            .OfAssembly(Sandbox)
            .Namespaces.Where(name => name.StartsWith("Firetiger.Sandbox.", StringComparison.Ordinal))
            .Where(name => !shells.Contains(Part(Sandbox, name), StringComparer.Ordinal))
            .ToList();

        services.Count.ShouldBeGreaterThan(10);
        services
            .SelectMany(name => Parts(Sandbox, name["Firetiger.Sandbox.".Length..]))
            .Intersect(["CommandLine", "Demo", "Page"])
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Iam")]
    // A function's code may come from there.
    [InlineData("Lambda", "S3")]
    [InlineData("Logs")]
    [InlineData("S3")]
    [InlineData("Scheduler")]
    [InlineData("SecretsManager")]
    [InlineData("Sns")]
    [InlineData("Sqs")]
    [InlineData("CloudWatch")]
    public void Services_of_the_sandbox_do_not_know_one_another(string service, params string[] known) =>
        Parts(Sandbox, service).Except([service, .. known]).ShouldBeSubsetOf(["Hosting", "Iam", "Wire"]);

    // What a part knows of its own assembly, by the name of the folder.
    private static IEnumerable<string> Parts(string assembly, string part)
    {
        var root = Root(assembly);
        return Known(assembly, $"{root}.{part}")
            .Where(name => name.StartsWith($"{root}.", StringComparison.Ordinal))
            .Select(name => Part(assembly, name))
            .Distinct();
    }

    private static IReadOnlyCollection<string> Known(string assembly, string name)
    {
        var references = References.OfAssembly(assembly);
        references.Namespaces.ShouldContain(name, "there is no such part");
        return references.Of(name);
    }

    private static string Part(string assembly, string name) =>
        name.Length > Root(assembly).Length ? name[(Root(assembly).Length + 1)..].Split('.')[0] : "";

    private static string Root(string assembly) =>
        assembly.StartsWith("Firetiger.", StringComparison.Ordinal) ? assembly : $"Firetiger.{assembly}";
}
