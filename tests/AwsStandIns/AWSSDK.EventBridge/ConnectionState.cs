using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>State of a connection.</summary>
public class ConnectionState : ConstantClass
{
    public static readonly ConnectionState CREATING = new("CREATING");
    public static readonly ConnectionState UPDATING = new("UPDATING");
    public static readonly ConnectionState DELETING = new("DELETING");
    public static readonly ConnectionState AUTHORIZED = new("AUTHORIZED");
    public static readonly ConnectionState DEAUTHORIZED = new("DEAUTHORIZED");
    public static readonly ConnectionState AUTHORIZING = new("AUTHORIZING");
    public static readonly ConnectionState DEAUTHORIZING = new("DEAUTHORIZING");
    public static readonly ConnectionState ACTIVE = new("ACTIVE");
    public static readonly ConnectionState FAILED_CONNECTIVITY = new("FAILED_CONNECTIVITY");

    public ConnectionState(string value)
        : base(value) { }

    public static ConnectionState FindValue(string value) => FindValue<ConnectionState>(value);

    public static implicit operator ConnectionState(string value) => FindValue(value);
}
