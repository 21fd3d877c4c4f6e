using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Signage.Core.Panels;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Tests.Cards;
using Signage.Simulator.View;

namespace Signage.Simulator.Tests.View;

/// <summary>The window to a simulated panel, over a real socket.</summary>
public sealed partial class GlassViewTests : IDisposable
{
    private readonly HttpClient _http = new();

    [Fact]
    public async Task View_WhenItsAddressIsOpened_IsAPageThatAsksNobodyElse()
    {
        var token = TestContext.Current.CancellationToken;
        await using var view = await GlassView.StartAsync(Card(), 0, token);

        using var answer = await _http.GetAsync(view.Address, token);
        var page = await answer.Content.ReadAsStringAsync(token);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("fetch('glass.json'", page, StringComparison.Ordinal);
        Assert.Contains("<canvas", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Outside(), page);
        Assert.DoesNotContain('@', page);
    }

    [Fact]
    public async Task View_WhenThePageLooks_FindsTheGlassAsADrawing()
    {
        var token = TestContext.Current.CancellationToken;
        await using var view = await GlassView.StartAsync(Card(), 0, token);

        var glass = await _http.GetFromJsonAsync<JsonObject>(new Uri(view.Address, "glass.json"), token);

        Assert.Equal(string.Concat(Enumerable.Repeat(new string('.', 16) + "\n", 16)), (string?)glass!["glass"]);
    }

    [Fact]
    public async Task View_WhenItsPortIsTaken_SaysSoInOneLine()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;

        var refused = await Assert.ThrowsAsync<IOException>(() => GlassView.StartAsync(Card(), port, TestContext.Current.CancellationToken));

        Assert.Contains($"port {port}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    public void Dispose() => _http.Dispose();

    private static ISimulatedCard Card() => SimulatedCards.Create(TestCard.Model, PanelFace.Parse("16x16x1"), new CardClock(TimeProvider.System));

    [GeneratedRegex("https?:|src=|@import|url[(]")]
    private static partial Regex Outside();
}
