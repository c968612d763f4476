using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Tests.Lambda;

namespace Firetiger.Sandbox.Tests.CloudFormation;

public sealed class CustomResourceTests
{
    private const string Template = """
        Resources:
          Check:
            Type: Custom::Check
            Properties:
              ServiceToken: arn:aws:lambda:us-east-1:123456789012:function:f
              ServiceTimeout: 1
              Count: 14
              Flag: true
              Text: old
        Outputs:
          Answer: {Value: !GetAtt Check.Answer}
        """;

    [Fact]
    public async Task Create_sends_every_scalar_as_text_and_no_physical_id()
    {
        var requests = new List<JsonObject>();
        await using var stage = await Stage.StartAsync(Lambda(requests, Success));

        await stage.CreateAsync(Template);

        var request = requests.ShouldHaveSingleItem();
        request["RequestType"]!.ToString().ShouldBe("Create");
        request.ContainsKey("PhysicalResourceId").ShouldBeFalse();
        request["ResourceType"]!.ToString().ShouldBe("Custom::Check");
        request["ResourceProperties"]!
            .ToJsonString()
            .ShouldBe(
                """{"ServiceToken":"arn:aws:lambda:us-east-1:123456789012:function:f","ServiceTimeout":"1","Count":"14","Flag":"true","Text":"old"}"""
            );
    }

    [Fact]
    public async Task The_answers_data_are_the_resources_attributes()
    {
        await using var stage = await Stage.StartAsync(Lambda([], Success));

        var stack = await stage.CreateAsync(Template);

        stack["Outputs"]![0]!["OutputValue"]!.ToString().ShouldBe("42");
    }

    [Fact]
    public async Task A_failed_create_is_rolled_back_by_a_delete_of_the_id_it_answered()
    {
        var requests = new List<JsonObject>();
        await using var stage = await Stage.StartAsync(
            Lambda(
                requests,
                request => request["RequestType"]!.ToString() is "Create" ? Failure(request) : Success(request)
            )
        );

        var stack = await stage.CreateAsync(Template);

        stack["StackStatus"]!.ToString().ShouldBe("ROLLBACK_COMPLETE");
        (await ReasonAsync(stage)).ShouldStartWith(
            "Received response status [FAILED] from custom resource. Message returned: no good (RequestId: "
        );
        requests[1]["RequestType"]!.ToString().ShouldBe("Delete");
        requests[1]["PhysicalResourceId"]!.ToString().ShouldBe("id");
    }

    [Fact]
    public async Task A_failed_update_is_rolled_back_by_an_update_with_the_properties_swapped()
    {
        var requests = new List<JsonObject>();
        await using var stage = await Stage.StartAsync(
            Lambda(
                requests,
                request => $"{request["ResourceProperties"]!["Text"]}" is "new" ? Failure(request) : Success(request)
            )
        );
        await stage.CreateAsync(Template);

        var stack = await stage.UpdateAsync(Template.Replace("old", "new", StringComparison.Ordinal));

        stack["StackStatus"]!.ToString().ShouldBe("UPDATE_ROLLBACK_COMPLETE");
        requests
            .Select(request =>
                $"{request["RequestType"]} {request["ResourceProperties"]!["Text"]} {request["OldResourceProperties"]?["Text"]}".TrimEnd()
            )
            .ShouldBe(["Create old", "Update new old", "Update old new"]);
    }

    [Fact]
    public async Task Another_physical_id_is_a_replacement_whose_old_resource_is_deleted()
    {
        var requests = new List<JsonObject>();
        await using var stage = await Stage.StartAsync(
            Lambda(requests, request => Success(request, $"id-{request["ResourceProperties"]!["Text"]}"))
        );
        await stage.CreateAsync(Template);

        await stage.UpdateAsync(Template.Replace("old", "new", StringComparison.Ordinal));

        requests[^1]["RequestType"]!.ToString().ShouldBe("Delete");
        requests[^1]["PhysicalResourceId"]!.ToString().ShouldBe("id-old");
    }

