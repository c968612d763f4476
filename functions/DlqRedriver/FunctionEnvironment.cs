using System.Diagnostics.CodeAnalysis;

namespace Firetiger.DlqRedriver;

/// <summary>The one place that looks at the process's environment.</summary>
internal static class FunctionEnvironment
{
    /// <summary>Gets a value indicating whether Lambda started this process.</summary>
    public static bool IsLambda => !string.IsNullOrEmpty(Read("AWS_LAMBDA_RUNTIME_API"));

    /// <summary>Reads a variable.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its value, or null.</returns>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "This is the settings reader.")]
    public static string? Read(string name) => Environment.GetEnvironmentVariable(name);
}
