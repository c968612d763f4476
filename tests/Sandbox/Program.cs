using Firetiger.Sandbox.CommandLine;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    interrupted.Cancel();
};
return await SandboxCommandLine.RunAsync(args, Console.Out, Console.Error, interrupted.Token);
