using System.Net;

namespace Firetiger.Sandbox.Tests.Wire;

public sealed class RestJsonTests
{
    [Theory]
    [InlineData("lambda", "/2015-03-31/functions/", "lambda:POST /2015-03-31/functions/")]
    [InlineData("scheduler", "/schedules", "scheduler:POST /schedules")]
    [InlineData("s3", "/a-bucket/a.txt", "s3:POST /a-bucket/a.txt")]
    [InlineData("lambda", "/2015-03-31/functions/f/configuration", "lambda:POST /2015-03-31/functions/f/configuration")]
    public async Task What_the_sandbox_lacks_is_a_clear_error(string service, string path, string operation)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var response = await sandbox.PostAsync(service, path, new StringContent("{}"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Header("x-amzn-ErrorType").ShouldBe("UnknownOperationException");
        var error = await response.JsonAsync();
        error["message"]!.GetValue<string>().ShouldBe($"The sandbox has no operation {operation}");
    }
}
