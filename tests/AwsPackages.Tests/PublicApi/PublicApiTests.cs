using System.Reflection;

namespace Firetiger.AwsPackages.Tests.PublicApi;

/// <summary>Holds the packages, published or stand-ins, to one listing of what this repository may use of them.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Packages =>
        [
            "Amazon.Lambda.Core",
            "Amazon.Lambda.RuntimeSupport",
            "Amazon.Lambda.Serialization.SystemTextJson",
            "Amazon.Lambda.SQSEvents",
            "Amazon.Lambda.TestUtilities",
            "AWSSDK.CloudWatch",
            "AWSSDK.EventBridge",
        ];

    private static string Mode =>
        typeof(PublicApiTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => string.Equals(attribute.Key, "AwsPackages", StringComparison.Ordinal))
            .Value!;

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_listed_signature_exists(string package)
    {
        var usable = ApiListing.Usable(Assembly.Load(package));

        var missing = Listed(package).Where(line => !usable.Contains(line));

        missing.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_stand_in_has_nothing_that_is_not_listed(string package)
    {
        Assert.SkipUnless(
            string.Equals(Mode, "StandIns", StringComparison.Ordinal),
            "The published packages have more than is used of them."
        );

        var unlisted = ApiListing.Declared(Assembly.Load(package)).Except(Listed(package), StringComparer.Ordinal);

        string.Join('\n', unlisted).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_listing_is_sorted_and_names_nothing_twice(string package)
    {
        var listed = Listed(package);

        listed.ShouldBe(listed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static List<string> Listed(string package)
    {
        var assembly = typeof(PublicApiTests).Assembly;
        using var text = new StreamReader(assembly.GetManifestResourceStream($"{package}.txt")!);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
