using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>Asks whether the caller may.</summary>
internal static class Authorization
{
    /// <summary>Refuses what the caller's policies do not allow.</summary>
    /// <param name="context">The sandbox.</param>
    /// <param name="request">The call.</param>
    /// <param name="resource">The ARN it is about, or <c>*</c>.</param>
    /// <exception cref="AwsException">AccessDeniedException.</exception>
    public static void Demand(this SandboxContext context, AwsRequest request, string resource) =>
        context.Authorizer.Demand(request.Caller, $"events:{request.Operation}", resource);
}
