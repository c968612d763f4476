using System.Text;
using Firetiger.EventPatterns.Tests.Cases;

namespace Firetiger.EventPatterns.Tests.Matching;

public sealed class MatchingCasesTests
{
    public static TheoryData<string, string, string> Cases
    {
        get
        {
            TheoryData<string, string, string> data = [];
            foreach (string[] cells in CaseFile.Read("matching.cases"))
            {
                data.Add(cells[0], cells[1], cells[2]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_language_means_what_the_table_says(string pattern, string utf16Event, string expected)
    {
        EventPattern? compiled = EventPattern.Analyze(pattern).Pattern;

        bool hit = compiled.ShouldNotBeNull().IsMatch(Encoding.UTF8.GetBytes(utf16Event));

        (hit ? "yes" : "no").ShouldBe(expected);
    }
}
