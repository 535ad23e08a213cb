// The places of one incident. Each is drawn as the area that it is known to, with its name; only an exact point gets a point.

import { LngLatBounds, Marker } from "maplibre-gl";
import { Areas, drawRing } from "./areas";
import { drawCanvas } from "./canvas";
import { lang } from "./language";

const APART = 2; // pixels between two signs

export interface Place {
  name: string;
  name_en?: string | null;
  lat: number;
  lon: number;
  precision: string;
  radius_m: number;
  disputed?: boolean;
}

export async function wirePlaceMap(element: HTMLElement): Promise<void> {
  const held = element.querySelector('script[type="application/json"]')?.textContent;
  const places = held ? (JSON.parse(held) as Place[]) : [];
  if (places.length === 0) return;
  const areas = places.map((place) => ({ ...place, disputed: place.disputed === true }));
  const bounds = new LngLatBounds();
  for (const area of areas) for (const corner of drawRing(area)) bounds.extend(corner);
  const map = await drawCanvas(element, { bounds, fitBoundsOptions: { padding: 40, maxZoom: 11 }, scrollZoom: false });
  if (!map) return;
  new Areas(map).show(areas);
  const signs: Marker[] = [];
  for (const place of places) {
    const sign = document.createElement("div");
    sign.className = `place-sign place-${place.precision}`;
    const name = document.createElement("bdi");
    name.textContent = lang === "en" && place.name_en ? place.name_en : place.name;
    sign.append(name);
    const marker = new Marker({ element: sign, anchor: place.precision === "point" ? "bottom" : "center" });
    signs.push(marker.setLngLat([place.lon, place.lat]).addTo(map));
  }
  part(signs);
  map.on("zoomend", () => part(signs));
  element.dataset["ready"] = "";
}

/** Signs of places that lie close are set below one another, so that each name can be read. */
function part(signs: Marker[]): void {
  for (const sign of signs) sign.setOffset([0, 0]);
  const set: DOMRect[] = [];
  for (const sign of signs) {
    const { x, y, width, height } = sign.getElement().getBoundingClientRect();
    let down = 0;
    const hidden = () => set.find((one) => x < one.right && one.x < x + width && y + down < one.bottom && one.y < y + down + height);
    for (let one = hidden(); one; one = hidden()) down = one.bottom - y + APART;
    if (down > 0) sign.setOffset([0, down]);
    set.push(new DOMRect(x, y + down, width, height));
  }
}
