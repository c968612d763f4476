using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Writes lines as Lambda's text format has them: time, request id, level, message, between tabs.</summary>
internal sealed partial class ConsoleLambdaLogger(string requestId, TimeProvider clock) : ILambdaLogger
{
    public void LogLine(string message) => Console.Out.WriteLine(message);

    public void Log(string message) => Console.Out.Write(message);

    public void Log(string level, string message)
    {
        var time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        Console.Out.WriteLine($"{time}\t{requestId}\t{level}\t{message}");
    }

    public void Log(string level, string message, params object[] args) => Log(level, Filled(message, args));

    public void Log(string level, Exception exception, string message, params object[] args) =>
        Log(level, $"{Filled(message, args)}\n{exception}");

    /// <summary>Puts the arguments, in their order, in the place of <c>{name}</c>.</summary>
    private static string Filled(string message, object[] args)
    {
        var index = 0;
        return Placeholder().Replace(message, hole => index < args.Length ? $"{args[index++]}" : hole.Value);
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
