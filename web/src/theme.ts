// Light, dark, or as the system has it. The choice is kept by this browser alone.

const KEPT_AS = "tawatur-theme";
type Theme = "system" | "light" | "dark";

const listeners: (() => void)[] = [];

/** Is called when the colours in force change, by the switch or by the system. */
export function watchTheme(listener: () => void): void {
  listeners.push(listener);
}

function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system"; // a browser may forbid it, as for files on disk
  }
}

function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEPT_AS, theme);
  } catch {
    // then the choice holds for this page
  }
}

function putOn(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  for (const button of document.querySelectorAll<HTMLElement>("button[data-theme]")) {
    button.setAttribute("aria-pressed", String(button.dataset["theme"] === theme));
  }
  for (const listener of listeners) listener();
}

export function wireTheme(): void {
  putOn(readTheme());
  for (const place of document.querySelectorAll<HTMLElement>("[data-theme-switch]")) place.hidden = false;
  for (const button of document.querySelectorAll<HTMLElement>("button[data-theme]")) {
    button.addEventListener("click", () => {
      const theme = button.dataset["theme"] as Theme;
      keepTheme(theme);
      putOn(theme);
    });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => putOn(readTheme()));
}
