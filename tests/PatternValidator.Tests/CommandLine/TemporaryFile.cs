using System.IO.Compression;
using System.Text;

namespace Firetiger.PatternValidator.Tests.CommandLine;

/// <summary>A file that lasts as long as a test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pattern-tool-");

    public TemporaryFile(string text, string name = "events.ndjson")
        : this(Encoding.UTF8.GetBytes(text), name) { }

    public TemporaryFile(byte[] bytes, string name)
    {
        Path = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    public static byte[] Gzip(string text)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return zipped.ToArray();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
