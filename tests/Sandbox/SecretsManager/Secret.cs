using System.Collections.Immutable;

namespace Firetiger.Sandbox.SecretsManager;

/// <summary>A secret. Safe for concurrent use.</summary>
internal sealed class Secret
{
    private ImmutableList<(string Id, string Value)> _versions = [];

    public string Add(string id, string value)
    {
        ImmutableInterlocked.Update(ref _versions, versions => versions.Add((id, value)));
        return id;
    }

    /// <summary>Finds a version.</summary>
    /// <param name="id">Its id; null for the current one.</param>
    /// <returns>The version, or null.</returns>
    public (string Id, string Value)? Find(string? id)
    {
        var versions = _versions;
        var index = id is null
            ? versions.Count - 1
            : versions.FindIndex(version => string.Equals(version.Id, id, StringComparison.Ordinal));
        return index < 0 ? null : versions[index];
    }
}
