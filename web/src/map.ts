// The map of many incidents: follows the state, and a pan or zoom by the reader narrows the state to what is in view.

import { LngLatBounds, Popup, type Map as MapLibre } from "maplibre-gl";
import { Areas } from "./areas";
import { drawCanvas, REGION } from "./canvas";
import { buildCard } from "./card";
import { isCluster, parseBox, type Box, type Found, type FoundOnMap } from "./incident";
import { isRightToLeft, say } from "./language";
import { Markers } from "./markers";
import { changeState, readState, watchState } from "./state";

/** Asks for what lies in a box at a zoom, over the rest of the state. */
export type AskMap = (state: URLSearchParams, zoom: number, signal: AbortSignal) => Promise<FoundOnMap>;

const AFTER_MOVING_MS = 250;
const DIGITS = 3; // of a box's degrees: 100 m

export async function wireMap(element: HTMLElement, ask: AskMap = askServer(element)): Promise<void> {
  const asked = parseBox(readState().get("bbox"));
  const map = await drawCanvas(element, { bounds: asked ?? REGION, fitBoundsOptions: { animate: false } });
  if (map) await new IncidentMap(element, map, ask).begin(asked === undefined);
}

export function askServer(element: HTMLElement): AskMap {
  return async (state, zoom, signal) => {
    const asked = new URLSearchParams(state);
    asked.set("zoom", zoom.toFixed(2));
    const answer = await fetch(`${element.dataset["src"]}?${asked}`, { signal });
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    return (await answer.json()) as FoundOnMap;
  };
}

class IncidentMap {
  private readonly areas: Areas;
  private readonly markers: Markers;
  private readonly everywhere: HTMLButtonElement;
  private readonly nowhere: HTMLElement;
  private asking = new AbortController();
  private popup: Popup | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly element: HTMLElement, private readonly map: MapLibre, private readonly ask: AskMap) {
    this.areas = new Areas(map);
    this.markers = new Markers(map, (found, button) => this.open(found, button));
    this.everywhere = this.buildEverywhere();
    this.nowhere = Object.assign(document.createElement("p"), { className: "map-nowhere" });
    element.append(this.nowhere);
  }

  async begin(fitsAll: boolean): Promise<void> {
    if (fitsAll) await this.fitAll();
    this.map.on("moveend", (event) => this.moved(event));
    watchState((state, why) => {
      if (why === "back") this.follow(state);
      if (why !== "page") void this.refresh();
    });
    await this.refresh();
    this.element.dataset["ready"] = "";
  }

  /** The frame that holds everything the state lets through. */
  private async fitAll(): Promise<void> {
    const found = await this.request(readState());
    const bounds = new LngLatBounds();
    for (const { geometry, properties } of found?.features ?? []) {
      if (isCluster(properties)) bounds.extend(properties.bbox);
      else bounds.extend(geometry.coordinates);
    }
    if (!bounds.isEmpty()) this.map.fitBounds(bounds, { padding: 60, maxZoom: 8, animate: false });
  }

  private moved(event: object): void {
    if ("originalEvent" in event && event.originalEvent) {
      changeState((state) => state.set("bbox", this.box().join(",")), "pan");
    } else {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => void this.refresh(), AFTER_MOVING_MS);
    }
  }

  /** After the back button the frame goes where the address says. */
  private follow(state: URLSearchParams): void {
    const box = parseBox(state.get("bbox"));
    if (box) this.map.fitBounds(box, { animate: false });
    else void this.fitAll();
  }

  private async refresh(): Promise<void> {
    const state = readState();
    this.everywhere.hidden = !state.has("bbox");
    state.set("bbox", this.box().join(","));
    const found = await this.request(state);
    if (!found) return;
    this.markers.show(found.features);
    this.areas.show(found.features.flatMap(toArea));
    this.nowhere.hidden = !found.nowhere;
    this.nowhere.textContent = say("map.nowhere", { count: found.nowhere ?? 0 });
    this.element.dataset["shown"] = String(found.features.length);
  }

  private async request(state: URLSearchParams): Promise<FoundOnMap | undefined> {
    this.asking.abort();
    this.asking = new AbortController();
    try {
      return await this.ask(state, this.map.getZoom(), this.asking.signal);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) console.warn(error);
      return undefined;
    }
  }

  private open(found: Found, button: HTMLButtonElement): void {
    this.popup?.remove();
    if (isCluster(found.properties)) {
      this.enter(found.properties.bbox);
      return;
    }
    const card = buildCard(found.properties);
    this.popup = new Popup({ offset: 14, maxWidth: "20rem", focusAfterOpen: true })
      .setLngLat(found.geometry.coordinates).setDOMContent(card).addTo(this.map);
    this.popup.on("close", () => button.isConnected && button.focus());
    card.addEventListener("keydown", (event) => event.key === "Escape" && this.popup?.remove());
  }

  /** Into a circle: its box fills the frame, and is at once part of the state. */
  private enter(box: Box): void {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    void this.map.once("moveend").then(() => changeState((state) => state.set("bbox", this.box().join(",")), "pan"));
    this.map.fitBounds(box, { padding: 80, maxZoom: Math.max(this.map.getZoom() + 2, 11), animate: !still });
  }

  private box(): Box {
    const bounds = this.map.getBounds();
    const trim = (degree: number, most: number) => Number(Math.max(-most, Math.min(most, degree)).toFixed(DIGITS));
    return [trim(bounds.getWest(), 180), trim(bounds.getSouth(), 90), trim(bounds.getEast(), 180), trim(bounds.getNorth(), 90)];
  }

  private buildEverywhere(): HTMLButtonElement {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "map-everywhere", textContent: say("map.everywhere") });
    button.addEventListener("click", () => {
      changeState((state) => state.delete("bbox"), "pan");
      void this.fitAll();
    });
    const corner = this.element.querySelector(isRightToLeft ? ".maplibregl-ctrl-top-right" : ".maplibregl-ctrl-top-left");
    (corner ?? this.element).append(button);
    return button;
  }
}

function toArea({ geometry, properties }: Found) {
  if (isCluster(properties)) return [];
  const [lon, lat] = geometry.coordinates;
  return [{ lon, lat, radius_m: properties.radius_m, disputed: properties.contested === true }];
}
