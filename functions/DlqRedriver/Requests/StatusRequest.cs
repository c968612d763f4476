namespace Firetiger.DlqRedriver.Requests;

/// <summary>Asks how things are: queues, route, gate and budget. Nothing is received.</summary>
internal sealed record StatusRequest() : Request(Name)
{
    /// <summary>The action's name.</summary>
    public const string Name = "status";
}
