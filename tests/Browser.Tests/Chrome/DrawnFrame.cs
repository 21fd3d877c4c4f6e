using System.Text.Json;
using Microsoft.Playwright;

namespace Browser.Tests.Chrome;

/// <summary>What a canvas shows: the moment, the player's cells, and what the LEDs look like in the pixels on the canvas.</summary>
/// <param name="T">Microseconds since the loop began.</param>
/// <param name="Cells">The player's cells, base64.</param>
/// <param name="Lit">Row by row, 1 for a LED whose middle is bright on the canvas.</param>
/// <param name="Colours">Row by row, the colour in the middle of each LED, six hexadecimal digits each.</param>
internal sealed record DrawnFrame(long T, string Cells, string Lit, string Colours)
{
    // Between the dark of a LED that is off (30) and the faintest one that is on.
    private const string Script = """
        async ({ panel, count }) => {
          const { drawn } = await import("/_content/Signage.Web/led/player.js");
          const canvas = document.querySelector(`canvas[data-panel="${panel}"]`);
          const frames = [];
          while (frames.length < count) {
            for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
            const now = drawn(canvas);
            // A canvas that is to play is dark until its show has arrived.
            if (!now?.cells || (canvas.dataset.plays === "true" && now.name === "dark")) continue;
            const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            let lit = "";
            let colours = "";
            for (let y = now.pitch >> 1; y < height; y += now.pitch) {
              for (let x = now.pitch >> 1; x < width; x += now.pitch) {
                const at = (y * width + x) * 4;
                lit += Math.max(data[at], data[at + 1], data[at + 2]) > 90 ? "1" : "0";
                colours += [0, 1, 2].map(part => data[at + part].toString(16).padStart(2, "0")).join("");
              }
            }
            frames.push({ t: now.t, cells: btoa(String.fromCharCode(...now.cells)), lit, colours });
          }
          return JSON.stringify(frames);
        }
        """;

    /// <summary>Looks at a canvas so many times, a few frames apart.</summary>
    public static async Task<DrawnFrame[]> LookAsync(IPage page, string panel, int count) =>
        JsonSerializer.Deserialize<DrawnFrame[]>(await page.EvaluateAsync<string>(Script, new { panel, count }), JsonSerializerOptions.Web)!;
}
