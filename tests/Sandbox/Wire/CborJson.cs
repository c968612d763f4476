using System.Formats.Cbor;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Wire;

/// <summary>CBOR for the JSON that services work with: tag 1 is a timestamp.</summary>
internal static class CborJson
{
    private const int DeepestNesting = 64;

    /// <summary>Reads a request's body.</summary>
    /// <param name="body">CBOR; empty is an operation without input.</param>
    /// <returns>The input's members.</returns>
    /// <exception cref="AwsException">SerializationException.</exception>
    public static JsonObject Read(byte[] body)
    {
        if (body.Length == 0)
        {
            return [];
        }

        try
        {
            return Read(new CborReader(body), 0) as JsonObject
                ?? throw BadInput.Because("The request's body is not a CBOR map");
        }
        catch (Exception bad) when (bad is CborContentException or InvalidOperationException or OverflowException)
        {
            throw BadInput.Because(bad.Message);
        }
    }

    public static byte[] Write(JsonNode output)
    {
        var writer = new CborWriter();
        Write(writer, output);
        return writer.Encode();
    }

    private static JsonNode? Read(CborReader reader, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw BadInput.Because("The request's body is nested too deeply");
        }

        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                return ReadMap(reader, depth);
            case CborReaderState.StartArray:
                return ReadArray(reader, depth);
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                return JsonValue.Create(reader.ReadTextString());
            case CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString:
                return JsonValue.Create(Convert.ToBase64String(reader.ReadByteString()));
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger:
                return JsonValue.Create(reader.ReadInt64());
            case CborReaderState.HalfPrecisionFloat
            or CborReaderState.SinglePrecisionFloat
            or CborReaderState.DoublePrecisionFloat:
                return ReadDouble(reader);
            case CborReaderState.Boolean:
                return JsonValue.Create(reader.ReadBoolean());
            case CborReaderState.Tag:
                return ReadTimestamp(reader);
            case CborReaderState.Null:
                reader.ReadNull();
                return null;
            case var other:
                throw BadInput.Because($"CBOR {other} is not expected here");
        }
    }

    private static JsonObject ReadMap(CborReader reader, int depth)
    {
        var members = new JsonObject();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            members[reader.ReadTextString()] = Read(reader, depth + 1);
        }

        reader.ReadEndMap();
        return members;
    }

    private static JsonArray ReadArray(CborReader reader, int depth)
    {
        var items = new JsonArray();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            items.Add(Read(reader, depth + 1));
        }

        reader.ReadEndArray();
        return items;
    }

    private static JsonValue ReadTimestamp(CborReader reader)
    {
        if (reader.ReadTag() != CborTag.UnixTimeSeconds)
        {
            throw BadInput.Because("The only CBOR tag known is 1, a timestamp");
        }

        var seconds = reader.PeekState() is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger
            ? reader.ReadInt64()
            : reader.ReadDouble();
        return JsonValue.Create(Timestamp.FromEpochSeconds(seconds));
    }

    // JSON has no NaN or infinity, which services refuse in any case.
    private static JsonValue ReadDouble(CborReader reader) =>
        reader.ReadDouble() is var number && double.IsFinite(number)
            ? JsonValue.Create(number)
            : throw BadInput.Because("A number must be finite");

    private static void Write(CborWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case null:
                writer.WriteNull();
                break;
            case JsonObject members:
                writer.WriteStartMap(members.Count);
                foreach (var (name, member) in members)
                {
                    writer.WriteTextString(name);
                    Write(writer, member);
                }

                writer.WriteEndMap();
                break;
            case JsonArray items:
                writer.WriteStartArray(items.Count);
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                Write(writer, node.AsValue());
                break;
        }
    }

    private static void Write(CborWriter writer, JsonValue value)
    {
        if (Timestamp.TryGet(value, out var time))
        {
            writer.WriteTag(CborTag.UnixTimeSeconds);
            writer.WriteDouble(Timestamp.EpochSeconds(time));
            return;
        }

        switch (value.GetValueKind())
        {
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteBoolean(value.GetValue<bool>());
                break;
            case JsonValueKind.Number:
                WriteNumber(writer, value);
                break;
            default:
                writer.WriteTextString(value.GetValue<string>());
                break;
        }
    }

    // A double stays one even if it is whole: clients read members by their shape's type.
    private static void WriteNumber(CborWriter writer, JsonValue value)
    {
        var isDouble = value.TryGetValue<object>(out var held) && held is double;
        if (!isDouble && long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var whole))
        {
            writer.WriteInt64(whole);
        }
        else
        {
            writer.WriteDouble(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));
        }
    }
}
