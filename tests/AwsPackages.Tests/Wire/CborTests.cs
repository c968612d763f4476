using System.Text.Json.Nodes;

namespace Firetiger.AwsPackages.Tests.Wire;

/// <summary>The published CloudWatch client speaks CBOR and the stand-in JSON; the server must read both alike.</summary>
public sealed class CborTests
{
    [Fact]
    public void What_is_written_as_CBOR_is_read_as_the_same_JSON()
    {
        var node = new JsonObject
        {
            ["text"] = "t",
            ["flag"] = true,
            ["integer"] = -3,
            ["number"] = 1.5,
            ["nothing"] = null,
            ["list"] = new JsonArray(1, "2"),
            ["time"] = new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero),
        };

        var read = Cbor.Read(Cbor.Write(node));

        read!.ShouldBeJson(
            """
            {
              "text": "t",
              "flag": true,
              "integer": -3,
              "number": 1.5,
              "nothing": null,
              "list": [1, "2"],
              "time": 1740830400
            }
            """
        );
    }
}
