// Light or dark: as the system says, until somebody chooses; the choice stays in this browser (see theme.js, which applies it first).
const key = "signage.theme";
const system = window.matchMedia("(prefers-color-scheme: dark)");
let chosen = false;

export const isDark = () => document.documentElement.dataset.theme === "dark";

export function choose(dark) {
  chosen = true;
  apply(dark);
  try {
    localStorage.setItem(key, document.documentElement.dataset.theme);
  } catch {
    // then the choice lasts as long as the page
  }
}

/** Tells the page when the system changes its mind, unless somebody has chosen. */
export function watch(page) {
  const changed = () => {
    if (!chosen && !kept()) {
      apply(system.matches);
      page.invokeMethodAsync("SystemChangedAsync", system.matches);
    }
  };
  system.addEventListener("change", changed);
  return { stop: () => system.removeEventListener("change", changed) };
}

const apply = dark => {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
};

function kept() {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
