// Places as the areas that they are known to: a town's report lies somewhere in the town.

import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { readColours } from "./colours";
import { watchTheme } from "./theme";

export interface Area {
  lon: number;
  lat: number;
  radius_m: number;
  disputed: boolean;
}

const CORNERS = 64;
const METRES_TO_A_DEGREE = 111_320;

/** A layer of areas on a map; `show` replaces what is drawn. */
export class Areas {
  constructor(private readonly map: MapLibre) {
    map.addSource("areas", { type: "geojson", data: toCollection([]) });
    const below = "town-dots";
    map.addLayer({ id: "areas", type: "fill", source: "areas", paint: { "fill-opacity": 0.14 } }, below);
    map.addLayer({ id: "area-edges", type: "line", source: "areas", paint: { "line-width": 1.5, "line-dasharray": [4, 2] } }, below);
    this.paint();
    watchTheme(() => this.paint());
  }

  show(areas: Area[]): void {
    this.map.getSource<GeoJSONSource>("areas")?.setData(toCollection(areas));
  }

  private paint(): void {
    const colours = readColours();
    const colour = ["case", ["get", "disputed"], colours["area-disputed"], colours.area];
    this.map.setPaintProperty("areas", "fill-color", colour as never);
    this.map.setPaintProperty("area-edges", "line-color", colour as never);
  }
}

function toCollection(areas: Area[]): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: areas.map((area) => ({
      type: "Feature",
      geometry: { type: "Polygon", coordinates: [drawRing(area)] },
      properties: { disputed: area.disputed },
    })),
  };
}

/** A circle on the ground, counterclockwise; near enough to one for areas of a few hundred kilometres. */
export function drawRing({ lon, lat, radius_m }: Area): [number, number][] {
  const high = radius_m / METRES_TO_A_DEGREE;
  const wide = high / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  return Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const turn = (corner / CORNERS) * 2 * Math.PI;
    return [lon + wide * Math.cos(turn), lat + high * Math.sin(turn)];
  });
}
