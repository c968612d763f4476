using System.Text.Json.Nodes;
using Firetiger.Template.Tests.Checks;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>A check on the template as it is, and on a copy with one mistake in it, to see the check object.</summary>
internal static class Mutation
{
    extension(Func<Stack, IEnumerable<string>> check)
    {
        public void ShouldHold() => Findings.In(TemplateFile.Read(), check).ShouldBeEmpty();

        public void ShouldObjectTo(Action<JsonObject> mistake, string because)
        {
            var template = TemplateFile.Read();
            mistake(template["Resources"]!.AsObject());

            Findings.In(template, check).ShouldContain(finding => finding.Contains(because));
        }

        public void ShouldObjectToOutput(string output, JsonNode value, string because)
        {
            var template = TemplateFile.Read();
            template.At($"Outputs/{output}")!["Value"] = value;

            Findings.In(template, check).ShouldContain(finding => finding.Contains(because));
        }
    }
}
