using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Judgement;

/// <summary>A verdict and what led to it.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="EventBridge">What EventBridge said, in a word, for the log.</param>
internal sealed record PatternJudgement(Verdict Verdict, string EventBridge)
{
    private const string NotAsked = "NotAsked";

    /// <summary>Gets the SHA-256 of the pattern text, in hexadecimal, which changes exactly when the pattern does; or empty.</summary>
    public string Fingerprint { get; init; } = string.Empty;

    /// <summary>Gets how many samples the pattern matched, or <see langword="null"/> when it could not be tried on them.</summary>
    public int? MatchedSamples { get; init; }

    /// <summary>Gets a value indicating whether neither EventBridge nor the validator's own check came to an end.</summary>
    public bool IsByNobody { get; init; }

    /// <summary>A verdict reached without EventBridge.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>The judgement.</returns>
    public static PatternJudgement Unasked(Verdict verdict) => new(verdict, NotAsked);

    /// <summary>The judgement when the check itself failed: it stops a new stack, and never a rollback.</summary>
    /// <param name="type">What was asked for.</param>
    /// <returns>The judgement.</returns>
    public static PatternJudgement OfFault(RequestType type) =>
        Unasked(
            type is RequestType.Update or RequestType.Delete
                ? Verdict.Pass("The event pattern was not checked: the validator has a fault; its log has the details.")
                : Verdict.Fail(
                    "The event pattern could not be checked: the validator has a fault; its log has the details."
                )
        );
}
