using System.Text;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Sqs;

/// <summary>The characters that SQS takes: those of XML 1.0.</summary>
internal static class MessageText
{
    private const int LastOfPlane0 = 0xFFFD;

    /// <summary>Refuses any other character.</summary>
    /// <param name="text">A body or an attribute's value.</param>
    /// <exception cref="AwsException">InvalidMessageContents.</exception>
    public static void Check(string text)
    {
        if (
            text.EnumerateRunes().Where(rune => !IsAllowed(rune)).Select(rune => (Rune?)rune).FirstOrDefault() is
            { } bad
        )
        {
            throw SqsErrors.InvalidMessageContents(
                $"Invalid binary character '#x{bad.Value:X}' was found in the message body, the set of allowed "
                    + "characters is #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF"
            );
        }
    }

    private static bool IsAllowed(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r' or (>= ' ' and <= LastOfPlane0) || rune.Plane > 0;
}
