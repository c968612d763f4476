using System.Reflection;

namespace Firetiger.AwsPackages.Tests.PublicApi;

/// <summary>
/// A public member in one line. What two builds of one API may differ in is left out: virtual, params, attributes and the
/// values of defaults.
/// </summary>
internal static class MemberText
{
    private static readonly HashSet<string> _ofEveryObject = ["Equals", "GetHashCode", "GetType", "ToString"];

    public static string? Of(Type owner, MemberInfo member) =>
        member switch
        {
            ConstructorInfo constructor => $"{TypeText.FullNameOf(owner)}({Parameters(constructor)})",
            FieldInfo { IsSpecialName: false } field =>
                $"{Name(owner, field, field.IsStatic)}: {TypeText.Of(field.FieldType)}",
            PropertyInfo property => Of(owner, property),
            MethodInfo method when IsOwn(method) =>
                $"{Name(owner, method, method.IsStatic)}{TypeArguments(method)}({Parameters(method)}): {TypeText.Of(method.ReturnType)}",
            _ => null,
        };

    private static string? Of(Type owner, PropertyInfo property)
    {
        var accessors = string.Concat(property.GetAccessors().Select(Accessor).Order(StringComparer.Ordinal));
        return $"{Name(owner, property, property.GetAccessors().Any(accessor => accessor.IsStatic))}: {TypeText.Of(property.PropertyType)} {{{accessors} }}";
    }

    private static string Accessor(MethodInfo accessor) => accessor.ReturnType == typeof(void) ? " set;" : " get;";

    private static bool IsOwn(MethodInfo method) =>
        !_ofEveryObject.Contains(method.Name)
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static string Name(Type owner, MemberInfo member, bool isStatic) =>
        $"{(isStatic ? "static " : "")}{TypeText.FullNameOf(owner)}.{member.Name}";

    private static string TypeArguments(MethodInfo method) =>
        method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
            : "";

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter =>
                    $"{TypeText.Of(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = default" : "")}"
                )
        );
}
