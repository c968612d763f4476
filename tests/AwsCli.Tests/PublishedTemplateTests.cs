using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Ingest;

namespace Firetiger.AwsCli.Tests;

/// <summary>What <c>template/package --publish</c> wrote, uploaded and launched as the README says.</summary>
public sealed class PublishedTemplateTests : IDisposable
{
    private const string Bucket = "published-us-east-1";
    private const string Template = "ingest/aws/ecs/events/cloudformation-template.yaml";
    private const string StackName = "firetiger-ingest-ecs-events";

    private readonly DirectoryInfo _buckets = Directory.CreateTempSubdirectory("buckets");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Published
    {
        get
        {
            var folder = Path.Combine(Repository.Template.Directory!.Parent!.FullName, "artifacts", "publish");
            return File.Exists(Path.Combine(folder, Template))
                ? folder
                : throw new FileNotFoundException(
                    $"First run: template/package --aws-packages StandIns --publish {Account.Region}={Bucket}"
                );
        }
    }

    public void Dispose() => _buckets.Delete(recursive: true);

    [Fact]
    public async Task It_is_launched_from_its_address_and_runs_the_code_in_the_bucket_of_the_Region()
    {
        Upload(Bucket);
        await using var sandbox = await StartAsync();

        await CreateAsync(sandbox);
        await AwsCli.TypeAsync(sandbox, $"cloudformation wait stack-create-complete --stack-name {StackName}");

        var stack = (await AwsCli.TypeAsync(sandbox, $"cloudformation describe-stacks --stack-name {StackName}"))[
            "Stacks"
        ]![0]!;
        var question = Path.Combine(_buckets.FullName, "question.json");
        var answer = Path.Combine(_buckets.FullName, "answer.json");
        await File.WriteAllTextAsync(question, """{"action":"testDelivery"}""", Cancellation);
        // A file, because the CLI's versions 1 and 2 disagree on how a payload in the command is encoded.
        await AwsCli.TypeAsync(
            sandbox,
            $"lambda invoke --function-name {AwsCli.OutputOf(stack, "DlqRedriverFunctionName")} --payload fileb://{question} {answer}"
        );
        JsonNode.Parse(await File.ReadAllTextAsync(answer, Cancellation))!["test"]!["outcome"]!
            .GetValue<string>()
            .ShouldBe("Arrived");
    }

    [Fact]
    public async Task Code_in_the_bucket_of_another_Region_is_not_taken()
    {
        Upload("published-eu-west-1");
        UploadTemplate(text => text);
        await using var sandbox = await StartAsync();

        await CreateAsync(sandbox);
        (
            await AwsCli.TryAsync(sandbox, "cloudformation", "wait", "stack-create-complete", "--stack-name", StackName)
        ).ExitCode.ShouldNotBe(0);

        var events = await AwsCli.TypeAsync(sandbox, $"cloudformation describe-stack-events --stack-name {StackName}");
        events["StackEvents"]!
            .AsArray()
            .ShouldContain(found =>
                $"{found!["ResourceStatusReason"]}".Contains("NoSuchKey", StringComparison.Ordinal)
            );
    }

    [Fact]
    public async Task A_Region_that_it_is_not_published_for_is_told_so()
    {
        UploadTemplate(text => text.Replace(Account.Region, "ap-south-1", StringComparison.Ordinal));
        await using var sandbox = await StartAsync();

        var (exitCode, _, error) = await TryCreateAsync(sandbox, "--template-url", Address);

        exitCode.ShouldNotBe(0);
        error.ShouldContain("This template is not published for this Region; package it yourself (README, option 3)");
    }

    [Fact]
    public async Task It_is_too_long_to_be_given_inline()
    {
        await using var sandbox = await StartAsync();

        var (exitCode, _, error) = await TryCreateAsync(
            sandbox,
            "--template-body",
            $"file://{Path.Combine(Published, Template)}"
        );

        exitCode.ShouldNotBe(0);
        error.ShouldContain("51200 bytes");
    }

    [Fact]
    public async Task The_key_of_a_zip_has_its_SHA_256_so_that_new_code_has_a_new_key()
    {
        var zips = new DirectoryInfo(Published).GetFiles("*.zip", SearchOption.AllDirectories);

        zips.Select(zip => zip.Name).ShouldBe(["PatternValidator.zip", "DlqRedriver.zip"], ignoreOrder: true);
        foreach (var zip in zips)
        {
            var hash = SHA256.HashData(await File.ReadAllBytesAsync(zip.FullName, Cancellation));
            zip.Directory!.Name.ShouldBe(Convert.ToHexStringLower(hash));
        }
    }

    private static string Address => $"https://s3.amazonaws.com/{Bucket}/{Template}";

    private static async Task CreateAsync(SandboxHost sandbox)
    {
        var (exitCode, _, error) = await TryCreateAsync(sandbox, "--template-url", Address);
        exitCode.ShouldBe(0, error);
    }

    private static Task<(int ExitCode, string Output, string Error)> TryCreateAsync(
        SandboxHost sandbox,
        string option,
        string value
    ) =>
        AwsCli.TryAsync(
            sandbox,
            "cloudformation",
            "create-stack",
            "--stack-name",
            StackName,
            option,
            value,
            "--parameters",
            $"ParameterKey=FiretigerEndpoint,ParameterValue=https://{IngestEndpoint.Host}",
            "--capabilities",
            "CAPABILITY_IAM"
        );

    private Task<SandboxHost> StartAsync() =>
        SandboxHost.StartAsync(
            AwsCliTests.Arguments.ToOptions() with
            {
                BucketsFolder = _buckets.FullName,
            },
            TimeProvider.System,
            Cancellation
        );

    private void Upload(string bucket)
    {
        foreach (var file in Directory.EnumerateFiles(Published, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Place(bucket, Path.GetRelativePath(Published, file)));
        }
    }

    private void UploadTemplate(Func<string, string> change) =>
        File.WriteAllText(Place(Bucket, Template), change(File.ReadAllText(Path.Combine(Published, Template))));

    private string Place(string bucket, string key)
    {
        var file = new FileInfo(Path.Combine(_buckets.FullName, bucket, key));
        file.Directory!.Create();
        return file.FullName;
    }
}
