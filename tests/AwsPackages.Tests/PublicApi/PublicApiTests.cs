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

    private static bool IsStandIn =>
        typeof(PublicApiTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => string.Equals(attribute.Key, "AwsPackages", StringComparison.Ordinal))
            .Value
            is "StandIns";

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_listed_signature_exists_and_a_stand_in_has_nothing_else(string package)
    {
        var loaded = Assembly.Load(package);
        var listed = Listed(package);

        var missing = listed.Except(ApiListing.Usable(loaded), StringComparer.Ordinal);
        var unlisted = IsStandIn ? ApiListing.Declared(loaded).Except(listed, StringComparer.Ordinal) : [];

        string.Join(
                '\n',
                [.. missing.Select(line => $"missing: {line}"), .. unlisted.Select(line => $"unlisted: {line}")]
            )
            .ShouldBeEmpty();
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
