using System.Reflection;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Tests.Diagnostics;

public sealed class DiagnosticCatalogueTests
{
    [Fact]
    public void Codes_are_unique_and_in_order()
    {
        List<string> codes = [.. DiagnosticCatalogue.All.Select(descriptor => descriptor.Code)];

        codes.Count.ShouldBeGreaterThan(60);
        codes.ShouldBe(codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_kind_that_is_declared_is_in_the_catalogue()
    {
        List<DiagnosticDescriptor> declared =
        [
            .. typeof(DiagnosticCatalogue)
                .Assembly.GetTypes()
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
                .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
                .Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
        ];

        declared.Count.ShouldBeGreaterThan(60);
        declared.ShouldBe(DiagnosticCatalogue.All, ignoreOrder: true);
    }

    [Fact]
    public void Every_kind_has_a_code_of_its_range_a_title_and_a_secure_source() =>
        DiagnosticCatalogue.All.ShouldAllBe(descriptor =>
            IsCode(descriptor.Code) && descriptor.Title.Length > 0 && descriptor.Source.Scheme == Uri.UriSchemeHttps
        );

    private static bool IsCode(string code) =>
        code is ['E', 'P', '0', >= '0' and <= '4', >= '0' and <= '9', >= '0' and <= '9'];
}
