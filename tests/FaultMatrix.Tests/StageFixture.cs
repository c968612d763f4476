namespace Firetiger.FaultMatrix.Tests;

/// <summary>One deployed stack for all faults, one after the other.</summary>
public sealed class StageFixture : IAsyncLifetime
{
    internal Stage Stage { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Stage = await Stage.SetAsync(seed: 1, ratePerSecond: 1_000, isScheduled: true, CancellationToken.None);

    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}
