using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Rules;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>A name where events have a whole ARN, and sentences matched to the letter.</summary>
internal static class TextFormRule
{
    // Sentences without anything variable in them; AWS's own examples match the first exactly.
    private static readonly string[] WholeSentences =
    [
        "Essential container in task exited",
        "Your Spot Task was interrupted.",
        "OutOfMemoryError: Container killed due to memory usage",
        "Container instance deregistration forced by user",
        "Task stopped by user",
    ];

    public static void Check(LeafPattern leaf, EcsField field, in EventScope scope, DiagnosticBag findings)
    {
        bool isResources = field.Path is "resources";
        if (field.Form is not (TextForm.Sentence or TextForm.Arn or TextForm.Group) && !isResources)
        {
            return;
        }

        foreach (Alternative alternative in leaf.Alternatives)
        {
            Finding? finding = isResources
                ? ResourceRule.Judge(alternative.Match, scope.Events)
                : Judge(alternative.Match, field);
            if (finding is not null)
            {
                findings.Report(finding, alternative.Span, alternative.Path);
            }
        }
    }

    private static Finding? Judge(ValueMatch match, EcsField field)
    {
        if (field.Form == TextForm.Group)
        {
            return ServiceGroup.Judge(match);
        }

        if (Literal.Of(match) is not { Length: > 0 } text || TextRule.Explains(text))
        {
            return null;
        }

        if (field.Form == TextForm.Arn)
        {
            return JudgeArn(text, field);
        }

        // What a service lacks to place a task is a code, such as RESOURCE:FARGATE.
        if (field.Path is "detail.reason" && !text.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        bool isOutOfMemory = field.Name is "stoppedReason" && OutOfMemoryRule.IsSign(text);
        return isOutOfMemory || WholeSentences.Contains(text, StringComparer.Ordinal)
            ? null
            : EventValueFindings.Sentence(field.Name, $"{{\"prefix\": {JsonQuoting.Quoted(text)}}}");
    }

    private static Finding? JudgeArn(string text, EcsField field)
    {
        bool isDefinition = field.Name is "taskDefinitionArn";
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return EventValueFindings.Form(
                $"`{text}` is not a whole ARN, which `{field.Name}` always is",
                $"match a part of it: `{Part(text, field.Name)}`"
            );
        }

        bool hasRevision = char.IsAsciiDigit(text[^1]) && text.AsSpan(text.LastIndexOf('/') + 1).Contains(':');
        return isDefinition && !hasRevision
            ? EventValueFindings.Form(
                $"`{field.Name}` ends in a revision, which `{text}` lacks",
                $"match its beginning: `{{\"prefix\": {JsonQuoting.Quoted(text.TrimEnd(':') + ":")}}}`"
            )
            : null;
    }

    private static string Part(string text, string field)
    {
        string name = text[(text.LastIndexOf('/') + 1)..];
        return field switch
        {
            "clusterArn" => $"{{\"suffix\": {JsonQuoting.Quoted(":cluster/" + name)}}}",
            "taskDefinitionArn" when name.Contains(':', StringComparison.Ordinal) =>
                $"{{\"suffix\": {JsonQuoting.Quoted(":task-definition/" + name)}}}",
            "taskDefinitionArn" => $"{{\"wildcard\": {JsonQuoting.Quoted($"*:task-definition/{name}:*")}}}",
            _ => $"{{\"suffix\": {JsonQuoting.Quoted("/" + name)}}}",
        };
    }
}
