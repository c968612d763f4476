using System.Collections.Concurrent;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Firetiger.Repository.Tests.Dependencies;

/// <summary>
/// Which namespaces the types of an assembly refer to, by its IL: in signatures and in what methods do. A nested type, and so
/// whatever the compiler makes of a lambda or an async method, is its outermost type's.
/// </summary>
internal sealed class References
{
    private static readonly ConcurrentDictionary<string, References> Known = new(StringComparer.Ordinal);

    private readonly Dictionary<string, HashSet<string>> _ofNamespace = new(StringComparer.Ordinal);

    private References(AssemblyDefinition assembly)
    {
        Assemblies = [.. assembly.MainModule.AssemblyReferences.Select(reference => reference.Name)];
        foreach (var type in assembly.MainModule.GetTypes())
        {
            var name = Outermost(type).Namespace;
            _ofNamespace.TryAdd(name, new HashSet<string>(StringComparer.Ordinal));
            Read(type, _ofNamespace[name]);
        }
    }

    /// <summary>Gets the assemblies that it refers to.</summary>
    public IReadOnlyCollection<string> Assemblies { get; }

    /// <summary>Gets its namespaces.</summary>
    public IReadOnlyCollection<string> Namespaces => _ofNamespace.Keys;

    /// <summary>Reads an assembly beside the tests.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>What it refers to.</returns>
    public static References OfAssembly(string name) => Known.GetOrAdd(name, Load);

    /// <summary>Tells what a namespace refers to.</summary>
    /// <param name="name">The namespace.</param>
    /// <returns>Namespaces, itself included.</returns>
    public IReadOnlyCollection<string> Of(string name) => _ofNamespace[name];

    private static References Load(string name)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"));
        return new References(assembly);
    }

    private static void Read(TypeDefinition type, HashSet<string> found)
    {
        Add(type.BaseType, found);
        Add(type.Interfaces.Select(implemented => implemented.InterfaceType), found);
        Add(type.Fields.Select(field => field.FieldType), found);
        Add(Attributes(type), found);
        foreach (var method in type.Methods)
        {
            Add(method.ReturnType, found);
            Add(method.Parameters.Select(parameter => parameter.ParameterType), found);
            if (method.HasBody)
            {
                Add(method.Body.Variables.Select(variable => variable.VariableType), found);
                Add(method.Body.ExceptionHandlers.Select(handler => handler.CatchType), found);
                Add(method.Body.Instructions.SelectMany(Types), found);
            }
        }
    }

    private static IEnumerable<TypeReference?> Attributes(TypeDefinition type) =>
        type
            .CustomAttributes.Concat(type.Properties.SelectMany(property => property.CustomAttributes))
            .Select(attribute => attribute.AttributeType);

    private static IEnumerable<TypeReference?> Types(Instruction instruction) =>
        instruction.Operand switch
        {
            TypeReference type => [type],
            GenericInstanceMethod method =>
            [
                method.DeclaringType,
                method.ReturnType,
                .. method.Parameters.Select(parameter => parameter.ParameterType),
                .. method.GenericArguments,
            ],
            MethodReference method =>
            [
                method.DeclaringType,
                method.ReturnType,
                .. method.Parameters.Select(parameter => parameter.ParameterType),
            ],
            FieldReference field => [field.DeclaringType, field.FieldType],
            _ => [],
        };

    private static void Add(IEnumerable<TypeReference?> types, HashSet<string> found)
    {
        foreach (var type in types)
        {
            Add(type, found);
        }
    }

    private static void Add(TypeReference? type, HashSet<string> found)
    {
        switch (type)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType instance:
                Add(instance.GenericArguments, found);
                Add(instance.ElementType, found);
                return;
            case TypeSpecification wrapped:
                Add(wrapped.ElementType, found);
                return;
            default:
                found.Add(Outermost(type).Namespace);
                return;
        }
    }

    private static TypeReference Outermost(TypeReference type) =>
        type.DeclaringType is { } declaring ? Outermost(declaring) : type;
}
