using System.Text.RegularExpressions;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>That docs/security.md says what the template does.</summary>
public sealed partial class SecurityDocumentTests
{
    [Fact]
    public void Every_permission_is_explained_for_its_role() => Documented().ShouldBe(Granted(), ignoreOrder: true);

    private static HashSet<string> Granted() =>
        [
            .. from role in Stack.Of(TemplateFile.Read()).OfType("AWS::IAM::Role")
            from policy in role.Resource.Items("Properties/Policies")
            from statement in policy.Items("PolicyDocument/Statement")
            from action in statement.Texts("Action")
            select $"{role.Id} {action}",
        ];

    /// <summary>The first table; an empty first cell stands for the role above it.</summary>
    private static HashSet<string> Documented()
    {
        var role = "";
        var found = new HashSet<string>(StringComparer.Ordinal);
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "security.md"));
        foreach (var line in text.Split("## Who may use them")[0].Split('\n').Where(line => line.StartsWith('|')))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            role = cells[1].Length > 0 ? cells[1] : role;
            found.UnionWith(Action().Matches(cells[2]).Select(match => $"{role} {match.Groups["name"].Value}"));
        }

        return found;
    }

    [GeneratedRegex("`(?<name>[a-z]+:[A-Za-z]+)`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Action();
}
