using System.Text;

namespace Firetiger.EventPatterns.Tests.Matching;

public sealed class EventReadingTests
{
    private const string Pattern = """{"a":[1,"x"],"b":{"c":[true]}}""";

    [Theory]
    [InlineData("""{"a":1,"b":{"c":true}}""")]
    [InlineData(" \t\r\n{ \"a\" : 1 , \"b\" : { \"c\" : true } } trailing text")]
    [InlineData("""{"z":"}{][\\\"","a":1,"y":[[{"k":"]"}]],"b":{"c":true}}""")]
    [InlineData("""{"\u0061":"\u0078","b":{"c":true}}""")]
    [InlineData("""{"a":2,"a":1,"b":{"c":true}}""")]
    [InlineData("""{"b":{"c":true},"b":{},"a":[[1]]}""")]
    [InlineData("""{"a":1,"b.c":true}""")]
    [InlineData("""{"a":1,"b":{"c":true},"z":{"what it does not mention": nobody reads]}""")]
    public void An_event_matches_however_it_is_written(string text) => IsMatch(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[{\"a\":1,\"b\":{\"c\":true}}]")]
    [InlineData("\ufeff{\"a\":1,\"b\":{\"c\":true}}")]
    [InlineData("""{"a":1,"b":{"c":true}""")]
    [InlineData("""{"a":1,"b":{"c":true""")]
    [InlineData("""{"a":1 "b":{"c":true}}""")]
    [InlineData("""{"a" 1,"b":{"c":true}}""")]
    [InlineData("""{"b":{"c":true,},"a":1}""")]
    [InlineData("""{,"a":1,"b":{"c":true}}""")]
    [InlineData("""{a:1,"b":{"c":true}}""")]
    [InlineData("""{"z":,"a":1,"b":{"c":true}}""")]
    [InlineData("""{"a":[1,],"b":{"c":true}}""")]
    [InlineData("""{"a":[,1],"b":{"c":true}}""")]
    [InlineData("""{"a":01,"a":1,"b":{"c":true}}""")]
    [InlineData("""{"a":nul,"a":1,"b":{"c":true}}""")]
    [InlineData("""{"a":"\q","a":1,"b":{"c":true}}""")]
    [InlineData("""{"a":"\u00g0","a":1,"b":{"c":true}}""")]
    [InlineData("{\"a\":\"x\n\",\"a\":1,\"b\":{\"c\":true}}")]
    [InlineData("""{"a":"x""")]
    [InlineData("""{"a":"x\""")]
    [InlineData("""{"a":"\u00""")]
    [InlineData("""{"a":"\u006""")]
    [InlineData("""{"a":"\ug061","a":1,"b":{"c":true}}""")]
    [InlineData("""{"a":"\u0g61","a":1,"b":{"c":true}}""")]
    [InlineData("""{"a":"\u006g","a":1,"b":{"c":true}}""")]
    [InlineData("{\"a\":\"x\n\",\"a\":1,\"b\":{\"c\":true},\"more\":\"than a vector\"}")]
    [InlineData("{\"a\":tr\u0001ue,\"a\":1,\"b\":{\"c\":true}}")]
    [InlineData("{\"a\":tr\u0001ue,\"a\":1,\"b\":{\"c\":true},\"more\":\"than a vector\"}")]
    [InlineData("{\"z\":tr\u0001ue,\"a\":1,\"b\":{\"c\":true}}")]
    [InlineData("{\"z\":tr\u0001ue,\"a\":1,\"b\":{\"c\":true},\"more\":\"than a vector\"}")]
    [InlineData("{\"z\":\"\\")]
    public void A_text_that_is_no_object_of_right_JSON_matches_nothing(string text) => IsMatch(text).ShouldBeFalse();

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void Arrays_nest_a_thousand_deep(int depth, bool expected)
    {
        string text =
            "{\"b\":{\"c\":true},\"a\":" + new string('[', depth - 1) + "1" + new string(']', depth - 1) + "}";

        IsMatch(text).ShouldBe(expected);
    }

    [Fact]
    public void What_the_pattern_does_not_mention_may_nest_without_bounds()
    {
        string text = "{\"z\":" + new string('[', 300_000) + new string(']', 300_000) + ",\"a\":1,\"b\":{\"c\":true}}";

        IsMatch(text).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"a":["x"]}""", """{"z":[1,2,{"q":"w"}],"a":"x"}""")]
    [InlineData("""{"a":[{"numeric":[">",1]}],"b":[{"exists":false}]}""", """{"a":2.5,"z":{"y":"\\"}}""")]
    [InlineData("""{"a":{"x":[1],"y":[2]}}""", """{"a":[{"x":1},{"y":2},{"x":1,"y":2}]}""")]
    [InlineData("""{"$or":[{"a":["\u00e9"]},{"a":[{"wildcard":"*x"}]}]}""", """{"a":"\u0065x"}""")]
    [InlineData("""{"a":[{"equals-ignore-case":"STRASSE"}]}""", """{"a":"Strasse"}""")]
    [InlineData("""{"a":[{"cidr":"10.0.0.0/8"}]}""", """{"a":["::1","10.2.3.4"]}""")]
    public void Matching_allocates_nothing(string patternText, string eventText)
    {
        EventPattern pattern = EventPattern.Parse(patternText, new AnalysisOptions { Strictness = Strictness.Lenient });
        byte[] utf8 = Encoding.UTF8.GetBytes(eventText);
        bool hit = pattern.IsMatch(utf8);

        // The runtime itself allocates now and then on any thread; what matching allocates would be in every measurement.
        long least = Enumerable.Range(0, 5).Min(_ => AllocatedBy(() => hit &= pattern.IsMatch(utf8)));

        least.ShouldBe(0);
        hit.ShouldBeTrue();
    }

    private static long AllocatedBy(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 100; round++)
        {
            action();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static bool IsMatch(string text) =>
        EventPattern
            .Parse(Pattern, new AnalysisOptions { Strictness = Strictness.Lenient })
            .IsMatch(Encoding.UTF8.GetBytes(text));
}
