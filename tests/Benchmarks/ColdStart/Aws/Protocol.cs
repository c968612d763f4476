namespace Firetiger.ColdStart.Aws;

/// <summary>How a function reaches AWS. The Runtime API is plain HTTP, as it is on Lambda.</summary>
internal enum Protocol
{
    /// <summary>Plain HTTP.</summary>
    Http,

    /// <summary>TLS, with a certificate of an authority of our own.</summary>
    Tls,
}
