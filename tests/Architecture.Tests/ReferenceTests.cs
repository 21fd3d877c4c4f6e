namespace Architecture.Tests;

/// <summary>Who may use whom, and which packages: the table of docs/architecture.md.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> Allowed = new()
    {
        ["Core"] = ([], []),
        ["Disks"] = (["Core"], []),
        ["Protocols"] = (["Core"], []),
        ["Renderer"] = (["Core", "Disks"], ["QRCoder", "SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies"]),
        ["Transports"] = (["Core", "Protocols"], ["MQTTnet", "MQTTnet.AspNetCore", "MQTTnet.Server", "System.IO.Ports"]),
        ["Simulator"] = (["Core", "Protocols"], ["MQTTnet"]),
        ["Conformance"] = (["Core", "Protocols", "Transports"], []),
        ["Sheets"] = (["Core"], []),
        ["Storage"] = (["Core", "Disks", "Trust"], ["Microsoft.EntityFrameworkCore.Design", "Microsoft.EntityFrameworkCore.Sqlite"]),
        ["Trust"] = (["Core"], ["BouncyCastle.Cryptography"]),
        ["Web"] = (["Core", "Disks"], ["MudBlazor"]),
        ["Controller"] = (
            ["Core", "Disks", "Protocols", "Renderer", "Storage", "Transports", "Web"],
            ["Microsoft.Extensions.Hosting", "Microsoft.Extensions.Hosting.WindowsServices", "OpenTelemetry.Exporter.OpenTelemetryProtocol", "OpenTelemetry.Extensions.Hosting", "Quartz"]),
        ["Cli"] = (
            ["Conformance", "Controller", "Core", "Disks", "Protocols", "Renderer", "Sheets", "Simulator", "Storage", "Transports", "Trust"],
            ["Microsoft.AspNetCore.App.Internal.Assets", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.TimeProvider.Testing", "Spectre.Console", "System.CommandLine"]),
    };

    public static TheoryData<string> Rooms => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_WhenBuilt_UsesOnlyWhatItMay(string room)
    {
        var (projects, packages) = Repository.References(room);
        Assert.Empty(projects.Except(Allowed[room].Projects));
        Assert.Empty(packages.Except(Allowed[room].Packages));
    }

    [Fact]
    public void Rooms_WhenListed_AreAllInTheTable() => Assert.Equal(
        Allowed.Keys.Order(),
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(path => Path.GetFileName(path)["Signage.".Length..]).Order());

    [Fact]
    public void Core_WhenReadAsTypes_HoldsNoTaskStreamOrClock() => AssertNone("Core");

    [Fact]
    public void Protocols_WhenReadAsTypes_HoldsNoTaskStreamOrClock() => AssertNone("Protocols");

    private static void AssertNone(string room)
    {
        string[] banned = ["Task", "ValueTask", "Stream", "TimeProvider", "ILogger", "Socket", "HttpClient"];
        const System.Reflection.BindingFlags all = System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic
            | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.DeclaredOnly;
        var used = System.Reflection.Assembly.Load($"Signage.{room}").GetTypes()
            .SelectMany(type => type.GetMethods(all).Select(method => (Type: method.ReturnType, Member: $"{type.Name}.{method.Name}"))
                .Concat(type.GetMethods(all).SelectMany(method => method.GetParameters().Select(p => (Type: p.ParameterType, Member: $"{type.Name}.{method.Name}"))))
                .Concat(type.GetFields(all).Select(field => (Type: field.FieldType, Member: $"{type.Name}.{field.Name}"))))
            .Where(use => banned.Contains(use.Type.Name.Split('`')[0]));
        Assert.Empty(used);
    }
}
