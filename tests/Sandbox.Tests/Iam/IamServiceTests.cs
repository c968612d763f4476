using System.Net;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Tests.Wire;

namespace Firetiger.Sandbox.Tests.Iam;

public sealed class IamServiceTests
{
    [Fact]
    public async Task A_role_is_made_and_shown_over_the_Query_protocol()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var created = await sandbox.QueryAsync(
            "iam",
            "/",
            $"Action=CreateRole&RoleName=a-role&AssumeRolePolicyDocument={Uri.EscapeDataString(Some.TrustOfLambda)}"
                + "&Tags.member.1.Key=stack&Tags.member.1.Value=a"
        );
        var shown = await sandbox.QueryAsync("iam", "/", "Action=GetRole&RoleName=a-role");

        (await created.XmlAsync()).Text("RoleId")!.ShouldStartWith("AROA");
        var role = await shown.XmlAsync();
        role.Text("Arn").ShouldBe("arn:aws:iam::123456789012:role/a-role");
        role.Text("Value").ShouldBe("a");
        Uri.UnescapeDataString(role.Text("AssumeRolePolicyDocument")!).ShouldBe(Some.TrustOfLambda);
    }

    [Theory]
    [InlineData("Action=GetRole&RoleName=none", 404, "NoSuchEntity", "The role with name none cannot be found.")]
    [InlineData(
        "Action=GetRolePolicy&RoleName=a-role&PolicyName=none",
        404,
        "NoSuchEntity",
        "The role policy with name none cannot be found."
    )]
    [InlineData(
        "Action=DeleteRole&RoleName=a-role",
        409,
        "DeleteConflict",
        "Cannot delete entity, must delete policies first."
    )]
    [InlineData(
        "Action=PutRolePolicy&RoleName=a-role&PolicyName=p&PolicyDocument={",
        400,
        "MalformedPolicyDocument",
        "Syntax errors in policy."
    )]
    [InlineData(
        "Action=AttachRolePolicy&RoleName=a-role&PolicyArn=arn:aws:iam::aws:policy/AdministratorAccess",
        404,
        "NoSuchEntity",
        "The sandbox does not know the managed policy arn:aws:iam::aws:policy/AdministratorAccess; write it inline."
    )]
    [InlineData(
        "Action=CreateUser&UserName=u",
        400,
        "UnknownOperationException",
        "The sandbox has no operation iam:CreateUser"
    )]
    public async Task A_mistake_is_answered_with_a_code_and_a_message(string form, int status, string code, string text)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.RoleAsync("a-role", """{"Effect":"Allow","Action":"*","Resource":"*"}""");

        var response = await sandbox.QueryAsync("iam", "/", form);

        ((int)response.StatusCode).ShouldBe(status);
        var error = await response.XmlAsync();
        error.Text("Code").ShouldBe(code);
        error.Text("Message").ShouldBe(text);
    }

    [Fact]
    public async Task A_second_role_of_one_name_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.RoleAsync("a-role", """{"Effect":"Allow","Action":"*","Resource":"*"}""");

        var response = await sandbox.QueryAsync(
            "iam",
            "/",
            $"Action=CreateRole&RoleName=A-ROLE&AssumeRolePolicyDocument={Uri.EscapeDataString(Some.TrustOfLambda)}"
        );

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await response.XmlAsync()).Text("Code").ShouldBe("EntityAlreadyExists");
    }

    [Fact]
    public async Task A_role_without_policies_can_be_deleted()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.RoleAsync("a-role", """{"Effect":"Allow","Action":"*","Resource":"*"}""");

        await sandbox.CallAsync("iam", "DeleteRolePolicy", """{"RoleName":"a-role","PolicyName":"grants"}""");
        await sandbox.CallAsync("iam", "DeleteRole", """{"RoleName":"a-role"}""");

        sandbox.Context.Identities.Roles.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_basic_execution_role_grants_logs_and_nothing_else()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.RoleAsync("a-role", """{"Effect":"Deny","Action":"x:*","Resource":"*"}""");
        var session = new Principal.Role("a-role", "s");

        await sandbox.CallAsync(
            "iam",
            "AttachRolePolicy",
            """
            {"RoleName":"a-role","PolicyArn":"arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"}
            """
        );

        await sandbox.CallAsync("logs", "CreateLogGroup", """{"logGroupName":"g"}""", session);
        var refusal = await Should.ThrowAsync<AwsException>(() =>
            sandbox.CallAsync("logs", "DeleteLogGroup", """{"logGroupName":"g"}""", session)
        );
        refusal.Code.ShouldBe("AccessDeniedException");
    }

    [Theory]
    [InlineData("events.amazonaws.com", null, false)]
    [InlineData("scheduler.amazonaws.com", "arn:aws:scheduler:us-east-1:123456789012:schedule/default/s", true)]
    [InlineData("scheduler.amazonaws.com", "arn:aws:scheduler:us-east-1:123456789012:schedule/default/other", false)]
    [InlineData("scheduler.amazonaws.com", null, false)]
    public async Task A_role_is_assumed_by_whom_its_trust_policy_names(string service, string? source, bool isTrusted)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var trust = Some.Policy(
            """
            {"Effect":"Allow","Principal":{"Service":"scheduler.amazonaws.com"},"Action":"sts:AssumeRole","Condition":
             {"ArnLike":{"aws:SourceArn":"arn:aws:scheduler:*:*:schedule/default/s"},
              "StringEquals":{"aws:SourceAccount":"123456789012"}}}
            """
        );
        await sandbox.QueryAsync(
            "iam",
            "/",
            $"Action=CreateRole&RoleName=a-role&AssumeRolePolicyDocument={Uri.EscapeDataString(trust)}"
        );

        var assume = () =>
            sandbox.CallAsync(
                "sts",
                "AssumeRole",
                """{"RoleArn":"arn:aws:iam::123456789012:role/a-role","RoleSessionName":"s"}""",
                new Principal.Service(service, source)
            );

        if (isTrusted)
        {
            (await assume())["Credentials"]!["AccessKeyId"]!.GetValue<string>().ShouldStartWith("ASIA");
        }
        else
        {
            (await Should.ThrowAsync<AwsException>(assume)).Message.ShouldBe(
                $"User: {service} is not authorized to perform: sts:AssumeRole on resource: "
                    + "arn:aws:iam::123456789012:role/a-role"
            );
        }
    }
}
