using Firetiger.EventPatterns.Operators;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>The one text that a match asks for.</summary>
internal static class Literal
{
    public static string? Of(ValueMatch match) =>
        match switch
        {
            ExactStringMatch exact => exact.Text,
            ExactlyMatch exactly => exactly.Text,
            IpMatch address => address.Text,
            _ => null,
        };
}
