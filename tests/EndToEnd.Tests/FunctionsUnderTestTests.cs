namespace Firetiger.EndToEnd.Tests;

public sealed class FunctionsUnderTestTests
{
    [Fact]
    public async Task The_processes_that_ran_are_the_functions_under_test()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells in /proc what a process runs");
        await using var sandbox = await DeployedSandbox.StartAsync(Some.Arguments());
        await sandbox.InvokeRedriverAsync("""{"action":"status"}""", TestContext.Current.CancellationToken);

        foreach (var name in FunctionsUnderTest.Names)
        {
            var folder = Path.Combine(FunctionsUnderTest.Folder.FullName, name) + Path.DirectorySeparatorChar;
            var process = Directory
                .EnumerateDirectories("/proc")
                .First(process => Executable(process).StartsWith(folder, StringComparison.Ordinal));
            var mapped = await File.ReadAllTextAsync(
                Path.Combine(process, "maps"),
                TestContext.Current.CancellationToken
            );

            Path.GetFileName(Executable(process)).ShouldBe(FunctionsUnderTest.ArePackages ? "bootstrap" : name);
            mapped.Contains("libcoreclr.so", StringComparison.Ordinal).ShouldBe(!FunctionsUnderTest.ArePackages);
        }
    }

    private static string Executable(string process) => new FileInfo(Path.Combine(process, "exe")).LinkTarget ?? "";
}
