using System.Collections.Concurrent;

namespace Firetiger.Sandbox.Iam;

/// <summary>The account's roles and the sessions issued for them. Safe for concurrent use.</summary>
internal sealed class Identities
{
    private readonly ConcurrentDictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    /// <summary>Gets the roles by name, which IAM compares without regard to case.</summary>
    public ConcurrentDictionary<string, Role> Roles { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Session? FindSession(string accessKeyId) => _sessions.GetValueOrDefault(accessKeyId);

    public void Add(Session session) => _sessions[session.AccessKeyId] = session;
}
