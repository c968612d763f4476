using System.Text.Json;

namespace Firetiger.DlqRedriver.Requests;

/// <summary>The members of a payload, read one by one, so that what no one reads is known to be a mistake.</summary>
/// <param name="root">The payload, an object.</param>
internal sealed class RequestMembers(JsonElement root)
{
    private readonly List<string> _known = ["action"];

    /// <summary>Reads a yes or no.</summary>
    /// <param name="name">The member.</param>
    /// <returns>False when it is absent.</returns>
    /// <exception cref="InvalidRequestException">It is something else.</exception>
    public bool Flag(string name) =>
        Find(name) is { } value
        && value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new InvalidRequestException($"{name} must be true or false."),
        };

    /// <summary>Reads a whole number from 1.</summary>
    /// <param name="name">The member.</param>
    /// <param name="most">The largest.</param>
    /// <returns>The number, or null when it is absent.</returns>
    /// <exception cref="InvalidRequestException">It is something else.</exception>
    public int? Positive(string name, int most = int.MaxValue)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return
            value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number > 0 && number <= most
            ? number
            : throw new InvalidRequestException($"{name} must be a whole number from 1 to {most}.");
    }

    /// <summary>Reads an array of texts.</summary>
    /// <param name="name">The member.</param>
    /// <returns>The texts; none when it is absent.</returns>
    /// <exception cref="InvalidRequestException">It is something else.</exception>
    public IReadOnlyCollection<string> Texts(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        return
            value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : throw new InvalidRequestException($"{name} must be an array of texts.");
    }

    /// <summary>Reads a text.</summary>
    /// <param name="name">The member.</param>
    /// <returns>The text, or null when it is absent.</returns>
    /// <exception cref="InvalidRequestException">It is something else.</exception>
    public string? Text(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new InvalidRequestException($"{name} must be a text.");
    }

    /// <summary>Checks that every member was read: a misspelt <c>dryRun</c> must not move a queue.</summary>
    /// <param name="request">What was read.</param>
    /// <returns>The same.</returns>
    /// <exception cref="InvalidRequestException">A member is not one of the action's.</exception>
    public Request Complete(Request request)
    {
        var names = root.EnumerateObject().Select(member => member.Name);
        return names.FirstOrDefault(name => !_known.Contains(name)) is { } unknown
            ? throw new InvalidRequestException(
                $"The member '{unknown}' is not known; {request.Action} takes {string.Join(", ", _known)}."
            )
            : request;
    }

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return root.TryGetProperty(name, out var value) ? value : null;
    }
}
