namespace Firetiger.AwsPackages.Tests;

/// <summary>Tests that set environment variables run one after the other, and beside no others.</summary>
[CollectionDefinition(nameof(ProcessEnvironment), DisableParallelization = true)]
public sealed class ProcessEnvironmentGroup;
