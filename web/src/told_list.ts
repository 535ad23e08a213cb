// The static site's list, filters' counts and bars: what the server sends as a fragment is worked out in the page.

import { say } from "./language";
import { readState, watchState } from "./state";
import { hasValue, isLetThrough, type Told } from "./told";
import { wireTimeline } from "./timeline";

const NUMBERS = new Intl.NumberFormat("en");
const SVG_HEIGHT = 90; // of the bars' picture, in its own units

export function readTold(): Told[] {
  const held = document.getElementById("incidents-data")?.textContent;
  return held ? (JSON.parse(held) as Told[]) : [];
}

export function wireToldList(told: Told[], list: HTMLElement, timeline: HTMLElement | null): void {
  const show = (state: URLSearchParams): void => {
    const through = new Set(told.filter((one) => isLetThrough(one, state)).map(({ id }) => id));
    showItems(list, through, told.length);
    showCounts(told, state);
    if (timeline) showBars(timeline, told, state);
  };
  watchState(show);
  if (readState().size > 0) show(readState());
}

function showItems(list: HTMLElement, through: Set<string>, of: number): void {
  for (const item of list.querySelectorAll<HTMLElement>("li:has(> [data-incident])")) {
    item.hidden = !through.has(item.querySelector<HTMLElement>("[data-incident]")?.dataset["incident"] ?? "");
  }
  const total = list.querySelector<HTMLElement>("[data-total]");
  if (!total) return;
  total.dataset["total"] = String(through.size);
  total.textContent = say("list.found", { total: through.size, of });
}

/** How many each choice would leave, the other filters as they are. */
function showCounts(told: Told[], state: URLSearchParams): void {
  for (const box of document.querySelectorAll<HTMLInputElement>("[data-facet] input[type=checkbox]")) {
    const count = told.filter((one) => hasValue(one, box.name, box.value) && isLetThrough(one, state, box.name)).length;
    const place = box.closest("label")?.querySelector(".count");
    if (place) place.textContent = NUMBERS.format(count);
    box.checked = state.getAll(box.name).includes(box.value);
  }
}

function showBars(timeline: HTMLElement, told: Told[], state: URLSearchParams): void {
  const through = told.filter((one) => isLetThrough(one, state, "days"));
  const bars = [...timeline.querySelectorAll<SVGRectElement>("rect[data-from]")];
  const counts = bars.map(({ dataset }) => through.filter(({ first }) => first !== null && first >= (dataset["from"] ?? "") && first <= (dataset["to"] ?? "")).length);
  const most = Math.max(1, ...counts);
  const [from, to] = [state.get("from") ?? "", state.get("to") ?? "9999"];
  for (const [index, bar] of bars.entries()) {
    const high = (SVG_HEIGHT * (counts[index] ?? 0)) / most;
    bar.setAttribute("height", String(high));
    bar.setAttribute("y", String(SVG_HEIGHT - high));
    bar.setAttribute("class", (bar.dataset["to"] ?? "") >= from && (bar.dataset["from"] ?? "") <= to ? "in" : "out");
  }
  wireTimeline(timeline);
}
