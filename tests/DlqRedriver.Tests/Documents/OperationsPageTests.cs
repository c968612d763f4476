using System.Text;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;
using Firetiger.DlqRedriver.Settings;
using Firetiger.DlqRedriver.Tests.Fakes;

namespace Firetiger.DlqRedriver.Tests.Documents;

/// <summary>Holds <c>docs/operations.md</c> to the code.</summary>
public sealed partial class OperationsPageTests
{
    [Fact]
    public void Every_setting_has_a_row_and_no_row_is_without_a_setting()
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        Should.Throw<InvalidSettingsException>(() =>
            RedriveSettings.Read(name =>
            {
                asked.Add(name);
                return null;
            })
        );

        Rows("Settings").Select(row => row[0]).ShouldBe(asked, ignoreOrder: true);
    }

    [Fact]
    public void The_defaults_of_settings_are_those_of_the_page()
    {
        var rows = Rows("Settings").ToDictionary(row => row[0], row => row[3].Trim('`'), StringComparer.Ordinal);
        var required = rows.Where(row => row.Value is "required").Select(row => row.Key).ToList();
        string? Required(string name) => required.Contains(name) ? "https://example.com/1/queue" : null;

        var bare = RedriveSettings.Read(Required);
        var page = RedriveSettings.Read(name => Required(name) ?? rows[name]);

        page.ShouldBe(bare);
    }

    [Fact]
    public void The_ranges_of_settings_are_those_of_the_page()
    {
        foreach (var row in Rows("Settings").Where(row => row[2].Contains(" to ", StringComparison.Ordinal)))
        {
            var ends = row[2].Replace("over ", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
            var most = ends.Split(" to ")[1];

            ProblemsOf(row[0], most).ShouldNotContain(row[0]);
            ProblemsOf(row[0], most + "1").ShouldContain(row[0]);
            ProblemsOf(row[0], "-1").ShouldContain(row[0]);
        }
    }

    [Fact]
    public void Every_quarantine_reason_says_what_to_do() =>
        Rows("Quarantine reasons").Select(row => row[0]).ShouldBe(Enum.GetNames<QuarantineReason>(), ignoreOrder: true);

    [Fact]
    public void Every_state_of_the_gate_is_in_the_table() =>
        Rows("What a run does")
            .Select(row => row[0].Replace('−', '-'))
            .ShouldBe(Enum.GetValues<GateState>().Select(state => $"{(int)state} {state}"), ignoreOrder: true);

    [Fact]
    public void Every_member_of_a_report_and_every_end_of_a_run_is_explained()
    {
        var section = Section("Report");

        foreach (var type in new[] { typeof(RunReport), typeof(GateReport), typeof(QueuesReport), typeof(QueueReport) })
        {
            Members(type).ShouldAllBe(member => section.Contains($"`{member}`", StringComparison.Ordinal));
        }

        Members(typeof(MessageReport)).ShouldAllBe(member => section.Contains($"`{member}`", StringComparison.Ordinal));
        Members(typeof(TestReport)).ShouldAllBe(member => section.Contains($"`{member}`", StringComparison.Ordinal));
        Rows("Report")
            .Select(row => row[0])
            .ShouldBeSubsetOf([
                .. Members(typeof(RunReport)).Select(member => $"`{member}`"),
                .. Enum.GetNames<StopReason>(),
                "`action`, `dryRun`",
                "`quarantined`, `quarantineReasons`",
            ]);
        Enum.GetNames<StopReason>().ShouldBeSubsetOf(Rows("Report").Select(row => row[0]));
    }

    [Fact]
    public void Every_payload_on_the_page_is_one_that_the_function_takes()
    {
        var payloads = Payloads().Matches(Page).Select(match => match.Groups["payload"].Value).ToList();

        payloads.Count.ShouldBeGreaterThan(8);
        payloads.ShouldAllBe(payload => RequestReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(payload))) != null);
    }

    [Fact]
    public async Task Every_metric_of_a_run_is_on_the_page()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.DeadLetter("e-1");

        await redriving.RunAsync();

        var metrics = redriving.Metrics.Requests.ShouldHaveSingleItem().MetricData.Select(datum => datum.MetricName);
        Rows("Metrics").SelectMany(row => row[0].Split(", ")).ShouldBe(metrics, ignoreOrder: true);
    }

    private static string Page { get; } =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", "operations.md"));

    private static string Section(string heading)
    {
        var rest = Page[Page.IndexOf($"# {heading}\n", StringComparison.Ordinal)..];
        var end = rest.IndexOf("\n#", StringComparison.Ordinal);
        return end < 0 ? rest : rest[..end];
    }

    // Without the header and the line below it.
    private static IEnumerable<string[]> Rows(string heading)
    {
        var lines = Section(heading).Split('\n').Select(line => line.Trim()).ToList();
        return lines
            .Where((line, index) => line.StartsWith("| ", StringComparison.Ordinal) && !IsHead(lines, index))
            .Select(line => line[1..^1].Split('|').Select(cell => cell.Trim()).ToArray());
    }

    private static bool IsHead(List<string> lines, int index) =>
        lines[index].StartsWith("| ---", StringComparison.Ordinal)
        || lines[index + 1].StartsWith("| ---", StringComparison.Ordinal);

    private static IEnumerable<string> Members(Type type) =>
        ((IJsonTypeInfoResolver)ReportJson.Default)
            .GetTypeInfo(type, ReportJson.Default.Options)!
            .Properties.Where(property => property.Get is not null)
            .Select(property => property.Name);

    private static string ProblemsOf(string setting, string value)
    {
        try
        {
            RedriveSettings.Read(name => string.Equals(name, setting, StringComparison.Ordinal) ? value : null);
            return "";
        }
        catch (InvalidSettingsException exception)
        {
            return exception.Message;
        }
    }

    [GeneratedRegex(
        "redriver '(?<payload>[^']+)'",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Payloads();
}
