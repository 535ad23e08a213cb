// The static site's list, filters' counts and bars: what the server sends as a fragment is worked out in the page.

import { say, type Phrase } from "./language";
import { changeState, readState, watchState } from "./state";
import { fold, hasValue, isLetThrough, type Told } from "./told";
import { wireTimeline } from "./timeline";

const NUMBERS = new Intl.NumberFormat("en");
const PER_PAGE = 50; // as on the desk
const SVG_HEIGHT = 90; // of the bars' picture, in its own units

declare global {
  var tawaturIncidents: Told[] | undefined; // of the file beside the page
}

export function readTold(): Told[] {
  return (globalThis.tawaturIncidents ?? []).map((one) => ({ ...one, text: fold(one.text) }));
}

export function wireToldList(told: Told[], list: HTMLElement, timeline: HTMLElement | null): void {
  const show = (state: URLSearchParams): void => {
    const through = told.filter((one) => isLetThrough(one, state));
    showItems(list, sort(through, state), state, told.length);
    showCounts(told, state);
    if (timeline) showBars(timeline, told, state);
  };
  watchState((state, why) => {
    show(state);
    if (why === "page") list.scrollIntoView({ block: "start" });
  });
  if (told.length > 0) show(readState());
}

function sort(through: Told[], state: URLSearchParams): Told[] {
  const order = state.get("sort") ?? "newest";
  return through.sort((one, other) => (one.ranks[order] ?? 0) - (other.ranks[order] ?? 0));
}

function showItems(list: HTMLElement, through: Told[], state: URLSearchParams, of: number): void {
  const pages = Math.max(1, Math.ceil(through.length / PER_PAGE));
  const page = Math.min(pages, Math.max(1, Number(state.get("page")) || 1));
  const start = (page - 1) * PER_PAGE;
  const items = document.createElement("ol");
  items.className = "incidents";
  items.start = start + 1;
  // The cards are the server's own templates, written into the site with every name escaped.
  items.innerHTML = through.slice(start, start + PER_PAGE).map(({ card }) => `<li>${card}</li>`).join("");
  for (const old of list.querySelectorAll(".incidents, .pages, .nothing")) old.remove();
  list.append(items);
  if (pages > 1) list.append(buildPages(page, pages));
  const total = list.querySelector<HTMLElement>("[data-total]");
  if (!total) return;
  total.dataset["total"] = String(through.length);
  total.textContent = say("list.found", { total: through.length, of });
}

function buildPages(page: number, pages: number): HTMLElement {
  const nav = document.createElement("nav");
  nav.className = "pages";
  nav.setAttribute("aria-label", say("list.pages"));
  const step = (to: number, word: Phrase, key: string): HTMLElement => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: say(word), disabled: to < 1 || to > pages });
    button.dataset["shortcut"] = key;
    button.addEventListener("click", () => changeState((state) => state.set("page", String(to)), "page"));
    return button;
  };
  const here = Object.assign(document.createElement("span"), { textContent: say("list.page_of", { page, pages }) });
  nav.append(step(page - 1, "list.previous", "p"), here, step(page + 1, "list.next", "n"));
  return nav;
}

/** How many each choice would leave, the other filters as they are. */
function showCounts(told: Told[], state: URLSearchParams): void {
  const left = new Map<string, Told[]>();
  for (const box of document.querySelectorAll<HTMLInputElement>("[data-facet] input[type=checkbox]")) {
    const others = left.get(box.name) ?? told.filter((one) => isLetThrough(one, state, box.name));
    left.set(box.name, others);
    const place = box.closest("label")?.querySelector(".count");
    if (place) place.textContent = NUMBERS.format(others.filter((one) => hasValue(one, box.name, box.value)).length);
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
