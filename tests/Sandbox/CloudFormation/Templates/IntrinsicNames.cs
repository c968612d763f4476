using System.Collections.Frozen;

namespace Firetiger.Sandbox.CloudFormation.Templates;

/// <summary>The intrinsic functions of the sandbox.</summary>
internal static class IntrinsicNames
{
    /// <summary>Gets the names of the short form that is a YAML tag.</summary>
    public static FrozenSet<string> Short { get; } =
        new[]
        {
            "And",
            "Base64",
            "Condition",
            "Contains",
            "EachMemberEquals",
            "EachMemberIn",
            "Equals",
            "FindInMap",
            "GetAtt",
            "If",
            "Join",
            "Not",
            "Or",
            "Ref",
            "Select",
            "Split",
            "Sub",
        }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Writes the long form of a short name.</summary>
    /// <param name="shortName">Such as <c>Sub</c>.</param>
    /// <returns>Such as <c>Fn::Sub</c>.</returns>
    public static string Long(string shortName) => shortName is "Ref" or "Condition" ? shortName : $"Fn::{shortName}";

    public static bool IsKnownLong(string name) =>
        name.StartsWith("Fn::", StringComparison.Ordinal) && Short.Contains(name[4..]) && IsLongOf(name);

    private static bool IsLongOf(string name) => string.Equals(Long(name[4..]), name, StringComparison.Ordinal);
}
