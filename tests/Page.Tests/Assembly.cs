using Firetiger.Page.Tests;
using Xunit.Sdk;
using Xunit.v3;

// One sandbox, so one test at a time.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(OpenPage))]
