namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>Requests as CloudFormation sends them.</summary>
internal static class Recorded
{
    public static string Request(string name, string responseUrl)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Contract", "Requests", $"{name}.json");
        return File.ReadAllText(path).Replace("{ResponseURL}", responseUrl, StringComparison.Ordinal);
    }
}
