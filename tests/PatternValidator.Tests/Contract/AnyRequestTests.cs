using System.Text;
using System.Text.Json;
using CsCheck;

namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>A stack waits an hour for a request that is not answered.</summary>
public sealed class AnyRequestTests
{
    private static readonly Gen<string> Name = Gen.OneOf(
        "RequestType",
        "StackId",
        "RequestId",
        "LogicalResourceId",
        "PhysicalResourceId",
        "MatchingSamples",
        "ResourceProperties",
        "EventPattern",
        "Strictness",
        "RulesVersion",
        @"\ud800",
        @"\u0052equestType"
    );

    private static readonly Gen<string> Scalar = Gen.OneOf(
        "null",
        "true",
        "-0.5",
        "1e999",
        "\"\"",
        "\"Create\"",
        "\"Update\"",
        "\"Delete\"",
        @"""\ud800""",
        @"""{\""a\"":[\""\udc00\""]}""",
        @"""{\""a\"":[\""\\ud800\"", {\""prefx\"":1}]}""",
        $"\"{new string('x', 5000)}\"",
        $"\"{string.Concat(Enumerable.Repeat(@"\u0001", 3000))}\"",
        $"\"{string.Concat(Enumerable.Repeat("é😀", 1500))}\""
    );

    private static readonly Gen<string> Value = Gen.Recursive<string>(
        (depth, nested) =>
            depth > 2
                ? Scalar
                : Gen.OneOf(
                    Scalar,
                    nested.Array[0, 2].Select(items => $"[{string.Join(',', items)}]"),
                    Gen.Select(Name, nested).Array[0, 4].Select(Object)
                )
    );

    [Fact]
    public async Task Whatever_has_a_ResponseURL_gets_exactly_one_response()
    {
        await using var function = await RunningFunction.StartAsync();
        var url = ("ResponseURL", $"\"{function.Aws.ResponseUrl}\"");

        await Gen.Select(Gen.Select(Name, Value).Array[0, 6], Gen.Select(Name, Value).Array[0, 3])
            .SampleAsync(
                async (before, after) =>
                {
                    function.Aws.Responses.Clear();

                    var response = await function.AskAsync(Object([.. before, url, .. after]));

                    ShouldBeValid(response);
                },
                iter: 200,
                threads: 1
            );
    }

    [Fact]
    public async Task A_pattern_nested_deeper_than_any_reader_expects_is_answered()
    {
        await using var function = await RunningFunction.StartAsync();
        var deep = new string('[', 5000) + new string(']', 5000);

        var response = await function.AskAsync(
            $$"""{"ResponseURL":"{{function.Aws.ResponseUrl}}","RequestType":"Delete","ResourceProperties":{{deep}}}"""
        );

        response.Status.ShouldBe("SUCCESS");
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/crpg-ref-responses.html
    private static void ShouldBeValid(ReceivedResponse response)
    {
        response.Headers.Keys.ShouldNotContain("Content-Type");
        response.Bytes.Length.ShouldBeLessThanOrEqualTo(4096);
        response.Status.ShouldBeOneOf("SUCCESS", "FAILED");
        Encoding.UTF8.GetByteCount(response.PhysicalResourceId).ShouldBeInRange(1, 1024);
        foreach (var id in (string[])["StackId", "RequestId", "LogicalResourceId"])
        {
            response.Body.GetProperty(id).ValueKind.ShouldBe(JsonValueKind.String);
        }

        if (response.Status is "FAILED")
        {
            response.Reason.ShouldNotBeEmpty();
        }
    }

    private static string Object((string Name, string Value)[] members) =>
        $"{{{string.Join(',', members.Select(member => $"\"{member.Name}\":{member.Value}"))}}}";
}
