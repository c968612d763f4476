using Amazon.SQS;
using Amazon.SQS.Model;
using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Queues;

/// <summary>Where events wait for a human.</summary>
/// <param name="sqs">SQS.</param>
/// <param name="queueUrl">The queue.</param>
internal sealed class QuarantineQueue(IAmazonSQS sqs, string queueUrl)
{
    /// <summary>Sends a message there, whole. The caller deletes the original afterwards, never before.</summary>
    /// <param name="letter">The message.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When SQS has it.</returns>
    /// <exception cref="AwsCallException">SQS does not have it, as far as is known.</exception>
    public async Task SendAsync(DeadLetter letter, QuarantineReason reason, CancellationToken cancellationToken)
    {
        var request = new SendMessageRequest
        {
            QueueUrl = queueUrl,
            MessageBody = letter.Body,
            MessageAttributes = QuarantineAttributes
                .Of(letter, reason)
                .ToDictionary(
                    pair => pair.Key,
                    pair => new MessageAttributeValue { DataType = "String", StringValue = pair.Value },
                    StringComparer.Ordinal
                ),
        };
        await AwsCall.InvokeAsync("SendMessage", () => sqs.SendMessageAsync(request, cancellationToken));
    }
}
