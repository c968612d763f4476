using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Firetiger.Benchmarks;

/// <summary>
/// Reads every token of each parcel and does nothing with it: how fast a machine is, so that figures from different machines can be compared.
/// </summary>
public class TokenReading
{
    private readonly byte[][] _parcels = Parcels.Make(Parcels.Count);

    [Benchmark(OperationsPerInvoke = Parcels.Count)]
    public int Utf8JsonReader()
    {
        int tokens = 0;
        foreach (byte[] parcel in _parcels)
        {
            Utf8JsonReader reader = new(parcel);
            while (reader.Read())
            {
                tokens++;
            }
        }

        return tokens;
    }
}
