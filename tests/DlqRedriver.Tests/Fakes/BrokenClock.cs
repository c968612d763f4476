namespace Firetiger.DlqRedriver.Tests.Fakes;

/// <summary>A clock that throws what nobody foresees, once, when told to.</summary>
internal sealed class BrokenClock : TimeProvider
{
    /// <summary>Gets or sets how often it is still read before it breaks; never, if <see langword="null"/>.</summary>
    public int? BreaksAfter { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        if (BreaksAfter-- is 0)
        {
            BreaksAfter = null;
            throw new InvalidCastException("canary-payload");
        }

        return System.GetUtcNow();
    }
}
