using System.Text;
using Firetiger.EventPatterns.Explanation;
using Firetiger.EventPatterns.Tests.Cases;

namespace Firetiger.EventPatterns.Tests.Explanation;

/// <summary>The table of explanations: each case is a pattern, an event, and what people are told.</summary>
public sealed class ExplanationCases
{
    private const string Name = "explanations.cases";

    [Fact]
    public void Every_case_is_explained_as_the_table_says()
    {
        string expected = File.ReadAllText(CaseFile.PathOf(Name));

        string actual = string.Concat(expected.Split("=== ")[1..].Select(Explain));

        Accept(expected, expected.Split("=== ")[0] + actual).ShouldBe(Name);
    }

    private static string Explain(string @case)
    {
        string[] lines = @case.Split('\n');
        EventPattern pattern = EventPattern.Analyze(lines[1]).Pattern.ShouldNotBeNull(lines[1]);
        MatchExplanation explanation = pattern.Explain(Encoding.UTF8.GetBytes(lines[2]));
        return $"=== {lines[0]}\n{lines[1]}\n{lines[2]}\n{ExplanationText.Render(explanation)}\n";
    }

    // The name of the file with the difference, for the one who has to look at it.
    private static string Accept(string expected, string actual)
    {
        if (string.Equals(expected, actual, StringComparison.Ordinal))
        {
            return Name;
        }

        string received = Path.ChangeExtension(CaseFile.PathOf(Name), ".received");
        File.WriteAllText(received, actual);
        return $"differs; look, then: cp {received} tests/EventPatterns.Tests/Cases/{Name}";
    }

    [Fact]
    public void A_number_too_long_for_the_matcher_is_told()
    {
        byte[] utf8Event = Encoding.UTF8.GetBytes($"{{\"b\":1,\n\"é\":0,\"a\":{new string('1', 1001)}}}");

        EventPattern pattern = EventPattern.Analyze("""{"$or":[{"a":[1]},{"b":[1]}]}""").Pattern.ShouldNotBeNull();

        MatchExplanation explanation = pattern.Explain(utf8Event);

        explanation.IsMatch.ShouldBeFalse();
        ExplanationText
            .Render(explanation)
            .ShouldBe("not an event: line 2, column 11: a number has more than 1000 characters\n");
    }

    [Fact]
    public void No_control_character_of_a_name_reaches_the_terminal()
    {
        EventPattern pattern = EventPattern.Analyze("""{"a\u001b[31mb":["x"]}""").Pattern.ShouldNotBeNull();

        string text = ExplanationText.Render(pattern.Explain("{}"u8));

        text.ShouldStartWith("no match because of a");
        text.ShouldNotContain('\u001b');
    }
}
