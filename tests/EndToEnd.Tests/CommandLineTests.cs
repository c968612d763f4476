using System.Net;
using System.Net.Sockets;
using Firetiger.Sandbox.CommandLine;

namespace Firetiger.EndToEnd.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--time-scale", "fast")]
    [InlineData("--time-scale", "0")]
    [InlineData("--port", "70000")]
    [InlineData("--parameter", "NoEqualsSign")]
    [InlineData("--time-scale", "1,5")]
    [InlineData("--dlq-body", "gone")]
    [InlineData("--dlq-body", "7")]
    [InlineData("--report", "no/such/folder/report.json")]
    [InlineData("serve", "--report", "report.json")]
    [InlineData("--template", "nowhere.yaml")]
    [InlineData("--colour", "blue")]
    [InlineData("dmeo")]
    public async Task A_bad_argument_is_named_and_nothing_starts(params string[] args)
    {
        var (exitCode, output, error) = await RunAsync(args);

        exitCode.ShouldBe(2);
        error.ShouldContain(args[^1]);
        error.ShouldContain("--help");
        output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_taken_port_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (exitCode, _, error) = await RunAsync("--port", $"{port}");

        exitCode.ShouldBe(2);
        error.ShouldContain($"port {port}");
    }

    [Theory]
    [InlineData("Resources: [", "(line ")]
    [InlineData("Resources: {A: {Type: AWS::SQS::Queue, Properties: {Colour: blue}}}", "Colour")]
    [InlineData("Resources: {A: {Type: AWS::Made::Up}}", "AWS::Made::Up")]
    [InlineData("Resources: {A: {Type: AWS::SQS::Queue}}", "EventBridgeRuleArn")]
    public async Task A_broken_template_is_a_clear_error(string template, string named)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, template, TestContext.Current.CancellationToken);

        var (exitCode, _, error) = await RunAsync("demo", "--template", file);

        File.Delete(file);
        exitCode.ShouldBe(1);
        error.ShouldContain(named);
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Help_names_both_verbs_and_every_option()
    {
        var (exitCode, output, _) = await RunAsync("--help");

        exitCode.ShouldBe(0);
        string[] names =
        [
            "demo",
            "serve",
            "--template",
            "--parameter",
            "--port",
            "--seed",
            "--report",
            "--dlq-body",
            "--time-scale",
        ];
        names.ShouldAllBe(name => output.Contains(name));
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await SandboxCommandLine.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
