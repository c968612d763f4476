using Firetiger.ColdStart.Aws;
using Firetiger.ColdStart.Packages;

namespace Firetiger.ColdStart.Measuring;

/// <summary>What was measured of one function over one protocol.</summary>
/// <param name="Contender">The function.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="Samples">Its processes.</param>
internal sealed record Row(Contender Contender, Protocol Protocol, IReadOnlyList<Sample> Samples)
{
    /// <summary>Gets the median cold start.</summary>
    public TimeSpan Cold => Samples.Median(sample => sample.Cold);

    /// <summary>Gets the fastest cold start.</summary>
    public TimeSpan FastestCold => Samples.Min(sample => sample.Cold);

    /// <summary>Gets the median warm invocation.</summary>
    public TimeSpan Warm => Samples.Median(sample => sample.Warm);

    /// <summary>Gets the median warm invocation for each of its calls to AWS: the functions do not make equally many.</summary>
    public TimeSpan WarmCall => Warm / Calls;

    /// <summary>Gets the largest peak of resident memory.</summary>
    public long PeakResidentBytes => Samples.Max(sample => sample.PeakResidentBytes);

    /// <summary>Gets the calls to AWS of the first invocation.</summary>
    public int Calls => Samples[0].Calls;
}
