using System.Text.Json.Nodes;
using Firetiger.Sandbox.Demo;
using Firetiger.Sandbox.EventBridge;

namespace Firetiger.EndToEnd.Tests;

/// <summary>Credentials from Secrets Manager.</summary>
/// <param name="sandbox">Of this class alone.</param>
public sealed class SecretTests(EmptySandbox sandbox) : IClassFixture<EmptySandbox>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_version_of_the_secret_counts_once_the_stack_names_it()
    {
        var secret = await PutAsync("CreateSecret", "Name", "firetiger", "first");
        sandbox.Host.Ingest.Username = "vault";
        sandbox.Host.Ingest.Password = "first";
        var stack = sandbox.Stack("secret");
        (await DeployAsync(stack.CreateAsync, Text(secret, "ARN"), "")).ShouldBe("CREATE_COMPLETE");
        await AcceptedAsync(more: true);

        var second = await PutAsync("PutSecretValue", "SecretId", Text(secret, "ARN"), "second");
        sandbox.Host.Ingest.Password = "second";
        await AcceptedAsync(more: false);

        var updated = await DeployAsync(stack.UpdateAsync, Text(secret, "ARN"), Text(second, "VersionId"));

        updated.ShouldBe("UPDATE_COMPLETE");
        await AcceptedAsync(more: true);
    }

    [Fact]
    public async Task A_secret_that_lacks_the_password_fails_the_stack_and_says_so()
    {
        var secret = await sandbox.CallAsync(
            "secretsmanager",
            "CreateSecret",
            new JsonObject { ["Name"] = "half", ["SecretString"] = """{"username":"vault"}""" }
        );
        var stack = sandbox.Stack("half");

        var created = await DeployAsync(stack.CreateAsync, Text(secret, "ARN"), "");

        created.ShouldBe("ROLLBACK_COMPLETE");
        (await stack.FailuresAsync(Cancellation))[0].Reason.ShouldContain("JSONKey in SecretString: password");
    }

    private async Task<string> DeployAsync(
        Func<string, IReadOnlyDictionary<string, string>, CancellationToken, Task<string>> deploy,
        string secretArn,
        string version
    ) =>
        await deploy(
            EmptySandbox.Template,
            await sandbox.WithAsync(
                ("FiretigerUsername", ""),
                ("FiretigerPassword", ""),
                ("FiretigerCredentialsArn", secretArn),
                ("FiretigerCredentialsVersion", version),
                ("EnableDeadLetterQueue", "false")
            ),
            Cancellation
        );

    private Task<JsonObject> PutAsync(string operation, string member, string name, string password) =>
        sandbox.CallAsync(
            "secretsmanager",
            operation,
            new JsonObject
            {
                [member] = name,
                ["SecretString"] = new JsonObject { ["username"] = "vault", ["password"] = password }.ToJsonString(),
            }
        );

    /// <summary>Sends events and waits until the endpoint takes one, or refuses one for its password.</summary>
    private async Task AcceptedAsync(bool more)
    {
        var accepted = sandbox.Host.Ingest.Accepted.Count;
        var refused = Refused();
        await new EcsCluster(sandbox.Host).SendSamplesAsync(times: 1, Cancellation);
        while (more ? sandbox.Host.Ingest.Accepted.Count == accepted : Refused() == refused)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), sandbox.Host.Context.Clock.Time, Cancellation);
        }
    }

    private int Refused() =>
        sandbox.Host.Journal.Records.Count(record =>
            record.Step == DeliveryStep.Retrying && record.Reason!.Contains("401", StringComparison.Ordinal)
        );

    private static string Text(JsonObject node, string name) => node[name]!.GetValue<string>();
}
