// The places of one incident. Each is drawn as the area that it is known to, with its name; only an exact point gets a point.

import { LngLatBounds, Marker } from "maplibre-gl";
import { Areas, drawRing } from "./areas";
import { drawCanvas } from "./canvas";
import { lang } from "./language";

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
  for (const place of places) {
    const sign = document.createElement("div");
    sign.className = `place-sign place-${place.precision}`;
    const name = document.createElement("bdi");
    name.textContent = lang === "en" && place.name_en ? place.name_en : place.name;
    sign.append(name);
    new Marker({ element: sign, anchor: place.precision === "point" ? "bottom" : "center" }).setLngLat([place.lon, place.lat]).addTo(map);
  }
  element.dataset["ready"] = "";
}
