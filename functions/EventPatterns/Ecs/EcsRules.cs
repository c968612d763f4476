using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>What ECS events say about a pattern for them.</summary>
internal static class EcsRules
{
    public static void Check(ObjectPattern pattern, DiagnosticBag findings)
    {
        _ = (pattern, findings);
    }
}
