using System.Text;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>What one value of a list asks of a value in an event. Immutable.</summary>
internal abstract class ValueMatch
{
    /// <summary>Gets a value indicating whether it is satisfied by a field that is not there.</summary>
    public virtual bool MatchesAbsence => false;

    /// <summary>Gets the only kind of scalar that can satisfy it, or <see langword="null"/> when several can.</summary>
    public virtual EventScalarKind? Kind => EventScalarKind.String;

    /// <summary>Gets the wildcards in it, those it excludes included.</summary>
    public virtual IReadOnlyList<WildcardMatch> Wildcards => [];

    /// <summary>Tells whether a value in an event satisfies it.</summary>
    /// <param name="value">A string, number, true, false or null.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public abstract bool Matches(in EventScalar value);

    /// <summary>Appends it as compact JSON.</summary>
    /// <param name="output">Where to.</param>
    public abstract void Print(StringBuilder output);

    public override string ToString()
    {
        StringBuilder output = new();
        Print(output);
        return output.ToString();
    }

    protected static void PrintOperator(StringBuilder output, string name, Action<StringBuilder> operand)
    {
        output.Append('{').AppendQuoted(name).Append(':');
        operand(output);
        output.Append('}');
    }

    protected static void PrintOperator(StringBuilder output, string name, string operand) =>
        output.Append('{').AppendQuoted(name).Append(':').AppendQuoted(operand).Append('}');
}
