using System.Text;
using CsCheck;
using Firetiger.EventPatterns.Explanation;

namespace Firetiger.EventPatterns.Tests.Explanation;

public sealed class ExplanationLaws
{
    private static readonly AnalysisOptions Lenient = new() { Strictness = Strictness.Lenient };

    private static readonly Gen<string> Asked = Gen.OneOf(
            "1",
            "2",
            "\"x\"",
            "\"X\"",
            "\"10.0.0.1\"",
            "null",
            "true",
            "\"\\ud83d\"",
            "{\"exists\":true}",
            "{\"exists\":false}",
            "{\"exists\":false}",
            "{\"anything-but\":\"x\"}",
            "{\"anything-but\":{\"prefix\":[\"x\"]}}",
            "{\"anything-but\":[1,2]}",
            "{\"prefix\":\"x\"}",
            "{\"suffix\":{\"equals-ignore-case\":\"X\"}}",
            "{\"equals-ignore-case\":\"x\"}",
            "{\"wildcard\":\"*x*\"}",
            "{\"numeric\":[\">\",1]}",
            "{\"cidr\":\"10.0.0.0/8\"}"
        )
        .Array[1, 2]
        .Select(items => $"[{string.Join(',', items)}]");

    private static readonly Gen<string> Name = Gen.OneOf("a", "b", "c", "a.b", "", "é", "\\ud83d");

    private static readonly Gen<string> Pattern = Gen.Recursive<string>(
        (depth, nested) =>
            Gen.Select(Name, depth > 2 ? Asked : Gen.OneOf(Asked, nested))
                .Array[1, 3]
                .Select(members => $"{{{Members(members)}}}")
    );

    private static readonly Gen<string> PatternWithOr = Gen.OneOf(
        Pattern,
        Gen.Select(Pattern, Pattern).Select((first, second) => $"{{\"a\":[1,2],\"$or\":[{first},{second}]}}")
    );

    private static readonly Gen<string> Scalar = Gen.OneOf(
        "1",
        "2.0",
        "\"x\"",
        "\"X \"",
        "\"1\"",
        "null",
        "true",
        "\"\\ud83d\"",
        "\"10.1.2.3\"",
        "[]",
        "{}"
    );

    private static readonly Gen<string> Event = Gen.Recursive<string>(
        (depth, nested) =>
            depth > 4
                ? Scalar
                : Gen.OneOf(
                    Scalar,
                    Gen.Select(Name, nested).Array[1, 3].Select(members => $"{{{Members(members)}}}"),
                    nested.Array[1, 3].Select(items => $"[{string.Join(',', items)}]")
                )
    );

    [Fact]
    public void An_explanation_always_agrees_with_the_matcher() =>
        Gen.Select(PatternWithOr, Gen.Select(Name, Event).Array[1, 4])
            .Sample(
                (patternText, members) =>
                {
                    byte[] utf8Event = Encoding.UTF8.GetBytes($"{{{Members(members)}}}");
                    if (EventPattern.Analyze(patternText, Lenient).Pattern is not { } pattern)
                    {
                        return;
                    }

                    MatchExplanation explanation = pattern.Explain(utf8Event);

                    string both = patternText + "\n" + Encoding.UTF8.GetString(utf8Event);
                    explanation.Mistake.ShouldBeNull(both);
                    explanation.IsMatch.ShouldBe(pattern.IsMatch(utf8Event), both);
                    explanation.Branches[0].IsMatch.ShouldBe(explanation.IsMatch, both);
                    explanation.Branches[0].Fields.All(field => field.IsMatch).ShouldBe(explanation.IsMatch, both);
                },
                iter: 20_000
            );

    [Fact]
    public void No_text_makes_the_explanation_throw() =>
        Gen.Select(Pattern, Gen.OneOf(Event, Gen.String), Gen.Int[0, 60])
            .Sample(
                (patternText, eventText, length) =>
                {
                    byte[] utf8Event = Encoding.UTF8.GetBytes(eventText);
                    EventPattern? pattern = EventPattern.Analyze(patternText, Lenient).Pattern;

                    MatchExplanation? explanation = pattern?.Explain(
                        utf8Event.AsSpan(0, Math.Min(length, utf8Event.Length))
                    );

                    if (explanation is not null)
                    {
                        ExplanationText.Render(explanation).ShouldEndWith("\n");
                    }
                }
            );

    [Fact]
    public void A_big_event_is_explained_in_few_words()
    {
        EventPattern pattern = EventPattern
            .Analyze("""{"a":{"x":[1],"y":[1],"z":[1]},"b":["none"]}""")
            .Pattern.ShouldNotBeNull();
        string elements = string.Join(
            ',',
            Enumerable.Range(0, 50_000).Select(index => (index % 2 == 0 ? """{"x":1,"y":1}""" : """{"z":1}"""))
        );
        string values = string.Join(',', Enumerable.Repeat("\"NONE\"", 50_000));

        MatchExplanation explanation = pattern.Explain(
            Encoding.UTF8.GetBytes($$"""{"a":[{{elements}}],"b":[{{values}}]}""")
        );

        explanation.IsMatch.ShouldBeFalse();
        ExplanationText.Render(explanation).Length.ShouldBeLessThan(2000);
    }

    [Fact]
    public void A_deep_event_is_explained_on_a_small_stack()
    {
        EventPattern pattern = EventPattern.Analyze("""{"a":[1]}""").Pattern.ShouldNotBeNull();
        byte[] utf8Event = Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 990) + new string(']', 990) + "}");
        MatchExplanation? explanation = null;
        Thread thread = new(() => explanation = pattern.Explain(utf8Event), maxStackSize: 256 * 1024);

        thread.Start();
        thread.Join();

        explanation.ShouldNotBeNull().Branches[0].Fields[0].Outcome.ShouldBe(FieldOutcome.Missing);
    }

    private static string Members(IEnumerable<(string Name, string Value)> members) =>
        string.Join(',', members.Select(member => $"\"{member.Name}\":{member.Value}"));
}
