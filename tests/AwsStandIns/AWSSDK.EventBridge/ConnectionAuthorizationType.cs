using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>How a connection authorises.</summary>
public class ConnectionAuthorizationType : ConstantClass
{
    public static readonly ConnectionAuthorizationType BASIC = new("BASIC");
    public static readonly ConnectionAuthorizationType OAUTH_CLIENT_CREDENTIALS = new("OAUTH_CLIENT_CREDENTIALS");
    public static readonly ConnectionAuthorizationType API_KEY = new("API_KEY");

    public ConnectionAuthorizationType(string value)
        : base(value) { }

    public static ConnectionAuthorizationType FindValue(string value) => FindValue<ConnectionAuthorizationType>(value);

    public static implicit operator ConnectionAuthorizationType(string value) => FindValue(value);
}
