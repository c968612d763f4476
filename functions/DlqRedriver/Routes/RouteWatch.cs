using System.Globalization;

namespace Firetiger.DlqRedriver.Routes;

/// <summary>
/// Checks the route before a run's first copy, again every minute, and after its last one: it can break while a run goes on, and
/// what was sent since it was last seen whole may then be gone.
/// </summary>
/// <param name="route">The check.</param>
/// <param name="time">The clock.</param>
internal sealed class RouteWatch(RouteCheck route, TimeProvider time)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(60);

    private Task<string?>? _check;
    private long _checkedAt;
    private DateTimeOffset? _lastWhole;

    /// <summary>Looks for a problem; who comes while a check goes on waits for its end.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is wrong and how to mend it, or null.</returns>
    /// <exception cref="Aws.AwsCallException">EventBridge could not say.</exception>
    public Task<string?> FindProblemAsync(CancellationToken cancellationToken) =>
        _check is null or { IsCompleted: true, IsCompletedSuccessfully: false } || IsStale
            ? LookAgainAsync(cancellationToken)
            : _check;

    /// <summary>Looks for a problem, however fresh the last look is.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is wrong and how to mend it, or null.</returns>
    /// <exception cref="Aws.AwsCallException">EventBridge could not say.</exception>
    public Task<string?> LookAgainAsync(CancellationToken cancellationToken)
    {
        _checkedAt = time.GetTimestamp();
        return _check = CheckAsync(cancellationToken);
    }

    /// <summary>Says what a route that broke may have cost.</summary>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="lastWhole">When it was last seen whole.</param>
    /// <returns>The problem, and how to have the copies again.</returns>
    public static string Broken(string problem, DateTimeOffset lastWhole) =>
        $"{problem} Copies that were sent after {lastWhole.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)} "
        + "may not have arrived: once it is mended, replay the archive of the redrive bus from then (docs/operations.md).";

    private bool IsStale => time.GetElapsedTime(_checkedAt) >= GoodFor;

    private async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        var problem = await route.FindProblemAsync(cancellationToken);
        if (problem is null)
        {
            _lastWhole = began;
            return null;
        }

        return _lastWhole is { } whole ? Broken(problem, whole) : problem;
    }
}
