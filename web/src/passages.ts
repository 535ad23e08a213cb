// What an address points at lies open and in sight: a claim's words may be folded away. Beside a report, a claim under the pointer
// or with the focus sets off its words.

export function wirePassages(): void {
  for (const claim of document.querySelectorAll<HTMLElement>("[data-claim]")) {
    for (const starts of ["pointerenter", "focusin"]) claim.addEventListener(starts, () => pointAt(claim, true));
    for (const ends of ["pointerleave", "focusout"]) claim.addEventListener(ends, () => pointAt(claim, false));
  }
  const open = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
    target?.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", open);
  if (location.hash.length > 1) open();
}

function pointAt(claim: HTMLElement, isOn: boolean): void {
  for (const words of document.querySelectorAll(`[data-claims~="${CSS.escape(claim.dataset["claim"] ?? "")}"]`)) {
    words.classList.toggle("is-pointed", isOn);
  }
}
