using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Intrinsics;
using Firetiger.Sandbox.CloudFormation.Resources;
using Firetiger.Sandbox.CloudFormation.Stacks;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Tests.CloudFormation;

public sealed class IntrinsicTests
{
    private static readonly StackIdentity Stack = new(
        "s",
        "arn:aws:cloudformation:us-east-1:123456789012:stack/s/guid"
    );

    [Theory]
    [InlineData("!Ref Text", "\"hello\"")]
    [InlineData("!Ref List", """["a","b"]""")]
    [InlineData("!Ref Queue", "\"physical\"")]
    [InlineData("!Ref AWS::StackName", "\"s\"")]
    [InlineData("!GetAtt Queue.Arn", "\"arn\"")]
    [InlineData("!GetAtt [Queue, Arn]", "\"arn\"")]
    [InlineData("Fn::GetAtt: Queue.Arn", "\"arn\"")]
    [InlineData("!Sub \"${Text} ${Queue.Arn} ${!Kept} ${AWS::Region}\"", "\"hello arn ${Kept} us-east-1\"")]
    [InlineData("!Sub [\"${X}-${Text}\", {X: !Ref Text}]", "\"hello-hello\"")]
    [InlineData("!Join ['-', [a, !Ref Text]]", "\"a-hello\"")]
    [InlineData("!Join [',', !Ref List]", "\"a,b\"")]
    [InlineData("!Select [2, !Split [/, !Ref AWS::StackId]]", "\"guid\"")]
    [InlineData("!If [Yes, 1, 2]", "1")]
    [InlineData("!If [No, 1, 2]", "2")]
    [InlineData("{A: 1, B: !If [No, 1, !Ref AWS::NoValue]}", """{"A":1}""")]
    [InlineData("[1, !Ref AWS::NoValue, 2]", "[1,2]")]
    [InlineData("!FindInMap [Sizes, \"2\", Small]", "900")]
    [InlineData("!Base64 abc", "\"YWJj\"")]
    [InlineData("\"007\"", "\"007\"")]
    [InlineData("007", "\"007\"")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("{Ref: Text}", "\"hello\"")]
    public void An_intrinsic_function_has_the_value_it_has_on_AWS(string expression, string expected)
    {
        var evaluator = Evaluate(expression, out var template);

        var value = evaluator.Resolve(template.Resources[1].Properties["Value"]);

        value!.ToJsonString().Replace("\\u0027", "'", StringComparison.Ordinal).ShouldBe(expected);
    }

    [Theory]
    [InlineData("!Select [5, !Ref List]", "Fn::Select cannot select nonexistent value at index 5")]
    [InlineData("!FindInMap [Sizes, \"3\", Small]", "Unable to get mapping for Sizes::3::Small")]
    [InlineData("!GetAtt Queue.Colour", "resource Queue does not support attribute type Colour in Fn::GetAtt")]
    [InlineData("!Contains [[a], a]", "Fn::Contains cannot be used here")]
    [InlineData("{Fn::Join: [',', []], Other: 1}", "Fn::Join has other members beside it")]
    public void A_function_that_has_no_value_is_an_error(string expression, string expected)
    {
        var evaluator = Evaluate(expression, out var template);

        var refused = Should.Throw<AwsException>(() => evaluator.Resolve(template.Resources[1].Properties["Value"]));

        refused.Code.ShouldBe("ValidationError");
        refused.Message.ShouldContain(expected);
    }

    [Theory]
    [InlineData("!Equals [!Ref Text, hello]", true)]
    [InlineData("!Equals [1, \"1\"]", true)]
    [InlineData("!Not [!Condition Yes]", false)]
    [InlineData("!And [!Condition Yes, !Condition No]", false)]
    [InlineData("!Or [!Condition Yes, !Condition No]", true)]
    public void A_condition_is_true_or_false(string condition, bool expected)
    {
        var evaluator = Evaluate("1", out _, condition);

        evaluator.IsTrue("Asked").ShouldBe(expected);
    }

    private static Evaluator Evaluate(string expression, out Template template, string condition = "!Equals [1, 1]")
    {
        template = Template.Parse(
            $$"""
            Parameters:
              Text: {Type: String, Default: hello}
              List: {Type: CommaDelimitedList, Default: "a, b"}
            Mappings:
              Sizes: {"2": {Small: 900} }
            Conditions:
              Yes: !Equals [a, a]
              No: !Equals [a, b]
              Asked: {{condition}}
            Resources:
              Queue: {Type: AWS::SQS::Queue}
              Thing:
                Type: AWS::SQS::Queue
                Properties:
                  Value:
                    {{expression}}
            """
        );
        var values = ParameterValues.Bind(template, null, ImmutableSortedDictionary<string, string>.Empty);
        var state = new ResourceState("physical", new JsonObject { ["Arn"] = "arn" });
        return new Evaluator(template, values, Stack, id => id is "Queue" ? state : null);
    }
}
