using System.Net;

namespace Firetiger.Sandbox.Tests.Wire;

public sealed class CallersTests
{
    [Fact]
    public async Task A_call_without_an_Authorization_header_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var response = await sandbox.PostAsync(null, "/", new StringContent("{}"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var error = await response.JsonAsync();
        error["__type"]!.GetValue<string>().ShouldBe("MissingAuthenticationTokenException");
        error["message"]!.GetValue<string>().ShouldBe("Missing Authentication Token");
    }

    [Fact]
    public async Task An_Authorization_header_without_a_credential_scope_is_an_incomplete_signature()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var response = await sandbox.PostAsync(
            null,
            "/",
            new StringContent("{}"),
            request => request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=AKID")
        );

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.JsonAsync())["__type"]!.GetValue<string>().ShouldBe("IncompleteSignatureException");
    }

    [Fact]
    public async Task An_unknown_key_is_the_administrator()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var response = await sandbox.QueryAsync("sts", "/", "Action=GetCallerIdentity&Version=2011-06-15");

        (await response.XmlAsync()).Text("Arn").ShouldBe("arn:aws:iam::123456789012:root");
    }

    [Fact]
    public async Task A_key_that_STS_issued_is_its_roles_session()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var session = await sandbox.RoleAsync("a-role", """{"Effect":"Allow","Action":"*","Resource":"*"}""");
        var keys = await session.GetCredentialsAsync();

        var response = await CallAsAsync(sandbox, keys.AccessKey, keys.Token);

        (await response.XmlAsync()).Text("Arn").ShouldBe("arn:aws:sts::123456789012:assumed-role/a-role/a-session");
    }

    [Fact]
    public async Task A_key_that_STS_issued_is_worth_nothing_without_its_token()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var session = await sandbox.RoleAsync("a-role", """{"Effect":"Allow","Action":"*","Resource":"*"}""");
        var keys = await session.GetCredentialsAsync();

        var response = await CallAsAsync(sandbox, keys.AccessKey, "another");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var error = await response.XmlAsync();
        error.Text("Code").ShouldBe("InvalidClientTokenId");
        error.Text("Message").ShouldBe("The security token included in the request is invalid.");
    }

    private static Task<HttpResponseMessage> CallAsAsync(RunningSandbox sandbox, string key, string token) =>
        sandbox.PostAsync(
            null,
            "/",
            new FormUrlEncodedContent([new("Action", "GetCallerIdentity")]),
            request =>
            {
                request.Headers.TryAddWithoutValidation(
                    "Authorization",
                    $"AWS4-HMAC-SHA256 Credential={key}/20261123/us-east-1/sts/aws4_request, Signature=0"
                );
                request.Headers.Add("X-Amz-Security-Token", token);
            }
        );
}
