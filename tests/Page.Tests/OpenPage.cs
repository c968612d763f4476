using Firetiger.Sandbox.CommandLine;
using Microsoft.Playwright;

namespace Firetiger.Page.Tests;

/// <summary>A sandbox as <c>serve</c> starts it, and Debian's Chromium. One for all tests: a deployment takes a while.</summary>
public sealed class OpenPage : IAsyncLifetime
{
    // Only a failure waits so long.
    public const int PatienceMilliseconds = 120_000;

    private const string Chromium = "/usr/bin/chromium";

    private readonly CancellationTokenSource _interrupt = new();
    private readonly PrintedLines _output = new();
    private readonly PrintedLines _error = new();
    private Task<int>? _serving;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public string Output => $"{_output}";

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Chromium,
                Headless = true,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                ],
            }
        );
        _serving = SandboxCommandLine.RunAsync(["serve", "--time-scale", "150"], _output, _error, _interrupt.Token);
        var address = _output.FirstWithAsync("Open http://");
        if (await Task.WhenAny(address, _serving) == _serving)
        {
            throw new InvalidOperationException($"serve ended with {await _serving}: {_error}");
        }

        Address = new Uri((await address).Split(' ')[1]);
    }

    /// <summary>Opens the page in a browser profile of its own and waits for the first numbers.</summary>
    /// <param name="options">How the browser is set up.</param>
    /// <returns>The visit.</returns>
    public async Task<Visit> VisitAsync(BrowserNewContextOptions? options = null)
    {
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(PatienceMilliseconds);
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var visit = new Visit(await context.NewPageAsync());
        await visit.Page.GotoAsync($"{Address}");
        await visit.Page.Locator("#plot canvas").WaitForAsync();
        await visit.Page.Locator("#samples li").First.WaitForAsync();
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        await _interrupt.CancelAsync();
        if (_serving is not null)
        {
            await _serving;
        }

        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _interrupt.Dispose();
        await _output.DisposeAsync();
        await _error.DisposeAsync();
    }
}
