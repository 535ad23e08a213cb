// A brush over the bars that the server drew: drag to choose days, or move two handles with the keys.
//
// Positions are counted from the side where time begins, which is the right side of an Arabic page.

import { narrowToDays } from "./filters";
import { isRightToLeft, say, sayDay } from "./language";
import { changeState, readState } from "./state";

const AFTER_KEYS_MS = 500;
const LEAST_DRAG = 4; // pixels: less is a click, which chooses one bar

type End = "from" | "to";

/** The days of the bars: bar n begins with `starts[n]` and ends the day before the next; the last ends with `last`. */
interface Scale {
  starts: string[];
  last: string;
}

let moved: End | undefined; // the handle that the keys moved last

/** Lays the brush over the bars, also over bars that came anew; a handle that the keys have moved keeps the focus. */
export function wireTimeline(holder: HTMLElement): void {
  const picture = holder.querySelector<SVGSVGElement>("svg");
  const scale = picture && readScale(picture);
  if (picture && scale) new Brush(picture, scale).show();
  if (moved && document.activeElement === document.body) holder.querySelector<HTMLElement>(`[data-end="${moved}"]`)?.focus();
  moved = undefined;
}

function readScale(picture: SVGSVGElement): Scale | undefined {
  const starts = picture.dataset["starts"]?.split(" ").filter(Boolean) ?? [];
  const last = picture.dataset["last"];
  return starts.length > 0 && last ? { starts, last } : undefined;
}

/** What the picture and its brush lie in; an older brush is taken off. */
function frame(picture: SVGSVGElement): HTMLElement {
  const around = picture.closest<HTMLElement>(".brush-frame") ?? document.createElement("div");
  around.querySelector(".brush")?.remove();
  if (!around.isConnected) {
    around.className = "brush-frame";
    picture.replaceWith(around);
    around.append(picture);
  }
  return around;
}

class Brush {
  private readonly surface = document.createElement("div");
  private readonly chosen = document.createElement("div");
  private readonly handles: Record<End, HTMLElement>;
  private range: [first: number, last: number];
  private begun: { at: number; x: number } | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(picture: SVGSVGElement, private readonly scale: Scale) {
    this.range = this.readRange();
    this.surface.className = "brush";
    this.surface.title = say("timeline.hint");
    this.chosen.className = "brush-chosen";
    this.handles = { from: this.buildHandle("from"), to: this.buildHandle("to") };
    this.surface.append(this.chosen, this.handles.from, this.handles.to, ...this.buildClear());
    frame(picture).append(this.surface);
    this.surface.addEventListener("pointerdown", (event) => this.start(event));
    this.surface.addEventListener("pointermove", (event) => this.drag(event));
    this.surface.addEventListener("pointerup", (event) => this.end(event));
    this.surface.addEventListener("pointercancel", () => (this.begun = undefined));
  }

  show(): void {
    const [first, last] = this.range;
    const bars = this.scale.starts.length;
    const place = (bar: number) => `${((100 * bar) / bars).toFixed(3)}%`;
    this.chosen.style.insetInlineStart = place(first);
    this.chosen.style.inlineSize = place(last + 1 - first);
    this.handles.from.style.insetInlineStart = place(first);
    this.handles.to.style.insetInlineStart = place(last + 1);
    this.surface.classList.toggle("is-narrowed", this.isNarrowed());
    this.label("from", first, this.scale.starts[first] ?? "");
    this.label("to", last, this.lastDay(last));
  }

  private readRange(): [number, number] {
    const state = readState();
    const [from, to] = [state.get("from"), state.get("to")];
    const { starts } = this.scale;
    const first = from ? starts.findLastIndex((start) => start <= from) : 0;
    const last = to ? starts.findLastIndex((start) => start <= to) : starts.length - 1;
    return [Math.max(0, first), Math.max(0, last)];
  }

  private isNarrowed(): boolean {
    return readState().has("from") || readState().has("to");
  }

  private start(event: PointerEvent): void {
    if (event.button !== 0 || (event.target instanceof HTMLElement && event.target.closest("button"))) return;
    const at = this.barAt(event.clientX);
    const handle = event.target instanceof HTMLElement ? event.target.dataset["end"] : undefined;
    const fixed = handle === "from" ? this.range[1] : handle === "to" ? this.range[0] : at;
    this.begun = { at: fixed, x: handle ? -Infinity : event.clientX };
    this.surface.setPointerCapture(event.pointerId);
  }

  private drag(event: PointerEvent): void {
    if (!this.begun || Math.abs(event.clientX - this.begun.x) < LEAST_DRAG) return;
    const at = this.barAt(event.clientX);
    this.range = [Math.min(at, this.begun.at), Math.max(at, this.begun.at)];
    this.surface.classList.add("is-dragged");
    this.show();
  }

  private end(event: PointerEvent): void {
    if (!this.begun) return;
    if (!this.surface.classList.contains("is-dragged")) this.range = [this.barAt(event.clientX), this.barAt(event.clientX)];
    this.begun = undefined;
    this.surface.classList.remove("is-dragged");
    this.commit();
  }

  private barAt(x: number): number {
    const box = this.surface.getBoundingClientRect();
    const along = (isRightToLeft ? box.right - x : x - box.left) / box.width;
    const bars = this.scale.starts.length;
    return Math.max(0, Math.min(bars - 1, Math.floor(along * bars)));
  }

  private step(end: End, event: KeyboardEvent): void {
    const bars = this.scale.starts.length;
    const forward = isRightToLeft ? "ArrowLeft" : "ArrowRight";
    const far = Math.max(1, Math.round(bars / 10));
    const steps: Record<string, number> = {
      [forward]: 1, ArrowUp: 1, [isRightToLeft ? "ArrowRight" : "ArrowLeft"]: -1, ArrowDown: -1,
      PageUp: far, PageDown: -far, Home: -bars, End: bars,
    };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const [first, last] = this.range;
    this.range = end === "from" ? [Math.max(0, Math.min(last, first + by)), last] : [first, Math.min(bars - 1, Math.max(first, last + by))];
    this.show();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      moved = end;
      this.commit();
    }, AFTER_KEYS_MS);
  }

  private commit(): void {
    const [first, last] = this.range;
    narrowToDays(this.scale.starts[first] ?? "", this.lastDay(last));
  }

  private lastDay(bar: number): string {
    const next = this.scale.starts[bar + 1];
    if (!next) return this.scale.last;
    const day = new Date(`${next}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() - 1);
    return day.toISOString().slice(0, 10);
  }

  private buildHandle(end: End): HTMLElement {
    const handle = document.createElement("div");
    handle.className = `brush-handle brush-${end}`;
    handle.dataset["end"] = end;
    handle.tabIndex = 0;
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", say(`timeline.${end}`));
    handle.setAttribute("aria-valuemin", "0");
    handle.setAttribute("aria-valuemax", String(this.scale.starts.length - 1));
    handle.addEventListener("keydown", (event) => this.step(end, event));
    return handle;
  }

  private label(end: End, bar: number, day: string): void {
    this.handles[end].setAttribute("aria-valuenow", String(bar));
    this.handles[end].setAttribute("aria-valuetext", sayDay(day));
  }

  private buildClear(): HTMLElement[] {
    if (!this.isNarrowed()) return [];
    const button = Object.assign(document.createElement("button"), { type: "button", className: "brush-clear", textContent: say("timeline.clear") });
    button.addEventListener("click", () => changeState((state) => {
      state.delete("from");
      state.delete("to");
    }, "brush"));
    return [button];
  }
}

