using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Ecs;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>Makes a pattern of JSON. What cannot be read is reported and left out.</summary>
internal sealed class PatternParser(JsonObject root, DiagnosticBag findings)
{
    private const int MaximumHint = 100;

    /// <summary>Reads a pattern.</summary>
    /// <param name="document">The JSON.</param>
    /// <param name="findings">Where findings go.</param>
    /// <returns>What could be read, or <see langword="null"/> when it is no object at all.</returns>
    public static ObjectPattern? Parse(JsonDocumentSyntax document, DiagnosticBag findings)
    {
        if (document.Root is JsonObject root)
        {
            if (PastedEvent.Is(root))
            {
                findings.Report(PastedEvent.Found(root), root.Members[0].Value.Span, root.Members[0].Path);
                return null;
            }

            return new PatternParser(root, findings).ParseObject(root, withinOr: false);
        }

        if (document.Root is not JsonMistake)
        {
            findings.Report(NotAnObject(document.Root), document.Span, JsonPath.Root);
        }

        return null;
    }

    private static Finding NotAnObject(JsonSyntax? root) =>
        root switch
        {
            null => StructureFindings.NotAnObject("empty"),
            JsonString text when text.Value.TrimStart().StartsWith('{') => StructureFindings.DoubleEncoded,
            JsonString => StructureFindings.NotAnObject("a string"),
            JsonNumber => StructureFindings.NotAnObject("a number"),
            JsonArray => StructureFindings.NotAnObject("a list"),
            _ => StructureFindings.NotAnObject("a literal"),
        };

    private ObjectPattern ParseObject(JsonObject json, bool withinOr)
    {
        if (json.Members.Length == 0 && !json.IsMistaken)
        {
            findings.Report(StructureFindings.EmptyObject, json.Span, json.Path);
        }

        List<PatternMember> members = new(json.Members.Length);
        foreach (JsonMember member in json.Members)
        {
            PatternMember? parsed = string.Equals(member.Name, OrMember.Name, StringComparison.Ordinal)
                ? ParseOr(member)
                : ParseField(member, withinOr);
            if (parsed is not null)
            {
                members.Add(parsed);
            }
        }

        return new ObjectPattern(json.Span, members);
    }

    private FieldMember? ParseField(JsonMember member, bool withinOr)
    {
        if (OtherLogic.Found(member) is { } finding)
        {
            ReportOtherLogic(member, finding);
            return null;
        }

        if (withinOr && ReservedNames.Contains(member.Name))
        {
            findings.Report(StructureFindings.ReservedInOr(member.Name), member.NameSpan, member.Path);
        }
        else if (OperatorTable.Contains(member.Name) && member.Value is (JsonArray or JsonObject))
        {
            // A plain value is a mistake anyway, and mending that mends this too.
            findings.Report(MistakeFindings.OperatorAsField(member.Name), member.NameSpan, member.Path);
        }

        PatternValue? value = ParseValue(member, withinOr);
        return value is null ? null : new FieldMember(member.Name, member.NameSpan, member.Path, value);
    }

    // What is wrong within the alternatives is told, too.
    private void ReportOtherLogic(JsonMember member, Finding finding)
    {
        findings.Report(finding, member.NameSpan, member.Path);
        foreach (JsonObject alternative in ((JsonArray)member.Value).Items.OfType<JsonObject>())
        {
            ParseObject(alternative, withinOr: false);
        }
    }

    private PatternValue? ParseValue(JsonMember member, bool withinOr)
    {
        switch (member.Value)
        {
            case JsonObject nested:
                return ParseObject(nested, withinOr);
            case JsonArray list:
                return ParseLeaf(list);
            case JsonMistake:
                return null;
            default:
                return ParsePlain(member);
        }
    }

    /// <summary>Reports a plain value, and goes on as if what is proposed stood there: a second mistake is told, too.</summary>
    private LeafPattern? ParsePlain(JsonMember member)
    {
        if (member.Value is JsonString text && IsEncodedObject(text.Value))
        {
            ReportPlain(member, $"{JsonQuoting.Quoted(member.Name)}: {text.Value}");
            return null;
        }

        if (PlainValue.IsOfObject(root, member))
        {
            Finding finding = StructureFindings.PlainObject(member.Name);
            findings.Report(finding, member.Value.Span, member.Path);
            return null;
        }

        JsonSyntax value = PlainValue.Mended(root, member);
        string printed = PlainValue.Print(value);
        if (OperatorTable.Contains(member.Name))
        {
            ReportPlain(member, $"[{{{JsonQuoting.Quoted(member.Name)}: {printed}}}]");
            return null;
        }

        ReportPlain(member, $"{JsonQuoting.Quoted(member.Name)}: [{printed}]");
        return MatchParser.Parse(value, findings) is { } match
            ? new LeafPattern(value.Span, member.Path, [new Alternative(match, value.Span, member.Path)])
            : null;
    }

    private void ReportPlain(JsonMember member, string mended) =>
        findings.Report(
            StructureFindings.NeitherObjectNorArray(member.Name, mended.Length <= MaximumHint ? mended : null),
            member.Value.Span,
            member.Path
        );

    // Somebody encoded an object that belongs here as it is.
    private static bool IsEncodedObject(string text) =>
        text.StartsWith("{\"", StringComparison.Ordinal) && text.EndsWith('}');

    private LeafPattern ParseLeaf(JsonArray list)
    {
        if (list.Items.Length == 0 && !list.IsMistaken)
        {
            findings.Report(StructureFindings.EmptyArray, list.Span, list.Path);
        }

        List<Alternative> alternatives = new(list.Items.Length);
        foreach (JsonSyntax item in list.Items)
        {
            if (MatchParser.Parse(item, findings) is { } match)
            {
                alternatives.Add(new Alternative(match, item.Span, item.Path));
            }
        }

        return new LeafPattern(list.Span, list.Path, alternatives);
    }

    private OrMember? ParseOr(JsonMember member)
    {
        if (member.Value is not JsonArray list)
        {
            if (member.Value is not JsonMistake)
            {
                findings.Report(StructureFindings.OrNotAnArray, member.Value.Span, member.Path);
            }

            return null;
        }

        if (list.Items.Length < 2 && !list.IsMistaken && list.Items.All(item => item is JsonObject))
        {
            // The place where another is missing; and EventBridge tells of mistakes in the only one first.
            TextSpan end = new(list.Span.End - 1, 1);
            findings.Report(StructureFindings.OrTooFew(list.Items.Length), end, member.Path);
        }

        List<ObjectPattern> branches = new(list.Items.Length);
        foreach (JsonSyntax item in list.Items)
        {
            if (item is JsonObject branch)
            {
                branches.Add(ParseObject(branch, withinOr: true));
            }
            else if (item is not JsonMistake)
            {
                findings.Report(StructureFindings.OrNotAnObject, item.Span, item.Path);
            }
        }

        return new OrMember(member.NameSpan, member.Path, branches);
    }
}
