namespace Firetiger.Sandbox.Tests.Lambda;

/// <summary>Waits for what happens on another thread.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task<T> GetAsync<T>(Func<T?> look)
        where T : class
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Limit)
        {
            if (look() is { } found)
            {
                return found;
            }

            await Task.Delay(Pause, TimeProvider.System, Stage.Token);
        }

        throw new TimeoutException("It did not happen");
    }

    public static Task HoldsAsync(Func<bool> condition) => GetAsync(() => condition() ? condition : null);
}
