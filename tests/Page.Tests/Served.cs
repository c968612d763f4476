using Firetiger.Sandbox.CommandLine;

namespace Firetiger.Page.Tests;

/// <summary>A sandbox as <c>serve</c> starts it.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly CancellationTokenSource _interrupt = new();
    private readonly PrintedLines _output = new();
    private readonly PrintedLines _error = new();
    private Task<int>? _serving;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public string Output => $"{_output}";

    /// <summary>Starts it and waits until the template is deployed.</summary>
    /// <param name="arguments">What is typed behind <c>serve</c>.</param>
    /// <returns>When the page is there.</returns>
    /// <exception cref="InvalidOperationException"><c>serve</c> has ended instead.</exception>
    public async Task StartAsync(params string[] arguments)
    {
        _serving = SandboxCommandLine.RunAsync(
            ["serve", "--time-scale", "150", .. arguments],
            _output,
            _error,
            _interrupt.Token
        );
        var address = _output.FirstWithAsync("Open http://");
        if (await Task.WhenAny(address, _serving) == _serving)
        {
            throw new InvalidOperationException($"serve ended with {await _serving}: {_error}");
        }

        Address = new Uri((await address).Split(' ')[1]);
    }

    public async ValueTask DisposeAsync()
    {
        await _interrupt.CancelAsync();
        if (_serving is not null)
        {
            await _serving;
        }

        _interrupt.Dispose();
        await _output.DisposeAsync();
        await _error.DisposeAsync();
    }
}
