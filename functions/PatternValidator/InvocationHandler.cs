using Amazon.Lambda.Core;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator;

/// <summary>Takes invocations: CloudFormation's, and those of people, scripts and Terraform.</summary>
/// <param name="customResource">Answers CloudFormation.</param>
/// <param name="direct">Answers everybody else.</param>
/// <param name="time">The clock.</param>
internal sealed class InvocationHandler(CustomResourceHandler customResource, DirectHandler direct, TimeProvider time)
{
    /// <summary>Handles one invocation.</summary>
    /// <param name="input">The payload.</param>
    /// <param name="context">The invocation.</param>
    /// <returns>The answer to whoever invoked.</returns>
    /// <exception cref="InvalidRequestException">There is nobody to answer, or nothing to judge.</exception>
    /// <exception cref="ResponseNotDeliveredException">The response could not be delivered in time.</exception>
    /// <exception cref="InvalidEventPattern">The pattern of a direct invocation does not pass.</exception>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        using var deadline = new Deadline(context.RemainingTime, time);
        var payload = await InvocationJson.ReadAsync(input, deadline.Token);
        var answer = CustomResourceRequest.IsIn(payload)
            ? await customResource.HandleAsync(CustomResourceRequest.Read(payload), context.AwsRequestId, deadline)
            : await direct.HandleAsync(DirectRequest.Read(payload), context.AwsRequestId, deadline);
        return new MemoryStream(answer, writable: false);
    }
}
