using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>An event bus.</summary>
public class DescribeEventBusResponse : AmazonWebServiceResponse
{
    public string Name { get; set; }

    public string Arn { get; set; }

    public string Description { get; set; }

    public string KmsKeyIdentifier { get; set; }

    public DeadLetterConfig DeadLetterConfig { get; set; }

    public string Policy { get; set; }

    public DateTime? CreationTime { get; set; }

    public DateTime? LastModifiedTime { get; set; }
}
