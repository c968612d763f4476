using System.Reflection;

namespace Firetiger.AwsPackages.Tests.PublicApi;

/// <summary>The public surface of an assembly, one signature per line.</summary>
internal static class ApiListing
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>What the assembly's own types declare.</summary>
    public static IReadOnlySet<string> Declared(Assembly assembly) =>
        Lines(assembly, type => DirectBases(type), type => type.GetMembers(Public | BindingFlags.DeclaredOnly));

    /// <summary>What can be used through the assembly's types, inherited members included.</summary>
    public static IReadOnlySet<string> Usable(Assembly assembly) =>
        Lines(assembly, AllBases, type => type.GetMembers(Public | BindingFlags.FlattenHierarchy));

    private static SortedSet<string> Lines(
        Assembly assembly,
        Func<Type, IEnumerable<Type>> bases,
        Func<Type, IEnumerable<MemberInfo>> members
    )
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in assembly.GetExportedTypes())
        {
            lines.Add($"{Kind(type)} {TypeText.FullNameOf(type)}");
            lines.UnionWith(
                bases(type).Where(IsWorthALine).Select(parent => $"{TypeText.FullNameOf(type)} : {TypeText.Of(parent)}")
            );
            lines.UnionWith(
                IsDelegate(type)
                    ? [MemberText.Of(type, type.GetMethod("Invoke")!)!]
                    : members(type).Select(member => MemberText.Of(type, member)).OfType<string>()
            );
        }

        return lines;
    }

    private static string Kind(Type type) =>
        type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => "enum",
            _ when IsDelegate(type) => "delegate",
            _ => "class",
        };

    private static bool IsDelegate(Type type) => type.IsSubclassOf(typeof(Delegate));

    /// <summary>Of the BCL only Exception and IDisposable matter to a caller.</summary>
    private static bool IsWorthALine(Type parent) =>
        parent.Namespace?.StartsWith("Amazon", StringComparison.Ordinal) == true
        || parent == typeof(Exception)
        || parent == typeof(IDisposable);

    private static IEnumerable<Type> DirectBases(Type type)
    {
        var inherited = type.GetInterfaces()
            .SelectMany(parent => parent.GetInterfaces())
            .Concat(type.BaseType?.GetInterfaces() ?? []);
        return type.GetInterfaces().Except(inherited).Concat(type.BaseType is { } parent ? [parent] : []);
    }

    private static IEnumerable<Type> AllBases(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            yield return parent;
        }

        foreach (var parent in type.GetInterfaces())
        {
            yield return parent;
        }
    }
}
