using System.Text;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Iam;

/// <summary>A policy document.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Statements">What it says.</param>
internal sealed record Policy(string Text, IReadOnlyList<Statement> Statements)
{
    /// <summary>Reads a document.</summary>
    /// <param name="text">JSON.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="AwsException">MalformedPolicyDocument: AWS would refuse it, or it uses what the sandbox cannot evaluate.</exception>
    public static Policy Parse(string text)
    {
        var document = Document(text);
        if (document["Version"]?.ToString() is not ("2012-10-17" or "2008-10-17"))
        {
            throw PolicyJson.Malformed("The policy must contain a valid version string.");
        }

        return document["Statement"] switch
        {
            JsonArray { Count: > 0 } list => new Policy(text, [.. list.Select(Statement.Parse)]),
            JsonObject one => new Policy(text, [Statement.Parse(one)]),
            _ => throw PolicyJson.Malformed("Syntax errors in policy."),
        };
    }

    private static JsonObject Document(string text)
    {
        try
        {
            return WireJson.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (AwsException)
        {
            throw PolicyJson.Malformed("Syntax errors in policy.");
        }
    }
}
