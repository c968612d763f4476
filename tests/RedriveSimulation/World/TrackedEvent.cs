namespace Firetiger.RedriveSimulation.World;

/// <summary>All that is known of one event. Mutable and a struct: a scenario has millions.</summary>
internal struct TrackedEvent
{
    /// <summary>When it was put on the live bus.</summary>
    public double Born;

    /// <summary>When EventBridge took it, or its latest copy: its age counts from here.</summary>
    public double Offered;

    /// <summary>When the destination took it.</summary>
    public double Delivered;

    /// <summary>When it first reached the dead-letter queue.</summary>
    public double FirstDeadLettered;

    /// <summary>When the present message entered the dead-letter queue.</summary>
    public double Sent;

    /// <summary>Copies that counted against the limit.</summary>
    public int Attempts;

    /// <summary>Copies that did not.</summary>
    public int Probes;

    /// <summary>Messages that it was, which makes the ids of messages differ.</summary>
    public int Messages;

    /// <summary>How often the present message was received.</summary>
    public int Receives;

    /// <summary>EventBridge's retries of the present delivery.</summary>
    public int Retries;

    /// <summary>Where it is.</summary>
    public Fate Fate;

    /// <summary>Whether the destination refuses it for ever.</summary>
    public bool IsPoison;

    /// <summary>Gets a value indicating whether it is a copy.</summary>
    public readonly bool IsCopy => Attempts + Probes > 0;
}
