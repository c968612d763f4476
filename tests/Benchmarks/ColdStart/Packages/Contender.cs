namespace Firetiger.ColdStart.Packages;

/// <summary>A function that takes part.</summary>
/// <param name="Name">What it is written in.</param>
/// <param name="Work">What it does.</param>
/// <param name="Program">The executable that is started.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Folder">Where it is started.</param>
/// <param name="ZipBytes">The size of what would be deployed.</param>
internal sealed record Contender(
    string Name,
    Work Work,
    string Program,
    IReadOnlyList<string> Arguments,
    string Folder,
    long ZipBytes
)
{
    /// <summary>The name of ours.</summary>
    public const string Ours = "Firetiger (C#, Native AOT)";

    /// <summary>Gets a value indicating whether it is one of our functions.</summary>
    public bool IsOurs => string.Equals(Name, Ours, StringComparison.Ordinal);
}
