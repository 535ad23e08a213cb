// The map's colours, as the stylesheet has them for the theme in force (`--map-…`).

const NAMES = ["sea", "land", "water", "border", "label", "faint", "country", "area", "area-disputed"] as const;
export type Colours = Record<(typeof NAMES)[number], string>;

/** Colours as a browser computes them: a probe resolves `light-dark()`, which the bare property would not. */
export function readColours(): Colours {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);
  const read = NAMES.map((name) => {
    probe.style.color = `var(--map-${name})`;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(read) as Colours;
}
