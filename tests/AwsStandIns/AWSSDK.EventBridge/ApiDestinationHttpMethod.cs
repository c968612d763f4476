using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>HTTP method of an API destination.</summary>
public class ApiDestinationHttpMethod : ConstantClass
{
    public static readonly ApiDestinationHttpMethod POST = new("POST");
    public static readonly ApiDestinationHttpMethod GET = new("GET");
    public static readonly ApiDestinationHttpMethod HEAD = new("HEAD");
    public static readonly ApiDestinationHttpMethod OPTIONS = new("OPTIONS");
    public static readonly ApiDestinationHttpMethod PUT = new("PUT");
    public static readonly ApiDestinationHttpMethod PATCH = new("PATCH");
    public static readonly ApiDestinationHttpMethod DELETE = new("DELETE");

    public ApiDestinationHttpMethod(string value)
        : base(value) { }

    public static ApiDestinationHttpMethod FindValue(string value) => FindValue<ApiDestinationHttpMethod>(value);

    public static implicit operator ApiDestinationHttpMethod(string value) => FindValue(value);
}
