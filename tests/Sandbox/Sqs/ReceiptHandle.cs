using System.Globalization;
using System.Text;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Sqs;

/// <summary>Names one receipt of one message of one queue.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Receipt">Which of its receipts, from 1.</param>
internal sealed record ReceiptHandle(string MessageId, int Receipt)
{
    /// <summary>Reads a handle.</summary>
    /// <param name="queueId">The queue that it must be from.</param>
    /// <param name="text">The handle as it was given out.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="AwsException">ReceiptHandleIsInvalid.</exception>
    public static ReceiptHandle Parse(string queueId, string text)
    {
        var bytes = new byte[text.Length];
        return
            Convert.TryFromBase64String(text, bytes, out var length)
            && Encoding.UTF8.GetString(bytes.AsSpan(0, length)).Split(' ') is [var queue, var message, var receipt]
            && string.Equals(queue, queueId, StringComparison.Ordinal)
            && int.TryParse(receipt, CultureInfo.InvariantCulture, out var number)
            ? new ReceiptHandle(message, number)
            : throw SqsErrors.ReceiptHandleIsInvalid(text);
    }

    public string Write(string queueId) =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{queueId} {MessageId} {Receipt}"))
        );
}
