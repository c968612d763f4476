using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>Keeps what is logged in <see cref="Buffer"/> and prints it.</summary>
public class TestLambdaLogger : ILambdaLogger
{
    public StringBuilder Buffer { get; } = new();

    public void LogLine(string message)
    {
        Buffer.AppendLine(message);
        Console.Out.WriteLine(message);
    }

    public void Log(string message)
    {
        Buffer.Append(message);
        Console.Write(message);
    }

    public void Log(string level, string message) => LogLine($"{level}: {message}");

    public void Log(string level, string message, params object[] args) => Log(level, Joined(message, args));

    public void Log(string level, Exception exception, string message, params object[] args)
    {
        Log(level, message, args);
        Log(level, exception.ToString());
    }

    private static string Joined(string message, object[] args) =>
        args is { Length: > 0 } ? $"{message} {string.Join(' ', args)}" : message;
}
