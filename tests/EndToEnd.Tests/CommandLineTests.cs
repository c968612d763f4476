using System.Net;
using System.Net.Sockets;
using Firetiger.Sandbox.CommandLine;

namespace Firetiger.EndToEnd.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--time-scale fast", "`--time-scale` is a number above 0 and up to 1000, such as 1.5, not `fast`")]
    [InlineData("--time-scale 0", "`--time-scale` is a number above 0 and up to 1000, such as 1.5, not `0`")]
    [InlineData("--time-scale 1,5", "`--time-scale` is a number above 0 and up to 1000, such as 1.5, not `1,5`")]
    [InlineData("--port 70000", "`--port` is a number from 0 to 65535, not `70000`")]
    [InlineData("--port", "`--port` needs a value")]
    [InlineData("--port 1 --port 2", "`--port` is given twice")]
    [InlineData("--seed 1.5", "`--seed` is a number from 0, not `1.5`")]
    [InlineData("--parameter NoEqualsSign", "`--parameter` is NAME=VALUE, not `NoEqualsSign`")]
    [InlineData("--parameter =value", "`--parameter` is NAME=VALUE, not `=value`")]
    [InlineData("--dlq-body gone", "`--dlq-body` can be matched or transformed, not `gone`")]
    [InlineData("--report no/folder/report.json", "cannot write `no/folder/report.json`: there is no such folder")]
    [InlineData("--report /tmp", "cannot write `/tmp`: it is a folder")]
    [InlineData("serve --report report.json", "unknown option `--report`")]
    [InlineData("--template nowhere.yaml", "cannot read `nowhere.yaml`: there is no such file")]
    [InlineData("--template /tmp", "cannot read `/tmp`: it is a folder")]
    [InlineData("--tempalte a.yaml", "unknown option `--tempalte`\nhint: did you mean `--template`?\n")]
    [InlineData("dmeo", "unknown command `dmeo`\nhint: did you mean `demo`?\n")]
    [InlineData("demo now", "`demo` does not know what to do with `now`")]
    public async Task A_bad_argument_is_told_with_a_way_out_and_nothing_starts(string arguments, string complaint)
    {
        var (exitCode, output, error) = await RunAsync(arguments.Split(' '));

        exitCode.ShouldBe(2);
        error.ShouldStartWith($"error: {complaint}");
        error.ShouldContain("\nhint: ");
        error.ShouldContain("\nsee: dotnet run --project tests/Sandbox -- ");
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
        error.ShouldStartWith($"error: port {port} cannot be had: ");
        error.ShouldContain("hint: leave `--port` out");
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
        error.ShouldStartWith("error: ");
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
        output.ShouldContain("Exit status:\n  0    nothing was lost");
        output.ShouldContain("  dotnet run --project tests/Sandbox -- serve\n");
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await SandboxCommandLine.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
