// A page that has lost its site says so at once. A short loss Blazor mends by itself; after a longer one the page waits for the site and is loaded
// anew, for it holds nothing that the site does not know.
const pause = 2000;
const sign = "_content/Signage.Web/icon.svg";
let waiting = 0;
let leaving = false;

async function comeBack() {
  try {
    const answer = await fetch(sign, { cache: "no-store" });
    if (answer.ok && !leaving) {
      location.reload();
      return;
    }
  } catch {
    // still away
  }
  if (!leaving) {
    waiting = setTimeout(comeBack, pause);
  }
}

// Whoever is on the way to another page, to 一键黑屏 above all, is not called back by a reload.
addEventListener("beforeunload", () => {
  leaving = true;
  clearTimeout(waiting);
});

document.getElementById("components-reconnect-modal").addEventListener("components-reconnect-state-changed", event => {
  if (event.detail.state === "hide") {
    clearTimeout(waiting);
    waiting = 0;
  } else if (waiting === 0 && !leaving) {
    // Blazor tells every second of its countdown; the page waits from the first of them.
    waiting = setTimeout(comeBack, pause);
  }
});
