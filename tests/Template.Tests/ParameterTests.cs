using System.Text.RegularExpressions;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>What a user may give, and what is said of the rest.</summary>
public sealed class ParameterTests
{
    [Theory]
    [InlineData("https://ingest.example.firetigerapi.com")]
    [InlineData("https://ingest.example.com/tenant/a_b")]
    [InlineData("https://127.0.0.1:8443")]
    [InlineData("https://127.0.0.1:65535/a")]
    public void An_ingest_URL_is_taken(string endpoint) => Accepts("FiretigerEndpoint", endpoint).ShouldBeTrue();

    [Theory]
    [InlineData("https://ingest.example.com/")]
    [InlineData("http://ingest.example.com")]
    [InlineData("https://user@ingest.example.com")]
    [InlineData("https://ingest.example.com/a b")]
    [InlineData("https://ingest.example.com?x=1")]
    [InlineData("https://ingest.example.com//a")]
    [InlineData("https://ingest.example.com:0")]
    [InlineData("https://ingest.example.com:65536")]
    [InlineData("https://")]
    [InlineData("")]
    public void An_ingest_URL_that_would_fail_later_is_refused(string endpoint) =>
        Accepts("FiretigerEndpoint", endpoint).ShouldBeFalse();

    [Theory]
    [InlineData("", true)]
    [InlineData("arn:aws:iam::111122223333:policy/team/boundary", true)]
    [InlineData("arn:aws:iam::111122223333:role/boundary", false)]
    [InlineData("boundary", false)]
    public void A_boundary_is_the_ARN_of_a_policy(string arn, bool accepted) =>
        Accepts("IamPermissionsBoundaryArn", arn).ShouldBe(accepted);

    [Theory]
    [InlineData("default", true)]
    [InlineData("aws.partner/example.com/orders", true)]
    [InlineData("arn:aws:events:eu-west-1:111122223333:event-bus/orders", false)]
    public void A_bus_is_given_by_name(string bus, bool accepted) => Accepts("EventBridgeBus", bus).ShouldBe(accepted);

    [Theory]
    [InlineData("arn:aws:secretsmanager:eu-west-1:111122223333:secret:team/firetiger-AbCdEf", true)]
    [InlineData("arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:firetiger-AbCdEf", true)]
    [InlineData("firetiger", false)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:111122223333:secret:firetiger:SecretString", false)]
    public void A_secret_is_given_by_its_ARN(string arn, bool accepted) =>
        Accepts("FiretigerCredentialsArn", arn).ShouldBe(accepted);

    [Theory]
    [InlineData("on-call@example.com", true)]
    [InlineData("on-call", false)]
    [InlineData("on call@example.com", false)]
    public void An_alarm_goes_to_an_e_mail_address(string address, bool accepted) =>
        Accepts("AlarmEmail", address).ShouldBe(accepted);

    [Theory]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:on-call", true)]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:on-call.fifo", false)]
    [InlineData("on-call", false)]
    public void An_alarm_goes_to_a_standard_topic(string arn, bool accepted) =>
        Accepts("AlarmTopicArn", arn).ShouldBe(accepted);

    [Fact]
    public void The_bus_parameter_says_where_ECS_sends_its_events() =>
        Parameter("EventBridgeBus", "Description")!.ShouldContain("ECS sends to default, any other bus needs a rule");

    [Fact]
    public void The_password_is_not_echoed() => Parameter("FiretigerPassword", "NoEcho").ShouldBe("true");

    [Theory]
    [InlineData("300")]
    [InlineData("5000")]
    public void The_rate_may_be_above_the_quota_because_that_can_be_raised(string rate) =>
        Accepts("InvocationRatePerSecond", rate).ShouldBeTrue();

    [Fact]
    public void Nobody_can_ask_for_no_retry() => Accepts("MaximumRetryAttempts", "0").ShouldBeFalse();

    [Fact]
    public void Every_limit_says_what_it_wants()
    {
        var template = TemplateFile.Read();

        template
            .Keys("Parameters")
            .Where(name => template.At($"Parameters/{name}/AllowedPattern") is not null)
            .Where(name => template.At($"Parameters/{name}/ConstraintDescription") is null)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_parameter_is_grouped_and_labelled_once()
    {
        var template = TemplateFile.Read();
        const string form = "Metadata/AWS::CloudFormation::Interface";

        var grouped = template.Items($"{form}/ParameterGroups").SelectMany(group => group.Texts("Parameters"));

        grouped.ShouldBe(template.Keys("Parameters"), ignoreOrder: true);
        template.Keys($"{form}/ParameterLabels").ShouldBe(template.Keys("Parameters"), ignoreOrder: true);
    }

    [Fact]
    public void Every_parameter_has_an_effect()
    {
        var template = TemplateFile.Read();
        var used = string.Concat(
            new[] { "Conditions", "Resources" }.Select(section => template[section]!.ToJsonString())
        );

        template
            .Keys("Parameters")
            .Where(name =>
                !used.Contains($"\"Ref\":\"{name}\"", StringComparison.Ordinal)
                && !used.Contains($"${{{name}}}", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
    }

    private static bool Accepts(string parameter, string value) =>
        Regex.IsMatch(
            value,
            Parameter(parameter, "AllowedPattern")!,
            RegexOptions.ECMAScript,
            matchTimeout: TimeSpan.FromSeconds(5)
        );

    private static string? Parameter(string name, string member) =>
        TemplateFile.Read().Text($"Parameters/{name}/{member}");
}
