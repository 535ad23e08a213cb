// On a narrow screen the filters are folded away until they are asked for; on a wide one they stand open.

const NARROW = "(max-width: 60rem)";

export function wireViews(): void {
  const fold = document.querySelector<HTMLDetailsElement>("details.filters-fold");
  if (!fold) return;
  const narrow = matchMedia(NARROW);
  const follow = (): void => {
    fold.open = !narrow.matches;
  };
  narrow.addEventListener("change", follow);
  follow();
}
