namespace Firetiger.DlqRedriver.Requests;

/// <summary>Asks to renew what SQS would soon delete, and to redrive nothing: the schedule's part beside an event source mapping.</summary>
internal sealed record RenewRequest() : Request(Name)
{
    /// <summary>The action's name.</summary>
    public const string Name = "renew";
}
