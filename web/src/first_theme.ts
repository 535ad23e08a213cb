// Loaded before the page is drawn, so that a reader who chose the dark theme is shown no white page first.

try {
  const kept = localStorage.getItem("tawatur-theme");
  if (kept === "light" || kept === "dark") document.documentElement.dataset["theme"] = kept;
} catch {
  // a browser may forbid it; then the system's theme holds
}
