using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>State of an API destination; inactive when its connection is not authorised.</summary>
public class ApiDestinationState : ConstantClass
{
    public static readonly ApiDestinationState ACTIVE = new("ACTIVE");
    public static readonly ApiDestinationState INACTIVE = new("INACTIVE");

    public ApiDestinationState(string value)
        : base(value) { }

    public static ApiDestinationState FindValue(string value) => FindValue<ApiDestinationState>(value);

    public static implicit operator ApiDestinationState(string value) => FindValue(value);
}
