using System.Formats.Cbor;
using System.Text.Json.Nodes;

namespace Firetiger.AwsPackages.Tests.Wire;

/// <summary>The part of CBOR that Smithy RPC v2 uses, to and from JSON nodes.</summary>
internal static class Cbor
{
    public static byte[] Write(JsonNode node)
    {
        var writer = new CborWriter();
        Write(writer, node);
        return writer.Encode();
    }

    public static JsonNode? Read(byte[] bytes) =>
        bytes.Length == 0 ? new JsonObject() : Read(new CborReader(bytes, CborConformanceMode.Lax));

    private static void Write(CborWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case null:
                writer.WriteNull();
                break;
            case JsonObject map:
                WriteMap(writer, map);
                break;
            case JsonArray list:
                WriteList(writer, list);
                break;
            default:
                WriteValue(writer, node.AsValue());
                break;
        }
    }

    private static void WriteMap(CborWriter writer, JsonObject map)
    {
        writer.WriteStartMap(map.Count);
        foreach (var (name, value) in map)
        {
            writer.WriteTextString(name);
            Write(writer, value);
        }

        writer.WriteEndMap();
    }

    private static void WriteList(CborWriter writer, JsonArray list)
    {
        writer.WriteStartArray(list.Count);
        foreach (var item in list)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteValue(CborWriter writer, JsonValue value)
    {
        if (value.TryGetValue<DateTimeOffset>(out var time))
        {
            writer.WriteTag(CborTag.UnixTimeSeconds);
            writer.WriteDouble(time.ToUnixTimeMilliseconds() / 1000.0);
        }
        else if (value.TryGetValue<string>(out var text))
        {
            writer.WriteTextString(text);
        }
        else if (value.TryGetValue<bool>(out var flag))
        {
            writer.WriteBoolean(flag);
        }
        else if (value.TryGetValue<int>(out var integer))
        {
            writer.WriteInt32(integer);
        }
        else
        {
            writer.WriteDouble(value.GetValue<double>());
        }
    }

    private static JsonNode? Read(CborReader reader) =>
        reader.PeekState() switch
        {
            CborReaderState.StartMap => ReadMap(reader),
            CborReaderState.StartArray => ReadList(reader),
            CborReaderState.Tag => ReadTagged(reader),
            CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString => reader.ReadTextString(),
            CborReaderState.Boolean => reader.ReadBoolean(),
            CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger => reader.ReadInt64(),
            CborReaderState.Null => ReadNull(reader),
            _ => reader.ReadDouble(),
        };

    private static JsonNode? ReadNull(CborReader reader)
    {
        reader.ReadNull();
        return null;
    }

    private static JsonNode? ReadTagged(CborReader reader)
    {
        reader.ReadTag();
        return Read(reader);
    }

    private static JsonObject ReadMap(CborReader reader)
    {
        var map = new JsonObject();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var name = reader.ReadTextString();
            map[name] = Read(reader);
        }

        reader.ReadEndMap();
        return map;
    }

    private static JsonArray ReadList(CborReader reader)
    {
        var list = new JsonArray();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            list.Add(Read(reader));
        }

        reader.ReadEndArray();
        return list;
    }
}
