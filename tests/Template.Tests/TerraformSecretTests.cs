using System.Text.RegularExpressions;

namespace Firetiger.Template.Tests;

/// <summary>That no error of the Terraform module shows a secret.</summary>
public sealed partial class TerraformSecretTests
{
    private static string Variables =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "terraform", "variables.tf"));

    /// <summary>Terraform hides a sensitive value, but not in the errors of the variable's own validations.</summary>
    [Fact]
    public void A_sensitive_variable_leaves_its_validation_to_another()
    {
        var sensitive = Sensitive(Variables);

        sensitive.Select(variable => variable.Groups["name"].Value).ShouldBe(["firetiger_password"]);
        sensitive.ShouldAllBe(variable => !HasValidation(variable));
    }

    [Fact]
    public void A_validation_of_a_sensitive_variable_is_found()
    {
        const string Flag = "  sensitive   = true\n";

        var changed = Variables.Replace(Flag, Flag + "\n  validation {\n  }\n", StringComparison.Ordinal);

        Sensitive(changed).ShouldContain(variable => HasValidation(variable));
    }

    private static Match[] Sensitive(string terraform) =>
        [.. Variable().Matches(terraform).Where(variable => SensitiveFlag().IsMatch(variable.Groups["body"].Value))];

    private static bool HasValidation(Match variable) =>
        variable.Groups["body"].Value.Contains("\n  validation {\n", StringComparison.Ordinal);

    [GeneratedRegex(
        """^variable "(?<name>\w+)" \{\n(?<body>.*?)^\}""",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Variable();

    [GeneratedRegex(
        "^  sensitive += true$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex SensitiveFlag();
}
