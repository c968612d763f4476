using System.Globalization;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Sqs;
using Microsoft.Extensions.Time.Testing;

namespace Firetiger.Sandbox.Tests.Sqs;

public sealed class InFlightLimitTests
{
    [Fact]
    public async Task A_queue_with_120_000_messages_in_flight_refuses_a_short_poll_and_answers_a_long_one_with_nothing()
    {
        var time = new FakeTimeProvider();
        var queue = new Queue("id", "q", QueueSettings.Default, time);
        for (var number = 0; number <= Queue.InFlightLimit; number++)
        {
            queue.Send(Message(number), TimeSpan.Zero);
        }

        var received = await ReceiveAsync(queue, int.MaxValue, TimeSpan.Zero);
        var longPoll = ReceiveAsync(queue, 1, TimeSpan.FromSeconds(1));
        time.Advance(TimeSpan.FromSeconds(1));

        received.Count.ShouldBe(Queue.InFlightLimit);
        (await longPoll).ShouldBeEmpty();
        var refusal = await Should.ThrowAsync<AwsException>(() => ReceiveAsync(queue, 1, TimeSpan.Zero));
        refusal.Code.ShouldBe("OverLimit");
    }

    private static Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(Queue queue, int maximum, TimeSpan wait) =>
        queue.ReceiveAsync(maximum, TimeSpan.FromHours(1), wait, OneQueue.Token);

    private static Message Message(int number) =>
        new()
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Body = "b",
            Attributes = [],
            SystemAttributes = [],
            SenderId = "s",
            SentAt = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };
}
