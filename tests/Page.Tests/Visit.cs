using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Firetiger.Page.Tests;

/// <summary>One visitor's browser window, and everything that it asked for and complained about.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    public Visit(IPage page)
    {
        Page = page;
        page.Request += (_, request) => _requests.Enqueue(request.Url);
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public IEnumerable<string> Requests => _requests;

    public IEnumerable<string> Complaints => _complaints;

    public ILocator Id(string id) => Page.Locator($"#{id}");

    public ILocator Endpoint(string name) => Page.Locator($"input[name=endpoint][value='{name}']");

    public async Task<int> CountAsync(string name) =>
        int.Parse(await Id($"count-{name}").InnerTextAsync(), CultureInfo.InvariantCulture);

    /// <summary>Waits until an element has a text.</summary>
    /// <param name="id">The element.</param>
    /// <param name="text">What its text contains.</param>
    /// <returns>When it has.</returns>
    public Task ShouldSayAsync(string id, string text) =>
        Assertions.Expect(Id(id)).ToContainTextAsync(text, new() { Timeout = OpenPage.PatienceMilliseconds });

    /// <summary>Waits until an element's whole text fits.</summary>
    /// <param name="id">The element.</param>
    /// <param name="text">What its text is.</param>
    /// <returns>When it fits.</returns>
    public Task ShouldSayAsync(string id, Regex text) =>
        Assertions.Expect(Id(id)).ToHaveTextAsync(text, new() { Timeout = OpenPage.PatienceMilliseconds });

    /// <summary>Takes a picture for people to look at.</summary>
    /// <param name="name">Its file's name.</param>
    /// <param name="isWhole">Whether it shows what lies below the window, too.</param>
    /// <returns>When it is written to <c>artifacts/screenshots</c>.</returns>
    public Task PictureAsync(string name, bool isWhole = true) =>
        Page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(AppContext.BaseDirectory, "../../../screenshots", $"{name}.png"),
                FullPage = isWhole,
            }
        );

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
