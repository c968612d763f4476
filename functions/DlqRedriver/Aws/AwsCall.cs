using Amazon.Runtime;

namespace Firetiger.DlqRedriver.Aws;

/// <summary>Gives every way in which a call to AWS fails one type, so that whoever asks can go on with the rest.</summary>
internal static class AwsCall
{
    /// <summary>Makes a call.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="operation">The operation's name.</param>
    /// <param name="call">The call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AwsCallException">It failed, or the time for it ran out.</exception>
    public static async Task<T> InvokeAsync<T>(string operation, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (AmazonServiceException exception)
        {
            throw new AwsCallException(
                operation,
                exception.ErrorCode ?? "NoErrorCode",
                (int)exception.StatusCode,
                exception
            );
        }
        catch (OperationCanceledException exception)
        {
            throw new AwsCallException(operation, "Timeout", 0, exception);
        }
        catch (Exception exception) when (exception is AmazonClientException or HttpRequestException or IOException)
        {
            throw new AwsCallException(operation, exception.GetType().Name, 0, exception);
        }
    }
}
