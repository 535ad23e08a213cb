// What an address points at lies open and in sight: a claim's words may be folded away.

export function wirePassages(): void {
  const open = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
    target?.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", open);
  if (location.hash.length > 1) open();
}
