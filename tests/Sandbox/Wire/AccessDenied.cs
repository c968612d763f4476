using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.Http;

namespace Firetiger.Sandbox.Wire;

/// <summary>The JSON protocols answer 400 where Query and rest-json answer 403.</summary>
internal static class AccessDenied
{
    public static int StatusOutsideJson(AwsException error) =>
        error.QueryCode is "AccessDenied" or "AccessDeniedException" or "InvalidClientTokenId" or "ExpiredToken"
            ? StatusCodes.Status403Forbidden
            : error.Status;
}
