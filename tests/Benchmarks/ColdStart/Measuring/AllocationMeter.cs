using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Amazon.Lambda.TestUtilities;
using Firetiger.ColdStart.Aws;
using Firetiger.ColdStart.Packages;
using Firetiger.DlqRedriver;

namespace Firetiger.ColdStart.Measuring;

/// <summary>Counts what the redriver allocates for a message, its AWS packages included: in a process of its own, without the stub.</summary>
internal static class AllocationMeter
{
    /// <summary>The argument that makes this program the process that counts.</summary>
    public const string Verb = "count-allocations";

    // Enough invocations of each kind that what is allocated once does not show.
    private const int Invocations = 40;
    private const int Few = 10;
    private const int Many = 110;

    /// <summary>Counts.</summary>
    /// <param name="aws">What the redriver works on.</param>
    /// <returns>Bytes for each message more.</returns>
    /// <exception cref="InvalidOperationException">The redriver failed.</exception>
    public static async Task<long> MeasureAsync(LoopbackAws aws)
    {
        var few = await MeasureAsync(aws, Few);
        var many = await MeasureAsync(aws, Many);
        return (many - few) / (Many - Few);
    }

    /// <summary>Is the process that counts: a redriver that answers each invocation with what all so far have allocated.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>When it is ended.</returns>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The function reads its settings through this.")]
    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        using var function = new Function(Environment.GetEnvironmentVariable, Stream.Null, TimeProvider.System);
        await function.InitializeAsync();
        using var api = new HttpClient();
        var root =
            $"{Uri.UriSchemeHttp}://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/invocation";
        while (!cancellationToken.IsCancellationRequested)
        {
            await api.GetByteArrayAsync(new Uri($"{root}/next"), cancellationToken);
            using var payload = new MemoryStream("{}"u8.ToArray());
            await function.HandleAsync(payload, new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(90) });
            var total = GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture);
            using var answer = new StringContent(total, Encoding.UTF8);
            using var taken = await api.PostAsync(new Uri($"{root}/1/response"), answer, cancellationToken);
        }
    }

    private static async Task<long> MeasureAsync(LoopbackAws aws, int messages)
    {
        var program = new Contender(Verb, Work.Redrive, Environment.ProcessPath!, [Verb], Repository.Root, ZipBytes: 0);
        var session = aws.Open(Work.Redrive, Protocol.Http, SampleEvent.Json);
        var first = session.InvokeAsync(messages);
        await using var process = FunctionProcess.Start(program, session, aws.Authority);
        await process.WaitAsync(first);
        var before = await InvokeAsync(process, session, messages);
        var after = await InvokeAsync(process, session, messages);
        return (after - before) / Invocations;
    }

    private static async Task<long> InvokeAsync(FunctionProcess process, Session session, int messages)
    {
        for (var invocation = 0; invocation < Invocations; invocation++)
        {
            await process.WaitAsync(session.InvokeAsync(messages));
        }

        return long.Parse(session.LastAnswer, CultureInfo.InvariantCulture);
    }
}
