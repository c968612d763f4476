using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.PatternValidator.Judgement;

/// <summary>What CloudFormation is told.</summary>
/// <param name="IsSuccess">Whether the stack may go on.</param>
/// <param name="Lead">What there is to say before the findings: the reason of a failure, the warning of a success.</param>
/// <param name="Findings">The findings to show.</param>
/// <param name="Advice">A way out, shown after the findings.</param>
internal sealed record Verdict(bool IsSuccess, string Lead, IReadOnlyList<Diagnostic> Findings, string Advice = "")
{
    /// <summary>Gets the verdict in CloudFormation's word.</summary>
    public string Status => IsSuccess ? "SUCCESS" : "FAILED";

    public static Verdict Pass(string lead, params IReadOnlyList<Diagnostic> findings) => new(true, lead, findings);

    public static Verdict Fail(string lead, params IReadOnlyList<Diagnostic> findings) => new(false, lead, findings);
}
