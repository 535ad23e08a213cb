// What is found, as buttons on the map: reached by keyboard, read by screen readers, sized by how many incidents they stand for.
//
// The whole is one stop of the tab key; arrow keys go to the nearest marker in their direction.

import { Marker, type Map as MapLibre } from "maplibre-gl";
import { isCluster, type Cluster, type Found, type Incident } from "./incident";
import { say } from "./language";

const ARROWS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};
const EXACT = new Set(["point", "neighbourhood", "village"]);

export class Markers {
  private shown: { marker: Marker; button: HTMLButtonElement }[] = [];

  constructor(private readonly map: MapLibre, private readonly open: (found: Found, button: HTMLButtonElement) => void) {
    const holder = map.getCanvasContainer();
    holder.addEventListener("keydown", (event) => this.step(event), true); // before the map pans by it
  }

  show(features: Found[]): void {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["at"] : undefined;
    for (const { marker } of this.shown) marker.remove();
    this.shown = features.map((found) => {
      const button = buildButton(found);
      button.addEventListener("click", (event) => {
        event.stopPropagation();
        this.makeStop(button);
        this.open(found, button);
      });
      const marker = new Marker({ element: button }).setLngLat(found.geometry.coordinates).addTo(this.map);
      labelButton(button, found); // last: the map writes a label of its own
      return { marker, button };
    });
    const again = this.shown.find(({ button }) => button.dataset["at"] === focused) ?? this.shown[0];
    if (again) this.makeStop(again.button);
    if (focused && again && again.button.dataset["at"] === focused) again.button.focus();
  }

  private makeStop(stop: HTMLButtonElement): void {
    for (const { button } of this.shown) button.tabIndex = button === stop ? 0 : -1;
  }

  private step(event: KeyboardEvent): void {
    const direction = ARROWS[event.key];
    const from = event.target;
    if (!direction || !(from instanceof HTMLButtonElement) || !from.classList.contains("marker")) return;
    event.preventDefault();
    event.stopPropagation();
    const next = nearest(from, direction, this.shown.map(({ button }) => button));
    if (!next) return;
    this.makeStop(next);
    next.focus();
  }
}

/** The nearest button in a direction; what lies askew counts as farther. */
function nearest(from: HTMLElement, [x, y]: [number, number], buttons: HTMLButtonElement[]): HTMLButtonElement | undefined {
  const here = from.getBoundingClientRect();
  let best: HTMLButtonElement | undefined;
  let least = Infinity;
  for (const button of buttons) {
    const there = button.getBoundingClientRect();
    const right = there.x + there.width / 2 - here.x - here.width / 2;
    const down = there.y + there.height / 2 - here.y - here.height / 2;
    const along = right * x + down * y;
    const aside = Math.abs(right * y) + Math.abs(down * x);
    if (along <= 1) continue;
    const far = along + 2 * aside;
    if (far < least) [best, least] = [button, far];
  }
  return best;
}

function buildButton(found: Found): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.tabIndex = -1;
  button.dataset["at"] = found.geometry.coordinates.join(" ");
  const { properties } = found;
  if (isCluster(properties)) dressCluster(button, properties);
  else dressIncident(button, properties);
  return button;
}

function dressCluster(button: HTMLButtonElement, cluster: Cluster): void {
  const size = cluster.count < 10 ? "few" : cluster.count < 100 ? "some" : cluster.count < 1000 ? "many" : "most";
  button.className = `marker marker-cluster marker-${size}`;
  button.textContent = String(cluster.count);
}

function dressIncident(button: HTMLButtonElement, incident: Incident): void {
  // A place that is known only roughly is drawn as its area: its marker is a ring that holds no point.
  const sort = EXACT.has(incident.precision ?? "") ? "exact" : "about";
  button.className = `marker marker-one marker-${sort} grade-${incident.grade ?? "none"}`;
  button.dataset["incident"] = incident.id;
}

function labelButton(button: HTMLButtonElement, { properties }: Found): void {
  button.removeAttribute("role");
  button.setAttribute("aria-label", sayFound(properties));
  button.title = sayFound(properties);
}

function sayFound(properties: Cluster | Incident): string {
  if (!isCluster(properties)) return properties.title;
  const { count, contested } = properties;
  return contested > 0 ? say("map.cluster", { count, contested }) : say("map.cluster.plain", { count });
}
