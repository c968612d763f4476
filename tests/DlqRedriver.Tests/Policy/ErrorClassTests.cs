using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Tests.Policy;

public sealed class ErrorClassTests
{
    [Theory]
    [InlineData("TIMEOUT", nameof(ErrorClass.Transient))]
    [InlineData("THROTTLING", nameof(ErrorClass.Transient))]
    [InlineData("CONNECTION_FAILURE", nameof(ErrorClass.Transient))]
    [InlineData("INTERNAL_ERROR", nameof(ErrorClass.Transient))]
    [InlineData("TRANSIENT_ASSUME_ROLE", nameof(ErrorClass.Transient))]
    [InlineData("NO_PERMISSIONS", nameof(ErrorClass.Configuration))]
    [InlineData("NO_RESOURCE", nameof(ErrorClass.Configuration))]
    [InlineData("FAILED_TO_ASSUME_ROLE", nameof(ErrorClass.Configuration))]
    [InlineData("INVALID_JSON", nameof(ErrorClass.Payload))]
    [InlineData("INVALID_PARAMETER", nameof(ErrorClass.Payload))]
    [InlineData("SDK_CLIENT_ERROR", nameof(ErrorClass.Ambiguous))]
    [InlineData("ERROR_FROM_TARGET", nameof(ErrorClass.Ambiguous))]
    [InlineData("A_CODE_OF_NEXT_YEAR", nameof(ErrorClass.Ambiguous))]
    [InlineData(null, nameof(ErrorClass.Ambiguous))]
    public void An_error_code_has_a_class(string? errorCode, string expected) =>
        ErrorClasses.Of(errorCode).ToString().ShouldBe(expected);
}
