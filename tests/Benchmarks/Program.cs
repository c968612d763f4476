using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Firetiger.Benchmarks;

const int MaximumNameLength = 40;

// In this process, because the build settings of the repository are not those of the project that would be generated otherwise.
IConfig config = ManualConfig
    .Create(DefaultConfig.Instance)
    .WithCultureInfo(CultureInfo.InvariantCulture)
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(5))
    .AddColumn(new ThroughputColumn())
    .AddColumn(StatisticColumn.Median)
    .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(MaximumNameLength))
    .AddDiagnoser(MemoryDiagnoser.Default);
IEnumerable<Summary> summaries = BenchmarkSwitcher.FromAssembly(typeof(Parcels).Assembly).Run(args, config);
return summaries.Any(summary => summary.Reports.Any(report => !report.Success)) ? 1 : 0;
