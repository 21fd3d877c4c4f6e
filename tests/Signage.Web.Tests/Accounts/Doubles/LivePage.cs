using System.Net.WebSockets;
using System.Text;

namespace Signage.Web.Tests.Accounts.Doubles;

/// <summary>The browser's end of a connection that stays open.</summary>
internal sealed class LivePage : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private readonly ClientWebSocket _socket = new();

    private LivePage()
    {
    }

    public bool IsOpen => _socket.State is WebSocketState.Open;

    /// <summary>Connects, says something and waits for the answer that shows that it is open.</summary>
    public static async Task<LivePage> OpenAsync(Browser browser, string path, string word, string answer)
    {
        var page = new LivePage();
        page._socket.Options.Cookies = browser.Cookies;
        var address = new Uri($"ws://{browser.Site.Address.Authority}{path}");
        await page._socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        if (word.Length > 0)
        {
            await page._socket.SendAsync(Encoding.UTF8.GetBytes(word), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        }

        var bytes = new byte[64];
        var heard = await page._socket.ReceiveAsync(bytes, TestContext.Current.CancellationToken);
        Assert.Equal(answer, Encoding.UTF8.GetString(bytes, 0, heard.Count));
        return page;
    }

    /// <summary>Waits until the other end has cut the connection; what it says before does not matter.</summary>
    public async Task CutAsync()
    {
        using var late = new CancellationTokenSource(Deadline);
        var bytes = new byte[4096];
        try
        {
            while ((await _socket.ReceiveAsync(bytes, late.Token)).MessageType is not WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            return;
        }
    }

    public void Dispose() => _socket.Dispose();
}
