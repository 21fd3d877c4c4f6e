using System.Text;

namespace Signage.Sheets.Tests.Doubles;

/// <summary>A real folder for one test, gone afterwards.</summary>
internal sealed class SheetFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-sheets-");

    public string Write(string name, byte[] bytes)
    {
        var path = In(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string In(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
