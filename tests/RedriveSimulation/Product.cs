using Firetiger.DlqRedriver.Settings;

namespace Firetiger.RedriveSimulation;

/// <summary>What the function is set to when nobody changes it.</summary>
internal static class Product
{
    /// <summary>The function's timeout in the template, seconds.</summary>
    public const double Timeout = 90;

    /// <summary>The function's own defaults.</summary>
    public static readonly RedriveSettings Settings = RedriveSettings.Read(Required);

    private static string? Required(string variable) =>
        variable switch
        {
            "DEAD_LETTER_QUEUE_URL" or "QUARANTINE_QUEUE_URL" =>
                "https://sqs.us-east-1.amazonaws.com/123456789012/queue",
            "REDRIVE_BUS_NAME"
            or "REDRIVE_RULE_NAME"
            or "LIVE_RULE_NAME"
            or "API_DESTINATION_NAME"
            or "CONNECTION_NAME"
            or "STACK_NAME" => "name",
            _ => null,
        };
}
