using System.IO.Compression;

namespace Firetiger.ColdStart.Packages;

/// <summary>Builds every function that takes part, as it would be deployed.</summary>
/// <param name="awsPackages">The package mode of ours.</param>
/// <param name="built">Whether to take what was built last time.</param>
internal sealed class PackageBuild(string awsPackages, bool built)
{
    private static readonly string Node = Path.Combine(Repository.Workshop, "node");
    private static readonly string Python = Path.Combine(Repository.Workshop, "python");

    /// <summary>Builds.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The functions.</returns>
    /// <exception cref="InvalidOperationException">A build failed.</exception>
    public async Task<IReadOnlyList<Contender>> MakeAsync(CancellationToken cancellationToken)
    {
        if (!built)
        {
            await BuildOursAsync(cancellationToken);
            await BuildNodeAsync(cancellationToken);
        }

        CopyPython();
        // Not the wrapper that a version manager puts before it.
        var python = await Command.RunAsync(
            Python,
            "python3",
            ["-c", "import boto3, sys; print(sys.executable)"],
            cancellationToken
        );
        return
        [
            Ours("DlqRedriver", Work.Redrive),
            InNode("redriver", Work.Redrive),
            InPython(python, "redriver", Work.Redrive),
            Ours("PatternValidator", Work.CustomResource),
            InNode("custom-resource", Work.CustomResource),
            InPython(python, "custom_resource", Work.CustomResource),
        ];
    }

    private async Task BuildOursAsync(CancellationToken cancellationToken)
    {
        var package = Path.Combine(Repository.Root, "template", "package");
        await Command.RunAsync(Repository.Root, package, ["--aws-packages", awsPackages], cancellationToken);
    }

    private static async Task BuildNodeAsync(CancellationToken cancellationToken)
    {
        CopyFolder(Path.Combine(Repository.Peers, "node"), Node);
        string[] install = ["install", "--no-audit", "--no-fund", "--no-package-lock"];
        await Command.RunAsync(Node, "npm", install, cancellationToken);
        string[] bundle =
        [
            "redriver.mjs",
            "custom-resource.mjs",
            "runtime.mjs",
            "--bundle",
            "--minify",
            "--outdir=out",
        ];
        string[] target = ["--platform=node", "--target=node20"];
        await Command.RunAsync(
            Node,
            Path.Combine(Node, "node_modules", ".bin", "esbuild"),
            [.. bundle, .. target],
            cancellationToken
        );
    }

    private static void CopyPython() => CopyFolder(Path.Combine(Repository.Peers, "python"), Python);

    private Contender Ours(string name, Work work)
    {
        var zip = Path.Combine(Repository.Root, "artifacts", "lambda", $"{name}.zip");
        var folder = Path.Combine(Repository.Workshop, name);
        Empty(folder);
        ZipFile.ExtractToDirectory(zip, folder);
        if (File.Exists(Path.Combine(folder, "BUILT-WITH-STAND-INS.txt")) != (awsPackages is "StandIns"))
        {
            throw new InvalidOperationException($"{zip} was not built with {awsPackages}.");
        }

        return new Contender(
            Contender.Ours,
            work,
            Path.Combine(folder, "bootstrap"),
            [],
            folder,
            new FileInfo(zip).Length
        );
    }

    private static Contender InNode(string name, Work work)
    {
        var folder = Path.Combine(Node, "out");
        var bundle = Path.Combine(folder, $"{name}.js");
        return new Contender(
            "Node 20, bundled AWS SDK v3",
            work,
            "node",
            [Path.Combine(folder, "runtime.js"), bundle],
            folder,
            Zipped(bundle)
        );
    }

    private static Contender InPython(string python, string name, Work work) =>
        new("Python, boto3", work, python, ["runtime.py", name], Python, Zipped(Path.Combine(Python, $"{name}.py")));

    private static long Zipped(string file)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntryFromFile(file, Path.GetFileName(file), CompressionLevel.SmallestSize);
        }

        return bytes.Length;
    }

    private static void CopyFolder(string from, string to)
    {
        Empty(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private static void Empty(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
    }
}
