using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Tests.Wire;

public sealed class FailureTests
{
    [Fact]
    public void A_service_s_own_error_is_answered_as_it_is()
    {
        var error = new AwsException("QueueDoesNotExist", "none");

        Failure.Of(error).ShouldBeSameAs(error);
    }

    [Fact]
    public void A_mistake_in_the_sandbox_is_an_InternalFailure_with_its_text()
    {
        var error = Failure.Of(new KeyNotFoundException("no x"));

        (error.Code, error.Status).ShouldBe(("InternalFailure", 500));
        error.Message.ShouldBe("A mistake in the sandbox: KeyNotFoundException: no x");
    }
}
