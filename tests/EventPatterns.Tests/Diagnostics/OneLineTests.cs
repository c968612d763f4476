using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Diagnostics.Rendering;

namespace Firetiger.EventPatterns.Tests.Diagnostics;

public sealed class OneLineTests
{
    private const string Misspelt = """
        {
          "source": ["my.app"],
          "detail": {
            "state": [{ "prefx": "run" }]
          }
        }
        """;

    [Fact]
    public void A_finding_reads_as_code_place_message_and_hint()
    {
        IReadOnlyList<Diagnostic> findings = EventPattern.Analyze(Misspelt).Diagnostics;

        string line = OneLine.Render(findings, 4096);

        line.ShouldBe(
            "EP0201 line 4, column 17, $.detail.state[0]: `prefx` is not an EventBridge operator (did you mean `prefix`?)"
        );
    }

    [Fact]
    public void What_does_not_fit_is_counted()
    {
        IReadOnlyList<Diagnostic> findings = EventPattern
            .Analyze("""{"detail": {"a": 1, "b": 2, "c": 3}}""")
            .Diagnostics;

        string line = OneLine.Render(findings, 130);

        line.ShouldBe(
            "EP0102 line 1, column 18, $.detail.a: `a` needs a list of values or an object (write `\"a\": [1]`); and 2 more"
        );
    }

    [Fact]
    public void The_line_never_takes_more_bytes_than_it_may()
    {
        IReadOnlyList<Diagnostic> findings = EventPattern
            .Analyze("""{"ä": 1, "ö": [{"préfix": 1}], "ü": {}}""")
            .Diagnostics;

        for (int bytes = 0; bytes < 400; bytes++)
        {
            Encoding.UTF8.GetByteCount(OneLine.Render(findings, bytes)).ShouldBeLessThanOrEqualTo(bytes);
        }
    }
}
