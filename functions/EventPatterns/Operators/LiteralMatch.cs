using System.Text;
using Firetiger.EventPatterns.Matching;

namespace Firetiger.EventPatterns.Operators;

/// <summary><c>true</c>, <c>false</c> or <c>null</c>. Null asks for JSON null, not for a missing field.</summary>
internal sealed class LiteralMatch(string literal) : ValueMatch
{
    private readonly EventScalarKind _kind = literal switch
    {
        "true" => EventScalarKind.True,
        "false" => EventScalarKind.False,
        _ => EventScalarKind.Null,
    };

    public override EventScalarKind? Kind => _kind;

    public override bool Matches(in EventScalar value) => value.Kind == _kind;

    public override void Print(StringBuilder output) => output.Append(literal);
}
