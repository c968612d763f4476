namespace Firetiger.EventPatterns.Tests.Documents;

public sealed class DiagnosticsPageTests
{
    [Fact]
    public void The_page_says_what_the_catalogue_and_the_baselines_say()
    {
        string actual = DiagnosticsPage.Render();

        bool isSame = string.Equals(DocumentFile.Read(DiagnosticsPage.Name), actual, StringComparison.Ordinal);

        isSame.ShouldBeTrue(
            $"docs/{DiagnosticsPage.Name} is out of date. If the change is meant: {DocumentFile.KeepActual(DiagnosticsPage.Name, actual)}"
        );
    }
}
