using Microsoft.AspNetCore.Http;

namespace Firetiger.Sandbox.Page;

/// <summary>The files of the page, carried in the program.</summary>
internal static class PageFiles
{
    // Nothing from the internet, nothing inline, no frame around it.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sends a file.</summary>
    /// <param name="http">The request.</param>
    /// <param name="name">Its path under <c>Page/Web</c>.</param>
    /// <returns>When it is sent.</returns>
    /// <exception cref="PageException">There is no such file.</exception>
    public static async Task SendAsync(HttpContext http, string name)
    {
        await using var file =
            typeof(PageFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new PageException($"The page has no file {name}.", StatusCodes.Status404NotFound);
        http.Response.ContentType = ContentType(name);
        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static string ContentType(string name) =>
        Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/plain; charset=utf-8",
        };
}
