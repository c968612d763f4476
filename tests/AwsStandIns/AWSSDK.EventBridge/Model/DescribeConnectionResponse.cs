using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>A connection: how calls to an API destination are authorised.</summary>
public class DescribeConnectionResponse : AmazonWebServiceResponse
{
    public string ConnectionArn { get; set; }

    public string Name { get; set; }

    public string Description { get; set; }

    public ConnectionState ConnectionState { get; set; }

    public string StateReason { get; set; }

    public ConnectionAuthorizationType AuthorizationType { get; set; }

    public string SecretArn { get; set; }

    public string KmsKeyIdentifier { get; set; }

    public DateTime? CreationTime { get; set; }

    public DateTime? LastModifiedTime { get; set; }

    public DateTime? LastAuthorizedTime { get; set; }
}
