namespace Firetiger.PatternValidator.CommandLine;

/// <summary>The arguments of one command: operands, and options such as <c>--format json</c> or <c>--format=json</c>.</summary>
internal sealed class CommandArguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly List<string> _operands = [];

    private CommandArguments() { }

    /// <summary>Gets what is no option.</summary>
    public IReadOnlyList<string> Operands => _operands;

    /// <summary>Sorts arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="options">The options there are, each of which has a value.</param>
    /// <returns>The arguments, sorted.</returns>
    /// <exception cref="UsageException">There is an unknown option, or one without its value, or one twice.</exception>
    public static CommandArguments Parse(IReadOnlyList<string> arguments, params IReadOnlyList<string> options)
    {
        var parsed = new CommandArguments();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
        {
            if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                parsed._operands.Add(argument);
                continue;
            }

            var (name, value) = Split(argument);
            if (!options.Contains(name, StringComparer.Ordinal))
            {
                throw new UsageException($"unknown option `{name}`");
            }

            value ??= rest.TryDequeue(out var next) ? next : throw new UsageException($"`{name}` needs a value");
            if (!parsed._options.TryAdd(name, value))
            {
                throw new UsageException($"`{name}` is given twice");
            }
        }

        return parsed;
    }

    /// <summary>Reads an option that has a few values.</summary>
    /// <param name="option">The option.</param>
    /// <param name="values">Its values; the first is the default.</param>
    /// <returns>The value.</returns>
    /// <exception cref="UsageException">It has another value.</exception>
    public string OneOf(string option, params IReadOnlyList<string> values)
    {
        var value = _options.GetValueOrDefault(option, values[0]);
        return values.Contains(value, StringComparer.Ordinal)
            ? value
            : throw new UsageException($"`{option}` can be {string.Join(" or ", values)}, not `{value}`");
    }

    private static (string Name, string? Value) Split(string argument) =>
        argument.IndexOf('=', StringComparison.Ordinal) is var at and > 0
            ? (argument[..at], argument[(at + 1)..])
            : (argument, null);
}