    [Fact]
    public async Task Retain_keeps_the_delete_request_from_the_function()
    {
        var requests = new List<JsonObject>();
        await using var stage = await Stage.StartAsync(Lambda(requests, Success));
        await stage.CreateAsync(
            Template.Replace(
                "Type: Custom::Check",
                "Type: Custom::Check\n    DeletionPolicy: Retain",
                StringComparison.Ordinal
            )
        );

        await stage.RunAsync("DeleteStack", null);

        requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_answer_over_4096_bytes_fails_the_resource()
    {
        await using var stage = await Stage.StartAsync(
            Lambda([], request => Success(request).Replace("42", new string('4', 4096), StringComparison.Ordinal))
        );

        await stage.CreateAsync(Template);

        (await ReasonAsync(stage)).ShouldBe("Response object is too long.");
    }

    [Fact]
    public async Task An_answer_without_a_physical_id_fails_the_resource()
    {
        await using var stage = await Stage.StartAsync(Lambda([], request => Success(request, "")));

        await stage.CreateAsync(Template);

        (await ReasonAsync(stage)).ShouldBe("Invalid PhysicalResourceId");
    }

    [Fact]
    public async Task No_answer_within_the_service_timeout_fails_the_resource()
    {
        await using var stage = await Stage.StartAsync(Lambda([], _ => null));

        await stage.CreateAsync(Template);

        (await ReasonAsync(stage)).ShouldStartWith(
            "CloudFormation did not receive a response from your custom resource."
        );
    }

    [Fact]
    public async Task An_answer_with_a_content_type_is_refused_as_S3_does()
    {
        var statuses = new List<HttpStatusCode>();
        await using var stage = await Stage.StartAsync(Lambda([], Success, "application/json", statuses));

        var stack = await stage.CreateAsync(Template);

        statuses[0].ShouldBe(HttpStatusCode.Forbidden);
        stack["StackStatus"]!.ToString().ShouldStartWith("ROLLBACK_");
    }

    private static async Task<string> ReasonAsync(Stage stage)
    {
        var events = await stage.EventsAsync();
        return $"{events.First(one => $"{one["ResourceStatus"]}" is "CREATE_FAILED")["ResourceStatusReason"]}";
    }

    private static string Success(JsonObject request) => Success(request, "id");

    private static string Success(JsonObject request, string id) => Answer(request, "SUCCESS", id);

    private static string Failure(JsonObject request) => Answer(request, "FAILED", "id");

    private static string Answer(JsonObject request, string status, string id) =>
        new JsonObject
        {
            ["Status"] = status,
            ["Reason"] = "no good",
            ["PhysicalResourceId"] = id,
            ["StackId"] = $"{request["StackId"]}",
            ["RequestId"] = $"{request["RequestId"]}",
            ["LogicalResourceId"] = $"{request["LogicalResourceId"]}",
            ["Data"] = new JsonObject { ["Answer"] = "42" },
        }.ToJsonString();

    /// <summary>Makes a double of Lambda that answers custom resources at their response URL.</summary>
    private static RecordedService Lambda(
        List<JsonObject> requests,
        Func<JsonObject, string?> answer,
        string? contentType = null,
        List<HttpStatusCode>? statuses = null
    ) =>
        new(
            "lambda",
            async call =>
            {
                var request = JsonNode.Parse(call.Input["Payload"]!.ToString())!.AsObject();
                requests.Add(request);
                if (answer(request) is { } body)
                {
                    (statuses ?? []).Add(
                        await PutAsync(new Uri(request["ResponseURL"]!.ToString()), body, contentType)
                    );
                }

                return new JsonObject { ["StatusCode"] = 202 };
            }
        );

    private static async Task<HttpStatusCode> PutAsync(Uri url, string body, string? contentType)
    {
        using var http = new HttpClient();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType);
        using var response = await http.PutAsync(url, content, Stage.Token);
        return response.StatusCode;
    }
}
