namespace Firetiger.DlqRedriver.Tests.Fakes;

/// <summary>A clock that throws what nobody foresees, once, when told to.</summary>
internal sealed class BrokenClock : TimeProvider
{
    public bool Breaks { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        if (Breaks)
        {
            Breaks = false;
            throw new InvalidCastException("canary-payload");
        }

        return System.GetUtcNow();
    }
}
