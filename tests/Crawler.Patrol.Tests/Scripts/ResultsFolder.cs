using System.Security;

namespace Crawler.Patrol.Tests.Scripts;

/// <summary>A folder laid out as <c>./test</c> leaves it.</summary>
internal sealed class ResultsFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("patrol-results-");

    public string Root => _folder.FullName;

    /// <summary>A results file as the test host writes it.</summary>
    public static string Trx(params (string Outcome, string Name, string Message)[] results) =>
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<TestRun>\n  <Results>\n" + string.Concat(results.Select(r => $"""
                <UnitTestResult executionId="1" testId="2" testName="{SecurityElement.Escape(r.Name)}" computerName="here" duration="00:00:00.1" outcome="{r.Outcome}">
                  <Output>
                    <ErrorInfo>
                      <Message>{SecurityElement.Escape(r.Message)}</Message>
                    </ErrorInfo>
                  </Output>
                </UnitTestResult>

            """)) + "  </Results>\n</TestRun>\n";

    public void Write(string path, string text)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public void Dispose() => _folder.Delete(recursive: true);
}
