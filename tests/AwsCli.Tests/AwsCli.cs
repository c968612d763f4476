using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.AwsCli.Tests;

/// <summary>The AWS CLI of this machine, pointed at a sandbox: a client that nobody here wrote.</summary>
internal static class AwsCli
{
    /// <summary>Runs <c>aws</c>.</summary>
    /// <param name="sandbox">Where it points.</param>
    /// <param name="args">The command.</param>
    /// <returns>What it printed, as JSON.</returns>
    /// <exception cref="InvalidOperationException">There is no <c>aws</c> on the path, or the command failed; the message is its own.</exception>
    public static async Task<JsonNode> RunAsync(SandboxHost sandbox, params string[] args)
    {
        var (exitCode, output, error) = await TryAsync(sandbox, args);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"aws {string.Join(' ', args)} exited with {exitCode}: {error}");
        }

        // A command without output prints nothing, not an empty object.
        return JsonNode.Parse(output.Length == 0 ? "{}" : output)!;
    }

    /// <summary>Runs <c>aws</c> with a command as it is typed.</summary>
    /// <param name="sandbox">Where it points.</param>
    /// <param name="command">The command, its words parted by single blanks.</param>
    /// <returns>What it printed, as JSON.</returns>
    /// <exception cref="InvalidOperationException">As for <see cref="RunAsync"/>.</exception>
    public static Task<JsonNode> TypeAsync(SandboxHost sandbox, string command) =>
        RunAsync(sandbox, command.Split(' '));

    /// <summary>Gets an output of a stack.</summary>
    /// <param name="stack">The stack, as <c>describe-stacks</c> tells it.</param>
    /// <param name="name">The output's key.</param>
    /// <returns>Its value.</returns>
    public static string OutputOf(JsonNode stack, string name) =>
        stack["Outputs"]!
            .AsArray()
            .Where(output => string.Equals($"{output!["OutputKey"]}", name, StringComparison.Ordinal))
            .Select(output => $"{output!["OutputValue"]}")
            .Single();

    /// <summary>Runs <c>aws</c> for a command that may fail.</summary>
    /// <param name="sandbox">Where it points.</param>
    /// <param name="args">The command.</param>
    /// <returns>Its exit code and what it printed.</returns>
    /// <exception cref="InvalidOperationException">There is no <c>aws</c> on the path.</exception>
    public static Task<(int ExitCode, string Output, string Error)> TryAsync(
        SandboxHost sandbox,
        params string[] args
    ) => StartAsync("aws", [.. args, "--endpoint-url", $"{sandbox.Endpoint}", "--output", "json"]);

    /// <summary>Runs commands in a shell that gives up at the first that fails.</summary>
    /// <param name="sandbox">Where <c>aws</c> points in it.</param>
    /// <param name="commands">The commands, as they stand in a document.</param>
    /// <returns>The exit code and what they printed.</returns>
    /// <exception cref="InvalidOperationException">There is no <c>bash</c> on the path.</exception>
    public static Task<(int ExitCode, string Output, string Error)> ShellAsync(SandboxHost sandbox, string commands) =>
        // The AWS CLI 1 asks SQS itself, whatever AWS_ENDPOINT_URL says.
        StartAsync("bash", ["-euc", $"aws() {{ command aws --endpoint-url {sandbox.Endpoint} \"$@\"; }}\n{commands}"]);

    private static async Task<(int ExitCode, string Output, string Error)> StartAsync(string program, string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["AWS_ACCESS_KEY_ID"] = "test";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "test";
        start.Environment["AWS_DEFAULT_REGION"] = Account.Region;
        start.Environment["AWS_PAGER"] = "";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                "These tests need the AWS CLI: install it, for example with apt-get install awscli",
                missing
            );
        }
    }
}
