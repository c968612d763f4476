using System.Text;
using System.Text.Json;
using CsCheck;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.PatternValidator.Judgement;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Tests.Protocol;

public sealed class ResponseWriterTests
{
    private static readonly Gen<Diagnostic> AnyFinding = Gen
        .Char.Array[0, 400]
        .Select(characters => Some.Finding("EP0201", DiagnosticSeverity.Error, new string(characters)));

    private static readonly Gen<Verdict> AnyVerdict = Gen.Select(
        Gen.Bool,
        Gen.Char.Array[0, 3000],
        AnyFinding.List[0, 40],
        (isSuccess, lead, findings) => new Verdict(isSuccess, new string(lead), findings, "Strictness Lenient.")
    );

    // As long as these get: a stack ARN of some 250 characters, ids of up to 1,024.
    private static readonly Gen<CustomResourceRequest> AnyRequest = Gen.Select(
        Gen.Enum<RequestType>(),
        Gen.Char.AlphaNumeric.Array[0, 256],
        Gen.Char.AlphaNumeric.Array[0, 1024],
        (type, stackId, physicalId) =>
            new CustomResourceRequest(
                type,
                "",
                new string(stackId),
                "c8b5a1de-1111-2222-3333-444455556666",
                "EventPatternCheck",
                new string(physicalId),
                default
            )
    );

    [Fact]
    public void A_response_is_never_too_long_and_always_JSON_with_the_ids_intact()
    {
        Gen.Select(AnyRequest, AnyVerdict)
            .Sample(
                (request, verdict) =>
                {
                    var body = ResponseWriter.Write(
                        request,
                        new PatternJudgement(verdict, "Accepted")
                        {
                            Fingerprint = new string('f', 64),
                            MatchedSamples = 12,
                        }
                    );

                    var json = JsonDocument.Parse(body).RootElement;
                    return body.Length <= ResponseWriter.MaximumBytes
                        && json.GetProperty("StackId").ValueEquals(request.StackId)
                        && json.GetProperty("PhysicalResourceId").GetString()!.Length > 0
                        && json.GetProperty("Status").ValueEquals(verdict.Status);
                },
                iter: 1000
            );
    }

    [Fact]
    public void Ids_that_CloudFormation_never_makes_are_answered_within_the_limits()
    {
        Gen.Select(Gen.Char.Array[0, 5000], Gen.Char.Array[0, 5000], Gen.Char.Array[0, 5000], AnyVerdict)
            .Sample(
                (stackId, requestId, physicalId, verdict) =>
                {
                    var request = AnyRequest.Single() with
                    {
                        StackId = new string(stackId),
                        RequestId = new string(requestId),
                        LogicalResourceId = new string(stackId),
                        PhysicalResourceId = new string(physicalId),
                    };

                    var body = ResponseWriter.Write(request, PatternJudgement.Unasked(verdict));

                    var id = JsonDocument.Parse(body).RootElement.GetProperty("PhysicalResourceId").GetString()!;
                    return body.Length <= ResponseWriter.MaximumBytes
                        && Encoding.UTF8.GetByteCount(id) is > 0 and <= 1024;
                },
                iter: 1000
            );
    }

    [Fact]
    public void Many_findings_are_cut_at_a_finding_and_counted()
    {
        var findings = Enumerable.Range(0, 50).Select(_ => Some.Finding("EP0201", DiagnosticSeverity.Error)).ToList();
        var verdict = Verdict.Fail("The event pattern is refused: ", findings);

        var body = ResponseWriter.Write(AnyRequest.Single(), PatternJudgement.Unasked(verdict));

        JsonDocument.Parse(body).RootElement.GetProperty("Reason").GetString()!.ShouldMatch(@"and \d+ more");
    }

    [Fact]
    public void A_failure_always_has_a_reason()
    {
        var judgement = PatternJudgement.OfFault(RequestType.Create);

        var body = ResponseWriter.Write(AnyRequest.Single(), judgement);

        JsonDocument.Parse(body).RootElement.GetProperty("Reason").GetString()!.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_fault_of_ours_never_stops_a_rollback()
    {
        PatternJudgement.OfFault(RequestType.Update).Verdict.IsSuccess.ShouldBeTrue();
        PatternJudgement.OfFault(RequestType.Create).Verdict.IsSuccess.ShouldBeFalse();
    }
}
