namespace Firetiger.Benchmarks;

/// <summary>Rules for <see cref="Parcels"/>: the 16 sets that event-ruler measures itself with, five rules of each kind.</summary>
internal static class RuleSets
{
    private static readonly string[] Lots = ["1430022", "2607117", "2607218", "3745012", "VACSTWIL"];
    private static readonly string[] LotGlobs = ["143*", "2*0*1*7", "*218", "3*5*2", "VA*IL"];
    private static readonly string[] Names = ["Fulton", "MASON", "Jefferson", "BEACH", "Chestnut"];
    private static readonly string[] Beginnings = ["AC", "BL", "Dr", "FU", "RH"];
    private static readonly string[] Endings = ["ON", "KE", "MM", "ing", "GO"];

    /// <summary>Gets the rules of each set by its name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = Make();

    private static Dictionary<string, IReadOnlyList<string>> Make()
    {
        Dictionary<string, IReadOnlyList<string>> sets = new(StringComparer.Ordinal)
        {
            ["exact"] = OfField("MAPBLKLOT", Lots, Text),
            ["wildcard"] = OfField("MAPBLKLOT", LotGlobs, Wildcard),
            ["prefix"] = OfField("STREET", Beginnings, Prefix),
            ["prefix ignore-case"] = OfField("STREET", Beginnings, text => Operator("prefix", IgnoreCase(text))),
            ["suffix"] = OfField("STREET", Endings, Suffix),
            ["suffix ignore-case"] = OfField("STREET", Endings, text => Operator("suffix", IgnoreCase(text))),
            ["ignore-case"] = OfField("STREET", Names, IgnoreCase),
            ["numeric"] = OfNumbers("firstCoordinates"),
            ["anything-but"] = OfField("STREET", Names, text => AnythingBut($"[{Text(text)}]")),
            ["anything-but ignore-case"] = OfField("STREET", Names, text => AnythingBut(IgnoreCase(text))),
            ["anything-but prefix"] = OfField("STREET", Beginnings, text => AnythingBut(Prefix(text))),
            ["anything-but suffix"] = OfField("STREET", Endings, text => AnythingBut(Suffix(text))),
            ["anything-but wildcard"] = OfField("MAPBLKLOT", LotGlobs, text => AnythingBut(Wildcard(text))),
        };
        sets["partial combo"] = [.. sets.Values.SelectMany(rules => rules)];
        sets["complex arrays"] = OfNumbers("coordinates");
        sets["combo"] = [.. sets["partial combo"], .. sets["complex arrays"]];
        return sets;
    }

    private static List<string> OfField(string field, string[] values, Func<string, string> match) =>
        [.. values.Select(value => $$$"""{"properties":{"{{{field}}}":[{{{match(value)}}}]}}""")];

    private static List<string> OfNumbers(string place) =>
        [
            OfNumber("\"type\":[\"Polygon\"],", place, "x", $"\"=\",{Parcels.Meridian}"),
            OfNumber("\"type\":[\"MultiPolygon\"],", place, "y", "\"=\",37.729900216217324"),
            OfNumber("", place, "x", $"\"<\",{Parcels.Meridian}"),
            OfNumber("", place, "x", $"\">\",{Parcels.Meridian}"),
            OfNumber("", place, "x", $"\">\",-122.46471267081272,\"<\",{Parcels.Meridian}"),
        ];

    private static string OfNumber(string condition, string place, string axis, string range) =>
        $$$"""{"geometry":{{{{condition}}}"{{{place}}}":{"{{{axis}}}":[{"numeric":[{{{range}}}]}] } } }""";

    private static string Text(string text) => $"\"{text}\"";

    private static string Operator(string name, string operand) => $$"""{"{{name}}":{{operand}}}""";

    private static string Prefix(string text) => Operator("prefix", Text(text));

    private static string Suffix(string text) => Operator("suffix", Text(text));

    private static string Wildcard(string text) => Operator("wildcard", Text(text));

    private static string IgnoreCase(string text) => Operator("equals-ignore-case", Text(text));

    private static string AnythingBut(string operand) => Operator("anything-but", operand);
}
