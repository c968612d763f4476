namespace Amazon.Lambda.Core;

/// <summary>Names the serializer of an assembly or a handler; unused by functions that bring their own bootstrap.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Assembly)]
public sealed class LambdaSerializerAttribute : Attribute
{
    public LambdaSerializerAttribute(Type serializerType) => SerializerType = serializerType;

    public Type SerializerType { get; set; }
}
