using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Firetiger.Page.Tests;

/// <summary>A sandbox as <c>serve</c> starts it, and Debian's Chromium. One for all tests: a deployment takes a while.</summary>
public sealed class OpenPage : IAsyncLifetime
{
    // Only a failure waits so long.
    public const int PatienceMilliseconds = 120_000;

    private const string Chromium = "/usr/bin/chromium";

    private static readonly HttpClient Http = new();

    private readonly Served _served = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address => _served.Address;

    public string Output => _served.Output;

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
        await _served.StartAsync();
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

    /// <summary>Calls SQS as any tool does.</summary>
    /// <param name="operation">Such as <c>SendMessage</c>.</param>
    /// <param name="queue">The stack's output with the queue's URL.</param>
    /// <param name="input">The input but for the URL.</param>
    /// <returns>When SQS has done it.</returns>
    public async Task CallSqsAsync(string operation, string queue, JsonObject input)
    {
        input["QueueUrl"] = Output.Split('\n').Single(line => line.StartsWith($"{queue}=", StringComparison.Ordinal))[
            (queue.Length + 1)..
        ];
        using var request = new HttpRequestMessage(HttpMethod.Post, Address);
        request.Headers.Add("X-Amz-Target", $"AmazonSQS.{operation}");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=0"
        );
        request.Content = new StringContent(
            input.ToJsonString(),
            new MediaTypeHeaderValue("application/x-amz-json-1.0")
        );
        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _served.DisposeAsync();
    }
}
