namespace Firetiger.PatternValidator.Protocol;

/// <summary>The id of the resource. It never changes: another id would be a replacement, with a Delete of the old one.</summary>
internal static class PhysicalResourceIds
{
    /// <summary>Gives the id to answer with.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The id received; on Create one that a repeated Create gets as well.</returns>
    public static string For(CustomResourceRequest request) =>
        request.PhysicalResourceId.Length > 0
            ? request.PhysicalResourceId
            : $"event-pattern/{request.LogicalResourceId}";
}
