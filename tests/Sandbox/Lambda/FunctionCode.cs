using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Lambda;

/// <summary>Where a function's code is said to lie.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The zip's key; without <see cref="SandboxOptions.BucketsFolder"/> only its file name counts.</param>
internal sealed record FunctionCode(string Bucket, string Key)
{
    /// <summary>Gets the name of the zip without its extension: the function's project.</summary>
    public string ProjectName => Path.GetFileNameWithoutExtension(Key);

    /// <summary>Reads a Code member, or the input of UpdateFunctionCode.</summary>
    /// <param name="code">The object.</param>
    /// <returns>The code.</returns>
    /// <exception cref="AwsException">There is no S3Key.</exception>
    public static FunctionCode Read(JsonObject code) =>
        new(
            code.Text("S3Bucket") ?? "",
            code.Text("S3Key")
                ?? throw new AwsException(
                    "InvalidParameterValueException",
                    "The sandbox takes code from an S3Key only: the zip's path"
                )
        );
}
