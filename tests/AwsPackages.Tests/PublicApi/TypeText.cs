namespace Firetiger.AwsPackages.Tests.PublicApi;

/// <summary>A type as C# writes it, without namespaces; the same for equal types of different builds.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> _keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
    };

    public static string Of(Type type) =>
        type switch
        {
            _ when _keywords.TryGetValue(type, out var keyword) => keyword,
            { IsGenericParameter: true } => type.Name,
            { IsArray: true } => Of(type.GetElementType()!) + "[]",
            _ when Nullable.GetUnderlyingType(type) is { } value => Of(value) + "?",
            _ => Nested(type) + Arguments(type),
        };

    /// <summary>With its namespace.</summary>
    public static string FullNameOf(Type type) => $"{type.Namespace}.{Of(type)}";

    private static string Nested(Type type) =>
        (type.DeclaringType is { } outer ? Nested(outer) + "." : "") + type.Name.Split('`')[0];

    private static string Arguments(Type type) =>
        type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : "";
}
