using System.Net.Sockets;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Ingest;

namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>The sandbox's DNS: a few names, all of them the sandbox itself. No packet leaves the machine.</summary>
internal sealed class LoopbackNames(SandboxContext context)
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { IngestEndpoint.Host };

    public static bool Knows(string host) => Names.Contains(host);

    /// <summary>Connects to a name.</summary>
    /// <param name="host">One that is known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="SocketException">The name is not known.</exception>
    public async ValueTask<Stream> ConnectAsync(string host, CancellationToken cancellationToken)
    {
        if (!Knows(host))
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.Endpoint.Host, context.Endpoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
