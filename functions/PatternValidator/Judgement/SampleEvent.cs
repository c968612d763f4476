namespace Firetiger.PatternValidator.Judgement;

/// <summary>The event that EventBridge wants to see along with a pattern. Whether it matches does not matter.</summary>
internal static class SampleEvent
{
    /// <summary>An ECS event with every member that TestEventPattern requires.</summary>
    public const string Json = """
        {
          "version": "0",
          "id": "d0a90a64-db3d-a7d8-0521-401057d69bb3",
          "detail-type": "ECS Task State Change",
          "source": "aws.ecs",
          "account": "123456789012",
          "time": "2025-03-04T10:42:40Z",
          "region": "us-east-1",
          "resources": ["arn:aws:ecs:us-east-1:123456789012:task/shop/01993059f0f2eb1fef51f0bf3749f2e0"],
          "detail": { "lastStatus": "STOPPED", "stopCode": "EssentialContainerExited" }
        }
        """;
}
