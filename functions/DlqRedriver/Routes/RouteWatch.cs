namespace Firetiger.DlqRedriver.Routes;

/// <summary>Checks the route before a run's first copy and again every minute: it can break while a run goes on.</summary>
/// <param name="route">The check.</param>
/// <param name="time">The clock.</param>
internal sealed class RouteWatch(RouteCheck route, TimeProvider time)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(60);

    private Task<string?>? _check;
    private long _checkedAt;

    /// <summary>Looks for a problem; who comes while a check goes on waits for its end.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is wrong and how to mend it, or null.</returns>
    /// <exception cref="Aws.AwsCallException">EventBridge could not say.</exception>
    public Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        if (_check is null or { IsCompleted: true, IsCompletedSuccessfully: false } || IsStale)
        {
            _checkedAt = time.GetTimestamp();
            _check = route.FindProblemAsync(cancellationToken);
        }

        return _check;
    }

    private bool IsStale => time.GetElapsedTime(_checkedAt) >= GoodFor;
}
