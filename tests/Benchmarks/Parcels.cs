using System.Globalization;
using System.Text;

namespace Firetiger.Benchmarks;

/// <summary>
/// Made-up land parcels of the shape of the "citylots" events that event-ruler is measured with: some 900 bytes, nine strings, and an array
/// of 5 to 22 points. The same seed makes the same events.
/// </summary>
internal static class Parcels
{
    /// <summary>Some 18 MB: more than the processor's caches hold, as events that come from a network are.</summary>
    public const int Count = 20_000;

    /// <summary>The bound that the numeric rules ask about; a little more than two thirds of the parcels lie west of it.</summary>
    public const string Meridian = "-122.41600944012424";

    private static readonly string[] Streets =
    [
        "FULTON",
        "FUNSTON",
        "MASON",
        "JEFFERSON",
        "BEACH",
        "HYDE",
        "CHESTNUT",
        "ACTON",
        "BLAKE",
        "DRUMM",
        "RHINE",
        "FLEMING",
        "DIEGO",
        "FOLSOM",
        "GREENWICH",
        "TURK",
        "CABRILLO",
        "GEARY",
        "SACRAMENTO",
        "DIVISADERO",
        "NORIEGA",
        "O'FARRELL",
        "LA PLAYA",
    ];

    private static readonly string[] StreetTypes = ["ST", "ST", "ST", "AVE", "BLVD", "DR", "WAY"];

    public static byte[][] Make(int count)
    {
        Random random = new(42);
        return [.. Enumerable.Range(0, count).Select(_ => Encoding.UTF8.GetBytes(One(random)))];
    }

    private static string One(Random random)
    {
        string block = random.Next(1, 10_000).ToString("0000", CultureInfo.InvariantCulture);
        string lot = random.Next(1, 250).ToString("000", CultureInfo.InvariantCulture);
        int number = random.Next(1, 4300);
        string type = random.Next(2000) == 0 ? "MultiPolygon" : "Polygon";
        string[] points = Points(random);
        StringBuilder json = new("""{"type":"Feature","properties":{""");
        json.Append(CultureInfo.InvariantCulture, $"\"MAPBLKLOT\":\"{block}{lot}\",\"BLKLOT\":\"{block}{lot}\",")
            .Append(CultureInfo.InvariantCulture, $"\"BLOCK_NUM\":\"{block}\",\"LOT_NUM\":\"{lot}\",")
            .Append(CultureInfo.InvariantCulture, $"\"FROM_ST\":\"{number}\",\"TO_ST\":\"{number}\",")
            .Append(CultureInfo.InvariantCulture, $"\"STREET\":\"{Pick(random, Streets)}\",")
            .Append(CultureInfo.InvariantCulture, $"\"ST_TYPE\":\"{Pick(random, StreetTypes)}\",")
            .Append(CultureInfo.InvariantCulture, $"\"ODD_EVEN\":\"{(number % 2 == 0 ? 'E' : 'O')}\"}},")
            .Append(CultureInfo.InvariantCulture, $"\"geometry\":{{\"type\":\"{type}\",")
            .Append(CultureInfo.InvariantCulture, $"\"firstCoordinates\":{points[0]},")
            .Append(CultureInfo.InvariantCulture, $"\"coordinates\":[[{string.Join(',', points)}]]}}}}");
        return json.ToString();
    }

    private static string[] Points(Random random)
    {
        double longitude = -122.5145 + (0.14 * random.NextDouble());
        double latitude = 37.7085 + (0.1 * random.NextDouble());
        return
        [
            .. Enumerable
                .Range(0, random.Next(5, 18))
                .Select(_ => Point(Near(random, longitude), Near(random, latitude))),
        ];
    }

    private static double Near(Random random, double value) => value + (0.001 * random.NextDouble());

    private static string Point(double longitude, double latitude) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"x":{{longitude:R}},"y":{{latitude:R}},"z":0.0}""");

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];
}
