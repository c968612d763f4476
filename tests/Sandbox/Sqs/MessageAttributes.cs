using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Sqs;

/// <summary>Message attributes: what is allowed, how long they are and their digest.</summary>
internal static partial class MessageAttributes
{
    private const int Most = 10;
    private const byte TextTransport = 1;
    private const byte BinaryTransport = 2;

    /// <summary>Checks attributes.</summary>
    /// <param name="attributes">By name.</param>
    /// <returns>Their part of the message's size in bytes: names, types and values.</returns>
    /// <exception cref="AwsException">InvalidParameterValue.</exception>
    public static int Check(JsonObject attributes)
    {
        if (attributes.Count > Most)
        {
            throw SqsErrors.InvalidParameterValue(
                $"Number of message attributes [{attributes.Count}] exceeds the allowed maximum [{Most}]."
            );
        }

        return attributes.Sum(attribute => Check(attribute.Key, attributes.Structure(attribute.Key) ?? []));
    }

    /// <summary>Computes MD5OfMessageAttributes as the SQS developer guide lays it down; the SDKs check it.</summary>
    /// <param name="attributes">By name.</param>
    /// <returns>The digest in lower-case hexadecimal.</returns>
    public static string Md5(JsonObject attributes)
    {
        using var buffer = new MemoryStream();
        foreach (var name in attributes.Select(attribute => attribute.Key).Order(StringComparer.Ordinal))
        {
            var attribute = attributes.Structure(name)!;
            Write(buffer, Encoding.UTF8.GetBytes(name));
            Write(buffer, Encoding.UTF8.GetBytes(attribute.Text("DataType")!));
            buffer.WriteByte(IsBinary(attribute) ? BinaryTransport : TextTransport);
            Write(buffer, Value(name, attribute));
        }

        return Md5(buffer.ToArray());
    }

    [SuppressMessage("Security", "S4790", Justification = "SQS's own checksum, not a protection.")]
    [SuppressMessage("Security", "CA5351", Justification = "SQS's own checksum, not a protection.")]
    public static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));

    /// <summary>Picks the attributes that a receiver asked for.</summary>
    /// <param name="attributes">All.</param>
    /// <param name="wanted">Names, prefixes that end in <c>.*</c>, or <c>All</c>.</param>
    /// <returns>A copy of those wanted.</returns>
    public static JsonObject Pick(JsonObject attributes, IReadOnlyList<string> wanted) =>
        [.. attributes.Where(attribute => wanted.Any(name => Matches(attribute.Key, name))).Select(Copy)];

    private static KeyValuePair<string, JsonNode?> Copy(KeyValuePair<string, JsonNode?> attribute) =>
        new(attribute.Key, attribute.Value?.DeepClone());

    private static bool Matches(string name, string wanted) =>
        wanted is "All" or ".*"
        || string.Equals(name, wanted, StringComparison.Ordinal)
        || (wanted.EndsWith(".*", StringComparison.Ordinal) && name.StartsWith(wanted[..^2], StringComparison.Ordinal));

    private static int Check(string name, JsonObject attribute)
    {
        if (!NameShape().IsMatch(name))
        {
            throw SqsErrors.InvalidParameterValue($"Message (user) attribute name '{name}' is invalid.");
        }

        var type = attribute.Text("DataType") ?? string.Empty;
        if (!TypeShape().IsMatch(type))
        {
            throw SqsErrors.InvalidParameterValue(
                $"The type of message (user) attribute '{name}' is invalid. You must use only the following supported "
                    + "type prefixes: Binary, Number, String."
            );
        }

        var value = Value(name, attribute);
        if (value.Length == 0)
        {
            throw SqsErrors.InvalidParameterValue(
                $"Message (user) attribute '{name}' must contain a non-empty value of type '{type}'."
            );
        }

        MessageText.Check(attribute.Text("StringValue") ?? string.Empty);
        return Encoding.UTF8.GetByteCount(name) + Encoding.UTF8.GetByteCount(type) + value.Length;
    }

    // No AWS. or Amazon. prefix in any case, no period at either end, none doubled.
    [GeneratedRegex(@"^(?!aws\.|amazon\.|\.)(?!.*\.\.)[a-z0-9_.-]{1,256}(?<!\.)\z", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NameShape();

    [GeneratedRegex(@"^(?:String|Number|Binary)(?:\..{1,249})?\z", RegexOptions.None, 1000)]
    private static partial Regex TypeShape();

    private static bool IsBinary(JsonObject attribute) =>
        attribute.Text("DataType")!.StartsWith("Binary", StringComparison.Ordinal);

    private static byte[] Value(string name, JsonObject attribute)
    {
        if (!IsBinary(attribute))
        {
            return Encoding.UTF8.GetBytes(attribute.Text("StringValue") ?? string.Empty);
        }

        var text = attribute.Text("BinaryValue") ?? string.Empty;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? bytes[..length]
            : throw BadInput.Because($"The BinaryValue of '{name}' is not Base64");
    }

    private static void Write(MemoryStream buffer, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        buffer.Write(length);
        buffer.Write(bytes);
    }
}
