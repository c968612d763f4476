using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>The Rules section: what CloudFormation refuses before it makes anything.</summary>
public sealed class RefusalTests
{
    private const string Secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:firetiger-AbCdEf";

    private const string Version = "0a1b2c3d-0000-1111-2222-333344445555";

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("user", "password", "", "")]
    [InlineData("", "", Secret, "")]
    [InlineData("", "", Secret, Version)]
    public void One_form_of_credentials_or_none_is_taken(string user, string password, string secret, string version) =>
        Refusals(user, password, secret, version).ShouldBeEmpty();

    [Theory]
    [InlineData("user", "", "", "", "both be given or both be empty")]
    [InlineData("", "password", "", "", "both be given or both be empty")]
    [InlineData("user", "password", Secret, "", "not both")]
    [InlineData("user", "password", "", Version, "needs FiretigerCredentialsArn")]
    public void Anything_else_is_refused(string user, string password, string secret, string version, string why) =>
        Refusals(user, password, secret, version).ShouldHaveSingleItem().ShouldContain(why);

    [Theory]
    [InlineData("user", "")]
    [InlineData("", "password")]
    public void Half_of_the_other_form_beside_a_secret_is_refused_too(string user, string password) =>
        Refusals(user, password, Secret, "").ShouldContain(refusal => refusal.Contains("not both"));

    [Theory]
    [InlineData("us-gov-west-1")]
    [InlineData("us-gov-east-1")]
    [InlineData("ap-east-2")]
    public void A_Region_without_API_destinations_is_refused(string region) =>
        Stack
            .Of(TemplateFile.Read(), ("AWS::Region", region))
            .Refusals.ShouldHaveSingleItem()
            .ShouldContain("no API destinations in this Region");

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("cn-north-1")]
    public void Any_other_Region_is_taken(string region) =>
        Stack.Of(TemplateFile.Read(), ("AWS::Region", region)).Refusals.ShouldBeEmpty();

    private static IReadOnlyList<string> Refusals(string user, string password, string secret, string version) =>
        Stack
            .Of(
                TemplateFile.Read(),
                ("FiretigerUsername", user),
                ("FiretigerPassword", password),
                ("FiretigerCredentialsArn", secret),
                ("FiretigerCredentialsVersion", version)
            )
            .Refusals;
}
