namespace Firetiger.Repository.Tests.Dependencies;

/// <summary>A reference that is not seen could not be forbidden.</summary>
public sealed class ReferencesTests
{
    [Theory]
    [InlineData("System.Collections.ObjectModel", "base type")]
    [InlineData("System.Net", "argument of a generic base type")]
    [InlineData("System.Numerics", "field")]
    [InlineData("System.Buffers", "return type")]
    [InlineData("System.Web", "call")]
    [InlineData("System.IO", "call in an asynchronous lambda")]
    [InlineData("System.Xml", "caught exception")]
    [InlineData("System.Reflection", "argument of a generic method")]
    public void A_reference_is_seen_as_a(string name, string kind) =>
        References
            .OfAssembly("Repository.Tests")
            .Of("Firetiger.Repository.Tests.Dependencies.Planted")
            .ShouldContain(name, kind);
}
