using Firetiger.DlqRedriver.Aws;

namespace Firetiger.DlqRedriver.Sending;

/// <summary>What became of a batch.</summary>
/// <param name="Outcomes">One for each copy, in any order.</param>
/// <param name="Fault">The call that failed, when one did: its copies are among the outcomes, not accepted.</param>
internal sealed record PutResult(IReadOnlyList<PutOutcome> Outcomes, AwsCallException? Fault);
