// `data-toggle-passage` shows and hides the passage that its `aria-controls` names; `data-toggle-passages` does so with all.

export function wirePassages(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-toggle-passage]")) {
    const passage = document.getElementById(button.getAttribute("aria-controls") ?? "");
    if (!passage) continue;
    button.setAttribute("aria-expanded", String(!passage.hidden));
    button.addEventListener("click", () => {
      passage.hidden = !passage.hidden;
      button.setAttribute("aria-expanded", String(!passage.hidden));
    });
  }
  // What an address points at lies open: a claim's words may be folded away.
  const open = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
    target?.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", open);
  if (location.hash) open();
}
