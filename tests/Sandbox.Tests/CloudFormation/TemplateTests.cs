using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Stacks;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Tests.CloudFormation;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("Resources:\n  A: {Type: [}", "YAML not well-formed", "(line 2, column 14)")]
    [InlineData("Resources:\n  A: {Type: X}\nResource: {}", "[Resource]", "(line 3, column 1)")]
    [InlineData("Resources:\n  A: {Type: X, Properties: {P: !Lower a}}", "!Lower", "(line 2, column 32)")]
    [InlineData("Resources:\n  A: {Type: X, Properties: {P: {Fn::Lower: a}}}", "Fn::Lower", "(line 2, column 33)")]
    [InlineData(
        "Resources:\n  A: {Type: X, Properties: {P: ~}}",
        "'null' values are not allowed",
        "(line 2, column 32)"
    )]
    [InlineData("Resources:\n  A: {Type: X, DependsOn: B}", "Unresolved resource dependencies [B]", "Resources block")]
    [InlineData("Resources:\n  A: {Type: X, Condition: B}", "Unresolved condition dependencies [B]", "Resources block")]
    [InlineData("Resources:\n  A: {Type: X}\nOutputs: {O: {Value: !Ref B}}", "dependencies [B]", "Outputs block")]
    [InlineData("Resources: {}", "At least one Resources member must be defined", "")]
    [InlineData("Resources: {A: {Properties: {}}}", "Every Resources object must contain a Type member", "")]
    [InlineData("Resources: {A: {Type: X, Colour: red}}", "Invalid template resource property 'Colour'", "")]
    public void A_template_that_AWS_refuses_is_refused_with_its_place(string text, string problem, string place)
    {
        var refused = Should.Throw<AwsException>(() => Template.Parse(text));

        refused.Code.ShouldBe("ValidationError");
        refused.Message.ShouldContain(problem);
        refused.Message.ShouldContain(place);
    }

    [Theory]
    [InlineData("{Type: String}", null, "Parameters: [P] must have values")]
    [InlineData("{Type: String, AllowedValues: [a, b]}", "c", "Parameter 'P' must be one of AllowedValues")]
    [InlineData("{Type: String, AllowedPattern: '[a-z]+'}", "a1", "Parameter 'P' must match pattern [a-z]+")]
    [InlineData("{Type: String, MinLength: 2}", "a", "Parameter 'P' must contain at least 2 characters")]
    [InlineData("{Type: String, MaxLength: 2}", "abc", "Parameter 'P' must contain at most 2 characters")]
    [InlineData("{Type: Number}", "abc", "Parameter 'P' must be a number")]
    [InlineData("{Type: Number, MinValue: 2}", "1", "Parameter 'P' must be a number not less than 2")]
    [InlineData("{Type: Number, MaxValue: 2}", "3", "Parameter 'P' must be a number not greater than 2")]
    [InlineData(
        "{Type: String, AllowedPattern: a, ConstraintDescription: must be a}",
        "b",
        "Parameter P failed to satisfy constraint: must be a"
    )]
    public void A_parameter_that_is_not_allowed_is_refused_in_AWSs_words(
        string declared,
        string? value,
        string expected
    )
    {
        var template = Template.Parse($"{{Parameters: {{P: {declared}}}, Resources: {{A: {{Type: X}}}}}}");
        var given = value is null ? null : Given("P", value);

        var refused = Should.Throw<AwsException>(() =>
            ParameterValues.Bind(template, given, ImmutableSortedDictionary<string, string>.Empty)
        );

        refused.Message.ShouldBe(expected);
    }

    [Fact]
    public void A_parameter_that_the_template_does_not_have_is_refused()
    {
        var template = Template.Parse("Resources: {A: {Type: X}}");

        var refused = Should.Throw<AwsException>(() =>
            ParameterValues.Bind(template, Given("Q", "1"), ImmutableSortedDictionary<string, string>.Empty)
        );

        refused.Message.ShouldBe("Parameters: [Q] do not exist in the template");
    }

    [Fact]
    public void Resources_that_wait_for_each_other_are_refused_by_name()
    {
        var template = Template.Parse(
            """
            Resources:
              A: {Type: X, Properties: {P: !Ref B}}
              B: {Type: X, DependsOn: C}
              C: {Type: X, Properties: {P: !Sub "${A.Arn}"}}
              D: {Type: X, DependsOn: A}
            """
        );

        var refused = Should.Throw<AwsException>(() => DependencyGraph.Sort(template.Resources, _ => true));

        refused.Message.ShouldBe("Circular dependency between resources: [A, B, C]");
    }

    [Fact]
    public void A_branch_that_is_not_taken_makes_no_dependency()
    {
        var template = Template.Parse(
            """
            Conditions: {No: !Equals [a, b]}
            Resources:
              A: {Type: X, Properties: {P: !If [No, !Ref B, 1]}}
              B: {Type: X, DependsOn: A}
            """
        );

        var order = DependencyGraph.Sort(template.Resources, _ => false);

        order.Select(resource => resource.LogicalId).ShouldBe(["A", "B"]);
    }

    [Fact]
    public void A_serverless_function_becomes_a_function_with_the_global_properties()
    {
        var template = Template.Parse(
            """
            Transform: AWS::Serverless-2016-10-31
            Globals: {Function: {Runtime: provided.al2023, Timeout: 3, Environment: {Variables: {A: 1}}}}
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: ../artifacts/lambda/F.zip
                  Timeout: 30
                  Role: arn
                  Environment: {Variables: {B: 2}}
                  EventInvokeConfig: {MaximumRetryAttempts: 0}
            """
        );

        template.Resources[0].Type.ShouldBe("AWS::Lambda::Function");
        template
            .Resources[0]
            .Properties.ToJsonString()
            .ShouldBe(
                """{"Runtime":"provided.al2023","Timeout":30,"Environment":{"Variables":{"A":1,"B":2}},"Code":{"S3Bucket":"sandbox","S3Key":"../artifacts/lambda/F.zip"},"Role":"arn"}"""
            );
        template.Resources[1].LogicalId.ShouldBe("FEventInvokeConfig");
    }

    [Theory]
    [InlineData("{CodeUri: x}", "The sandbox makes no roles")]
    [InlineData("{CodeUri: x, Role: r, Events: {}}", "The sandbox knows no property Events")]
    public void A_serverless_function_beyond_the_sandbox_is_an_error(string properties, string expected)
    {
        var text = $$"""
            Transform: AWS::Serverless-2016-10-31
            Resources: {F: {Type: AWS::Serverless::Function, Properties: {{properties}} } }
            """;

        var refused = Should.Throw<AwsException>(() => Template.Parse(text));

        refused.Message.ShouldContain(expected);
    }

    private static JsonArray Given(string name, string value) =>
        [new JsonObject { ["ParameterKey"] = name, ["ParameterValue"] = value }];
}
