using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Lambda;

/// <summary>A function: what it is configured to be, and what runs it.</summary>
/// <param name="settings">Its first configuration.</param>
/// <param name="runtime">Its processes.</param>
/// <param name="log">The newest lines that its processes wrote.</param>
internal sealed class LambdaFunction(FunctionSettings settings, FunctionRuntime runtime, LogTail log)
{
    public FunctionSettings Settings { get; set; } = settings;

    public FunctionRuntime Runtime { get; set; } = runtime;

    public string Name => Settings.Name;

    public string Arn => ArnOf(Name);

    /// <summary>Gets the statements of its resource policy by their ids.</summary>
    public ConcurrentDictionary<string, JsonObject> Permissions { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets or sets how asynchronous invocations are retried.</summary>
    public AsyncPolicy AsyncPolicy { get; set; } = AsyncPolicy.Default;

    public LogTail Log { get; } = log;

    public string? Policy =>
        Permissions.IsEmpty
            ? null
            : new JsonObject
            {
                ["Version"] = "2012-10-17",
                ["Id"] = "default",
                ["Statement"] = new JsonArray([.. Permissions.Values.Select(statement => statement.DeepClone())]),
            }.ToJsonString();

    public static string ArnOf(string name) => Account.Arn("lambda", $"function:{name}");

    /// <summary>Takes the name from what callers may give: a name, an ARN, a partial ARN, with or without a qualifier.</summary>
    /// <param name="nameOrArn">The caller's text.</param>
    /// <returns>The name.</returns>
    public static string NameOf(string nameOrArn)
    {
        var parts = nameOrArn.Split(':');
        var function = Array.IndexOf(parts, "function");
        return function >= 0 && function + 1 < parts.Length ? parts[function + 1] : parts[0];
    }
}
