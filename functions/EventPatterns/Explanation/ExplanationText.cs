using System.Globalization;
using System.Text;

namespace Firetiger.EventPatterns.Explanation;

/// <summary>Explanations for people at a terminal.</summary>
public static class ExplanationText
{
    private const string Indent = "         ";

    /// <summary>Renders an explanation.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <returns>The lines, each ended by a line feed.</returns>
    public static string Render(MatchExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        StringBuilder output = new();
        if (explanation.Mistake is { } mistake)
        {
            (int line, int column) = (mistake.Position.Line, mistake.Position.Column);
            output.Append(
                CultureInfo.InvariantCulture,
                $"not an event: line {line}, column {column}: {mistake.Message}\n"
            );
        }
        else
        {
            output.Append(Verdict(explanation)).Append('\n');
            RenderBranches(output, explanation);
        }

        return output.ToString();
    }

    private static string Verdict(MatchExplanation explanation)
    {
        if (explanation.IsMatch)
        {
            return "match";
        }

        IEnumerable<string> deciding = explanation
            .Branches[0]
            .Fields.Where(field => !field.IsMatch)
            .Select(field => Visible(field.Path));
        string closest = explanation.BranchCount == 1 ? "" : " (the closest combination of `$or`)";
        return $"no match because of {string.Join(", ", deciding)}{closest}";
    }

    private static void RenderBranches(StringBuilder output, MatchExplanation explanation)
    {
        for (int index = 0; index < explanation.Branches.Count; index++)
        {
            if (index > 0)
            {
                output.Append("or\n");
            }

            RenderBranch(output, explanation.Branches[index]);
        }

        int hidden = explanation.BranchCount - explanation.Branches.Count;
        if (!explanation.IsMatch && hidden > 0)
        {
            output.Append(CultureInfo.InvariantCulture, $"and {hidden} more combinations of `$or`\n");
        }
    }

    private static void RenderBranch(StringBuilder output, BranchExplanation branch)
    {
        int width = branch.Fields.Max(field => Visible(field.Path).Length);
        foreach (FieldExplanation field in branch.Fields)
        {
            string path = Visible(field.Path).PadRight(width);
            output.Append(field.IsMatch ? "  yes  " : "  NO   ").Append(path).Append("  ");
            if (field.IsMatch)
            {
                AppendLine(output, Satisfied(field));
            }
            else
            {
                RenderFailure(output, field);
            }
        }
    }

    private static string Satisfied(FieldExplanation field) =>
        field.Values is [var value] ? value.Text + At(value) : field.Reason;

    private static string At(FoundValue value) => value.IsInArray ? $" at {value.Path}" : "";

    private static void RenderFailure(StringBuilder output, FieldExplanation field)
    {
        if (field.Outcome == FieldOutcome.Missing)
        {
            AppendLine(output, $"asks for {field.Asked}: {field.Reason}");
        }
        else if (IsSaidInOneLine(field) && field.Values is [var value])
        {
            string place = value.IsInArray ? $" {value.Path}" : " it";
            AppendLine(output, $"asks for {field.Asked}, but{place} is {value.Text}{Note(value)}");
        }
        else
        {
            AppendLine(output, $"asks for {field.Asked}");
            AppendLine(output, Indent + field.Reason);
            RenderValues(output, field);
        }
    }

    private static bool IsSaidInOneLine(FieldExplanation field) =>
        field is { ValueCount: 1, Values: [var value] }
        && field.Outcome switch
        {
            FieldOutcome.OtherElement => false,
            // Within arrays there is more to say of which element counts.
            FieldOutcome.Present => !value.IsInArray,
            _ => true,
        };

    private static string Note(FoundValue value) => value.Note is null ? "" : $" ({value.Note})";

    private static void RenderValues(StringBuilder output, FieldExplanation field)
    {
        foreach (FoundValue value in field.Values)
        {
            AppendLine(output, $"{Indent}{value.Path} is {value.Text}{Note(value)}");
        }

        int hidden = field.ValueCount - field.Values.Count;
        if (hidden > 0)
        {
            output.Append(CultureInfo.InvariantCulture, $"{Indent}and {hidden} more\n");
        }
    }

    private static void AppendLine(StringBuilder output, string line) => output.Append(Visible(line)).Append('\n');

    // A control character could move the cursor.
    private static string Visible(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
