namespace Firetiger.AwsPackages.Tests;

/// <summary>Sets environment variables for one test and takes them back.</summary>
internal sealed class ProcessEnvironment : IDisposable
{
    private readonly (string Name, string Value)[] _variables;

    public ProcessEnvironment(params (string Name, string Value)[] variables)
    {
        _variables = variables;
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose()
    {
        foreach (var (name, _) in _variables)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
