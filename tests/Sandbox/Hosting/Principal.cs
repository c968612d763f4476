namespace Firetiger.Sandbox.Hosting;

/// <summary>Who makes a call.</summary>
internal abstract record Principal
{
    /// <summary>The account's owner: whoever signs with credentials that the sandbox did not issue.</summary>
    public sealed record Administrator : Principal;

    /// <summary>A session of a role, as a function's process has.</summary>
    /// <param name="RoleName">The role's name.</param>
    /// <param name="SessionName">The session's name: for a function, the function's.</param>
    public sealed record Role(string RoleName, string SessionName) : Principal;

    /// <summary>An AWS service that acts in its own name, which only a resource's policy can allow.</summary>
    /// <param name="Name">Such as <c>events.amazonaws.com</c>.</param>
    /// <param name="SourceArn">What it acts for: the value of <c>aws:SourceArn</c>.</param>
    public sealed record Service(string Name, string? SourceArn = null) : Principal;
}
