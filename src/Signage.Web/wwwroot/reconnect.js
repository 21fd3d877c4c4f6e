// A page that has lost its site says so at once. A short loss Blazor mends by itself; after a longer one the page waits for the site and is loaded
// anew, for it holds nothing that the site does not know.
const pause = 2000;
const sign = "_content/Signage.Web/icon.svg";
let waiting = 0;

async function comeBack() {
  try {
    const answer = await fetch(sign, { cache: "no-store" });
    if (answer.ok) {
      location.reload();
      return;
    }
  } catch {
    // still away
  }
  waiting = setTimeout(comeBack, pause);
}

document.getElementById("components-reconnect-modal").addEventListener("components-reconnect-state-changed", event => {
  if (event.detail.state === "hide") {
    clearTimeout(waiting);
    waiting = 0;
  } else if (waiting === 0) {
    // Blazor tells every second of its countdown; the page waits from the first of them.
    waiting = setTimeout(comeBack, pause);
  }
});
