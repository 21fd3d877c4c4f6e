using Browser.Tests.Chrome;
using Xunit.v3;

// One browser for all, and one test at a time: what is measured in seconds here must not wait for another test's pictures.
[assembly: AssemblyFixture(typeof(ChromiumBrowser))]
[assembly: Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
