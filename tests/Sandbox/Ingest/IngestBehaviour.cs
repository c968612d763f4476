using System.Globalization;

namespace Firetiger.Sandbox.Ingest;

/// <summary>How the endpoint answers. Its text is its state of health, for people to read.</summary>
internal abstract record IngestBehaviour
{
    /// <summary>Accepts.</summary>
    public sealed record Healthy : IngestBehaviour
    {
        public override string ToString() => "healthy";
    }

    /// <summary>Answers every delivery with one status.</summary>
    /// <param name="Code">The status.</param>
    /// <param name="RetryAfter">The header's value as it is sent, if any.</param>
    public sealed record Status(int Code, string? RetryAfter = null) : IngestBehaviour
    {
        public override string ToString() =>
            RetryAfter is null
                ? string.Create(CultureInfo.InvariantCulture, $"answering {Code}")
                : string.Create(CultureInfo.InvariantCulture, $"answering {Code} with Retry-After {RetryAfter}");
    }

    /// <summary>Answers some deliveries with a status and accepts the others.</summary>
    /// <param name="Code">The status.</param>
    /// <param name="Containing">What the refused ones contain.</param>
    public sealed record Refusing(int Code, string Containing) : IngestBehaviour
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"answering {Code} to what contains {Containing}");
    }

    /// <summary>Accepts late, even when the sender has given up by then: the way duplicates come about.</summary>
    /// <param name="Delay">How late, on the real clock.</param>
    public sealed record Slow(TimeSpan Delay) : IngestBehaviour
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"slow by {Delay.TotalSeconds} s");
    }

    /// <summary>Cuts every connection.</summary>
    public sealed record Down : IngestBehaviour
    {
        public override string ToString() => "down";
    }
}
