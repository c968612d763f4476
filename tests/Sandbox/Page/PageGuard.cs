using Microsoft.AspNetCore.Http;

namespace Firetiger.Sandbox.Page;

/// <summary>Keeps web sites away from the sandbox of whoever visits them.</summary>
internal static class PageGuard
{
    /// <summary>The header of every request that changes something. A page of another origin cannot send it without being allowed to.</summary>
    public const string Header = "X-Sandbox";

    private static readonly string[] Hosts = ["127.0.0.1", "localhost"];

    /// <summary>Refuses a request that does not come from this machine's own page or terminal.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="PageException">It was made for another host name, by another origin, or changes something without the header.</exception>
    public static void Demand(HttpRequest request)
    {
        // A name that a web site points at 127.0.0.1 would make this page that site's.
        if (!Hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            throw Forbidden($"The sandbox's page answers to {string.Join(" and ", Hosts)} only.");
        }

        if (HttpMethods.IsGet(request.Method))
        {
            return;
        }

        if (request.Headers.Origin is [{ } origin] && !IsOwn(origin, request))
        {
            throw Forbidden("Only the sandbox's own page may change it.");
        }

        if (!request.Headers.ContainsKey(Header))
        {
            throw Forbidden($"Send the header {Header}: 1 with what changes the sandbox.");
        }
    }

    private static bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

    private static PageException Forbidden(string message) => new(message, StatusCodes.Status403Forbidden);
}
