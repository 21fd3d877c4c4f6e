// Runs before the first paint, so that nobody who works at night is blinded by a white page that turns dark afterwards.
{
  let chosen = null;
  try {
    chosen = localStorage.getItem("signage.theme");
  } catch {
    // a browser that keeps nothing follows the system
  }
  document.documentElement.dataset.theme = chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}
