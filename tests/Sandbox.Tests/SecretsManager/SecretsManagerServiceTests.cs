using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Tests.Wire;

namespace Firetiger.Sandbox.Tests.SecretsManager;

public sealed class SecretsManagerServiceTests
{
    [Fact]
    public async Task A_secret_has_its_newest_value_and_each_version_its_own()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = await sandbox.CallAsync("secretsmanager", "CreateSecret", """{"Name":"s","SecretString":"one"}""");
        var arn = first["ARN"]!.ToString();
        await sandbox.CallAsync(
            "secretsmanager",
            "PutSecretValue",
            $$"""{"SecretId":"{{arn}}","SecretString":"two"}"""
        );

        var current = await sandbox.CallAsync("secretsmanager", "GetSecretValue", $$"""{"SecretId":"{{arn}}"}""");
        var old = await sandbox.CallAsync(
            "secretsmanager",
            "GetSecretValue",
            $$"""{"SecretId":"{{arn}}","VersionId":"{{first["VersionId"]}}"}"""
        );

        current["SecretString"]!.ToString().ShouldBe("two");
        old["SecretString"]!.ToString().ShouldBe("one");
    }

    [Theory]
    [InlineData("""{"SecretId":"none"}""", "ResourceNotFoundException", "can't find the specified secret.")]
    [InlineData("{}", "InvalidParameterException", "SecretId")]
    public async Task A_mistake_is_answered_with_a_code_and_a_message(string input, string code, string message)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var error = await Should.ThrowAsync<AwsException>(() =>
            sandbox.CallAsync("secretsmanager", "GetSecretValue", input)
        );

        error.Code.ShouldBe(code);
        error.Message.ShouldContain(message);
    }

    [Fact]
    public async Task A_stage_that_the_sandbox_does_not_know_is_an_error()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var made = await sandbox.CallAsync("secretsmanager", "CreateSecret", """{"Name":"s","SecretString":"one"}""");

        var error = await Should.ThrowAsync<AwsException>(() =>
            sandbox.CallAsync(
                "secretsmanager",
                "GetSecretValue",
                $$"""{"SecretId":"{{made["ARN"]}}","VersionStage":"AWSPENDING"}"""
            )
        );

        error.Message.ShouldContain("AWSPENDING");
    }
}
