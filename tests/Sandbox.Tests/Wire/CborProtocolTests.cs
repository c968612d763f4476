using System.Formats.Cbor;
using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Firetiger.Sandbox.Tests.Wire;

public sealed class CborProtocolTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_700_000_040);

    [Fact]
    public async Task A_metric_goes_in_compressed_and_comes_out_with_its_timestamp_tagged()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new FakeTimeProvider(Start));

        var put = await CallAsync(sandbox, "PutMetricData", PutMetricData(), compress: true);
        var got = await CallAsync(sandbox, "GetMetricData", GetMetricData(), compress: false);

        put.StatusCode.ShouldBe(HttpStatusCode.OK);
        got.Header("smithy-protocol").ShouldBe("rpc-v2-cbor");
        got.Content.Headers.ContentType!.MediaType.ShouldBe("application/cbor");
        var (tag, seconds, value) = Datapoint(await got.CborAsync());
        tag.ShouldBe(CborTag.UnixTimeSeconds);
        seconds.ShouldBe(Start.ToUnixTimeSeconds());
        value.ShouldBe(3.0);
    }

    [Fact]
    public async Task An_error_is_a_map_of_type_and_message()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var response = await CallAsync(sandbox, "PutMetricData", [0xA0], compress: false);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Header("x-amzn-query-error").ShouldBe("MissingParameter;Sender");
        var reader = await response.CborAsync();
        reader.ReadStartMap();
        reader.ReadTextString().ShouldBe("__type");
        reader.ReadTextString().ShouldBe("MissingRequiredParameterException");
        reader.ReadTextString().ShouldBe("message");
        reader.ReadTextString().ShouldBe("The parameter Namespace is required.");
    }

    [Theory]
    [InlineData("FF")]
    [InlineData("80")]
    [InlineData("A1")]
    [InlineData("A10102")]
    [InlineData("A1614EF97E00")]
    [InlineData("A1614EC261FF")]
    public async Task Bad_input_is_a_SerializationException(string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var response = await CallAsync(sandbox, "PutMetricData", Convert.FromHexString(body), compress: false);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var reader = await response.CborAsync();
        reader.ReadStartMap();
        reader.ReadTextString();
        reader.ReadTextString().ShouldBe("SerializationException");
    }

    private static Task<HttpResponseMessage> CallAsync(
        RunningSandbox sandbox,
        string operation,
        byte[] body,
        bool compress
    )
    {
        var content = new ByteArrayContent(compress ? Compressed(body) : body);
        content.Headers.ContentType = new("application/cbor");
        if (compress)
        {
            content.Headers.ContentEncoding.Add("gzip");
        }

        return sandbox.PostAsync(
            "monitoring",
            $"/service/GraniteServiceVersion20100801/operation/{operation}",
            content,
            request => request.Headers.Add("smithy-protocol", "rpc-v2-cbor")
        );
    }

    private static byte[] Compressed(byte[] body)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionMode.Compress))
        {
            gzip.Write(body);
        }

        return buffer.ToArray();
    }

    private static byte[] PutMetricData()
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        writer.WriteStartMap(null);
        writer.WriteTextString("Namespace");
        writer.WriteTextString("N");
        writer.WriteTextString("MetricData");
        writer.WriteStartArray(null);
        writer.WriteStartMap(3);
        writer.WriteTextString("MetricName");
        writer.WriteTextString("m");
        writer.WriteTextString("Value");
        writer.WriteDouble(3);
        writer.WriteTextString("Timestamp");
        writer.WriteTag(CborTag.UnixTimeSeconds);
        writer.WriteDouble(Start.ToUnixTimeSeconds());
        writer.WriteEndMap();
        writer.WriteEndArray();
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static byte[] GetMetricData()
    {
        var writer = new CborWriter();
        writer.WriteStartMap(3);
        writer.WriteTextString("StartTime");
        writer.WriteTag(CborTag.UnixTimeSeconds);
        writer.WriteInt64(Start.ToUnixTimeSeconds() - 60);
        writer.WriteTextString("EndTime");
        writer.WriteTag(CborTag.UnixTimeSeconds);
        writer.WriteInt64(Start.ToUnixTimeSeconds() + 60);
        writer.WriteTextString("MetricDataQueries");
        writer.WriteStartArray(1);
        writer.WriteStartMap(2);
        writer.WriteTextString("Id");
        writer.WriteTextString("q");
        writer.WriteTextString("MetricStat");
        writer.WriteStartMap(3);
        writer.WriteTextString("Metric");
        writer.WriteStartMap(2);
        writer.WriteTextString("Namespace");
        writer.WriteTextString("N");
        writer.WriteTextString("MetricName");
        writer.WriteTextString("m");
        writer.WriteEndMap();
        writer.WriteTextString("Period");
        writer.WriteInt32(60);
        writer.WriteTextString("Stat");
        writer.WriteTextString("Sum");
        writer.WriteEndMap();
        writer.WriteEndMap();
        writer.WriteEndArray();
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static (CborTag Tag, double Seconds, double Value) Datapoint(CborReader reader)
    {
        SkipTo(reader, "MetricDataResults");
        reader.ReadStartArray();
        SkipTo(reader, "Timestamps");
        reader.ReadStartArray();
        var tag = reader.ReadTag();
        var seconds = reader.ReadDouble();
        reader.ReadEndArray();
        reader.ReadTextString().ShouldBe("Values");
        reader.ReadStartArray();
        return (tag, seconds, reader.ReadDouble());
    }

    private static void SkipTo(CborReader reader, string member)
    {
        reader.ReadStartMap();
        while (!string.Equals(reader.ReadTextString(), member, StringComparison.Ordinal))
        {
            reader.SkipValue();
        }
    }
}
