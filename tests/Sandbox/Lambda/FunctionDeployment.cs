using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Lambda;

/// <summary>One version of a function's configuration and code, as its processes need it.</summary>
/// <param name="Settings">The configuration.</param>
/// <param name="Executable">The path of what to run.</param>
/// <param name="Context">The sandbox.</param>
/// <param name="Tail">Where the function's lines are kept.</param>
internal sealed record FunctionDeployment(
    FunctionSettings Settings,
    string Executable,
    SandboxContext Context,
    LogTail Tail
)
{
    public void Log(string line) => Tail.Add(line);
}
