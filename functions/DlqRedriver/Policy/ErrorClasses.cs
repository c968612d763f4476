namespace Firetiger.DlqRedriver.Policy;

/// <summary>
/// Sorts the values of the <c>ERROR_CODE</c> attribute. EventBridge documents its list as a sample, and not which code an
/// HTTP status of an API destination yields, so what is not in the table is worth another try.
/// Source: "Using dead-letter queues to process undelivered events" in the EventBridge user guide.
/// </summary>
internal static class ErrorClasses
{
    /// <summary>Sorts one code.</summary>
    /// <param name="errorCode">The attribute's value, or null when it is absent.</param>
    /// <returns>Its class.</returns>
    public static ErrorClass Of(string? errorCode) =>
        errorCode switch
        {
            "TIMEOUT" or "THROTTLING" or "CONNECTION_FAILURE" or "INTERNAL_ERROR" or "TRANSIENT_ASSUME_ROLE" =>
                ErrorClass.Transient,
            "NO_PERMISSIONS" or "NO_RESOURCE" or "FAILED_TO_ASSUME_ROLE" => ErrorClass.Configuration,
            "INVALID_JSON" or "INVALID_PARAMETER" => ErrorClass.Payload,
            _ => ErrorClass.Ambiguous,
        };
}
