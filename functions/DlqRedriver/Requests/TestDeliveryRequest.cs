namespace Firetiger.DlqRedriver.Requests;

/// <summary>Asks to send a marked event over the redrive path and to tell what becomes of it.</summary>
internal sealed record TestDeliveryRequest() : Request(Name)
{
    /// <summary>The action's name.</summary>
    public const string Name = "testDelivery";

    /// <summary>Gets the id of an earlier test to go on waiting for, or null to send a new one.</summary>
    public Guid? Id { get; init; }
}
