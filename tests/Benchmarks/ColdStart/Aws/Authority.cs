using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Firetiger.ColdStart.Aws;

/// <summary>A certificate authority that only functions trust that are started with its files.</summary>
internal sealed class Authority : IDisposable
{
    private static readonly string[] SystemBundles =
    [
        "/etc/pki/tls/certs/ca-bundle.crt",
        "/etc/ssl/certs/ca-certificates.crt",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("cold-start-").FullName;

    /// <summary>Initializes a new instance of the <see cref="Authority"/> class: makes its keys and files.</summary>
    /// <param name="now">From when on it is valid.</param>
    public Authority(DateTimeOffset now)
    {
        using var key = RSA.Create(2048);
        var request = Request("CN=Cold start", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        Server = Sign(root, now);
        var own = root.ExportCertificatePem();
        File.WriteAllText(OwnFile, own);
        var system = SystemBundles.First(File.Exists);
        File.WriteAllText(Bundle, $"{File.ReadAllText(system)}\n{own}\n");
    }

    /// <summary>Gets the certificate of <c>localhost</c>, with its key.</summary>
    public X509Certificate2 Server { get; }

    /// <summary>Gets a file that has the authority alone.</summary>
    public string OwnFile => Path.Combine(_folder, "own.pem");

    /// <summary>Gets a file that has the authorities of this machine and ours.</summary>
    public string Bundle => Path.Combine(_folder, "bundle.pem");

    /// <summary>Gets a folder that is not there: our functions look in none on Amazon Linux 2023, see <c>TrustStore</c>.</summary>
    public string Folder => Path.Combine(_folder, "certs");

    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static CertificateRequest Request(string name, RSA key) =>
        new(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static X509Certificate2 Sign(X509Certificate2 root, DateTimeOffset now)
    {
        using var key = RSA.Create(2048);
        var request = Request("CN=localhost", key);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(root, now.AddHours(-1), now.AddDays(1), [1]);
        return certificate.CopyWithPrivateKey(key);
    }
}
