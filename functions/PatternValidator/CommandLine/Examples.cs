using Firetiger.CommandLine;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>The examples of each command's help.</summary>
internal static class Examples
{
    public static readonly Example[] All =
    [
        new("check", "PatternValidator check pattern.json", "what is wrong with a pattern, and how to mend it"),
        new("check", """PatternValidator check '{"source": "aws.ecs"}'""", "the same of a pattern that is typed"),
        new("check", "PatternValidator check pattern.json --format github", "as annotations of a pull request"),
        new(
            "match",
            """PatternValidator samples --all | PatternValidator match '{"source": ["aws.ecs"]}' -""",
            "how many of the sample events match"
        ),
        new("match", "PatternValidator match pattern.json events.ndjson.gz --explain", "why events do not match"),
        new(
            "match",
            "PatternValidator match pattern.json events.json --print > matching.ndjson",
            "keep those that match"
        ),
        new("match", "PatternValidator match pattern.json *.json --rate", "how many requests a second they need"),
        new("test", "PatternValidator test cases.ndjson", "whether patterns still match what they should"),
        new(
            "test",
            """echo '{"pattern": {"a": [1]}, "event": {"a": 2}, "match": true}' | PatternValidator test -""",
            "a case, and what a failure looks like"
        ),
        new("test", "PatternValidator test cases.ndjson --verdicts", "the verdict on each row, for other tools"),
        new("samples", "PatternValidator samples", "the sample events of ECS"),
        new("samples", "PatternValidator samples 04", "one of them"),
        new("samples", "PatternValidator samples --all > events.ndjson", "all of them, one a line"),
        new("", "alias PatternValidator='dotnet run --project functions/PatternValidator --'", "in a checkout, first"),
    ];
}
