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
    public void An_ingest_URL_is_taken(string endpoint) => Accepts("FiretigerEndpoint", endpoint).ShouldBeTrue();

    [Theory]
    [InlineData("https://ingest.example.com/")]
    [InlineData("http://ingest.example.com")]
    [InlineData("https://user@ingest.example.com")]
    [InlineData("https://ingest.example.com/a b")]
    [InlineData("https://ingest.example.com?x=1")]
    [InlineData("https://ingest.example.com//a")]
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
    [InlineData("", "")]
    [InlineData("user", "password")]
    public void Credentials_are_taken_together_or_not_at_all(string user, string password) =>
        Refusals(user, password).ShouldBeEmpty();

    [Theory]
    [InlineData("user", "")]
    [InlineData("", "password")]
    public void Half_of_the_credentials_is_refused(string user, string password) =>
        Refusals(user, password).ShouldHaveSingleItem().ShouldContain("both be given or both be empty");

    [Fact]
    public void The_password_is_not_echoed() => Parameter("FiretigerPassword", "NoEcho").ShouldBe("true");

    [Fact]
    public void The_rate_has_no_upper_limit_because_the_quota_can_be_raised() =>
        Parameter("InvocationRatePerSecond", "MaxValue").ShouldBeNull();

    [Fact]
    public void Nobody_can_ask_for_no_retry() => Parameter("MaximumRetryAttempts", "MinValue").ShouldBe("1");

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

    private static IReadOnlyList<string> Refusals(string user, string password) =>
        Stack.Of(TemplateFile.Read(), ("FiretigerUsername", user), ("FiretigerPassword", password)).Refusals;
}
