namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>Finds a queue's URL without asking SQS: a service may send to a queue that it may not look up.</summary>
internal static class QueueUrl
{
    public static string Of(string queueArn, Uri endpoint)
    {
        var parts = queueArn.Split(':');
        return new Uri(endpoint, $"/{parts[4]}/{parts[5]}").ToString();
    }
}
