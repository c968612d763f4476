using Firetiger.Sandbox.Ingest;

namespace Firetiger.EndToEnd.Tests;

/// <summary>What an operator asks the deployed function for, under the role that the template gives it.</summary>
public sealed class OperatorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_test_after_a_good_deployment_arrives()
    {
        await using var sandbox = await DeployedSandbox.StartAsync(Some.Arguments());

        var report = await sandbox.InvokeRedriverAsync("""{"action":"testDelivery"}""", Cancellation);

        ((string)report["test"]!["outcome"]!).ShouldBe("Arrived", report.ToJsonString());
        var arrived = sandbox.Host.Ingest.Accepted.ShouldHaveSingleItem();
        arrived.Id.ShouldBe((string)report["test"]!["id"]!);
    }

    [Fact]
    public async Task A_test_after_a_deployment_with_a_wrong_password_says_so()
    {
        await using var sandbox = await DeployedSandbox.StartAsync(Some.Arguments());
        sandbox.Host.Ingest.Password = "another";

        var report = await sandbox.InvokeRedriverAsync("""{"action":"testDelivery"}""", Cancellation);

        ((string)report["test"]!["outcome"]!).ShouldBe("Failed", report.ToJsonString());
        ((int)report["test"]!["httpStatus"]!).ShouldBe(401);
        ((string)report["test"]!["advice"]!).ShouldContain("FiretigerPassword");
        (await sandbox.InvokeRedriverAsync("""{"action":"peek","queue":"quarantine"}""", Cancellation))["messages"]
            .ShouldBeNull();
    }

    [Fact]
    public async Task Released_events_arrive_once_what_refused_them_is_mended()
    {
        await using var sandbox = await DeployedSandbox.StartAsync(Some.Arguments(("RedriveMaxAttempts", "1")));
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Refusing(400, "TaskFailedToStart");
        await sandbox.SendSamplesUntilAsync(progress => progress.Report.Quarantined > 0);

        var status = await sandbox.InvokeRedriverAsync("""{"action":"status"}""", Cancellation);
        var peek = await sandbox.InvokeRedriverAsync("""{"action":"peek","queue":"quarantine"}""", Cancellation);

        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Healthy();
        await sandbox.UntilAsync(progress => progress.IsOver);
        var release = await sandbox.InvokeRedriverAsync("""{"action":"release"}""", Cancellation);
        var end = await sandbox.UntilAsync(progress => progress.IsOver && progress.Report.Quarantined == 0);

        ((int)status["queues"]!["quarantine"]!["visible"]!).ShouldBeGreaterThan(0);
        ((string)peek["messages"]![0]!["quarantineReason"]!).ShouldBe("AttemptsExhausted");
        ((int)release["released"]!).ShouldBeGreaterThan(0);
        end.Report.Delivered.ShouldBe(end.Report.Matched);
        end.Report.Lost.ShouldBe(0);
    }
}
