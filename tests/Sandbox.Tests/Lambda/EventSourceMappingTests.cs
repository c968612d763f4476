using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Tests.Lambda;

public sealed class EventSourceMappingTests
{
    [Fact]
    public async Task Messages_that_the_function_does_not_report_as_failed_are_deleted()
    {
        var given = false;
        var sqs = new RecordedService("sqs", request => AnswerAsync(request, ref given));
        await using var stage = await Stage.StartAsync(sqs);
        await stage.CreateFunctionAsync(
            "Reader",
            """while true; do next; respond response '{"batchItemFailures":[{"itemIdentifier":"bad"}]}'; done"""
        );

        await stage.CallAsync(
            "lambda",
            "CreateEventSourceMapping",
            new JsonObject
            {
                ["EventSourceArn"] = "arn:aws:sqs:us-east-1:123456789012:q",
                ["FunctionName"] = "Reader",
                ["FunctionResponseTypes"] = new JsonArray("ReportBatchItemFailures"),
            }
        );

        var deleted = await Eventually.GetAsync(() =>
            sqs.Requests.FirstOrDefault(request => request.Operation is "DeleteMessage")
        );
        deleted.Input["ReceiptHandle"]!.ToString().ShouldBe("r-good");
        sqs.Operations.Count(operation => operation is "DeleteMessage").ShouldBe(1);
    }

    private static Task<JsonObject> AnswerAsync(AwsRequest request, ref bool given)
    {
        var isFirst = request.Operation is "ReceiveMessage" && !given;
        given |= isFirst;
        return LaterAsync(JsonNode.Parse(Answer(request.Operation, isFirst))!.AsObject());
    }

    private static string Answer(string operation, bool isFirst) =>
        (operation, isFirst) switch
        {
            ("GetQueueUrl", _) => """{"QueueUrl":"http://q"}""",
            (_, true) => """
                {"Messages":[
                  {"MessageId":"bad","ReceiptHandle":"r-bad","Body":"1"},
                  {"MessageId":"good","ReceiptHandle":"r-good","Body":"2"}]}
                """,
            _ => "{}",
        };

    private static async Task<JsonObject> LaterAsync(JsonObject output)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        return output;
    }
}
