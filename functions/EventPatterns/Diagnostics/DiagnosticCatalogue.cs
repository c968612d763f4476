namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>Every kind of finding there is.</summary>
public static class DiagnosticCatalogue
{
    /// <summary>Gets all kinds of findings, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        .. JsonFindings.All,
        .. StructureFindings.All,
        .. OperatorFindings.All,
        .. ValueFindings.All,
        .. Mistakes.OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal),
    ];

    private static IEnumerable<DiagnosticDescriptor> Mistakes =>
        [.. MistakeFindings.All, .. FieldFindings.All, .. EventValueFindings.All, .. AlternativeFindings.All];
}
