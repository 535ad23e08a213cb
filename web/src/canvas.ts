// A MapLibre map with the shipped base map, in the page's language, theme and words.

import { AttributionControl, Map as MapLibre, NavigationControl, setWorkerUrl, type MapOptions } from "maplibre-gl";
import { buildLayers, buildStyle, loadBasemap, type BasemapParts } from "./basemap";
import { readColours } from "./colours";
import { isRightToLeft, say } from "./language";
import { watchTheme } from "./theme";

/** Where a map opens that has nothing to show: what the base map draws finely. */
export const REGION: [number, number, number, number] = [-12, 3, 72, 42];
const DEEPEST_ZOOM = 14; // the shapes hold no more

/** Where the base map comes from: on the desk fetched from `data-basemap`, in the static site part of its script. */
export interface Supply {
  parts: () => Promise<BasemapParts>;
  worker: string;
}

let supplied: Supply | undefined;

export function supplyBasemap(supply: Supply): void {
  supplied = supply;
}

function findSupply(element: HTMLElement): Supply {
  const folder = element.dataset["basemap"] ?? "/static/basemap/";
  supplied ??= {
    parts: () => loadBasemap(folder),
    worker: new URL("../maplibre-worker.js", new URL(folder, location.href)).href,
  };
  return supplied;
}

/** Draws the base map into the element; undefined where the browser cannot, which the element then says. */
export async function drawCanvas(element: HTMLElement, options: Partial<MapOptions>): Promise<MapLibre | undefined> {
  const supply = findSupply(element);
  try {
    const parts = await supply.parts();
    setWorkerUrl(supply.worker);
    const map = new MapLibre({
      container: element, style: buildStyle(parts), attributionControl: false, minZoom: 1, maxZoom: DEEPEST_ZOOM,
      dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: 0, renderWorldCopies: false,
      locale: {
        "NavigationControl.ZoomIn": say("map.zoom_in"), "NavigationControl.ZoomOut": say("map.zoom_out"),
        "Map.Title": element.dataset["shows"] ?? "", "Popup.Close": say("map.close"),
        "AttributionControl.ToggleAttribution": say("map.sources"),
      },
      ...options,
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), isRightToLeft ? "top-left" : "top-right");
    const attribution = new AttributionControl({ compact: true, customAttribution: say("map.attribution") });
    map.addControl(attribution, isRightToLeft ? "bottom-left" : "bottom-right");
    map.once("load", () => foldAttribution(element));
    await map.once("load");
    repaint(map); // a theme that was chosen meanwhile could not be put on a style that was still loading
    watchTheme(() => repaint(map));
    if (element.dataset["tiles"]) await (await import("./tiles")).addTiles(map, element.dataset["tiles"]);
    return map;
  } catch (error) {
    console.warn(error);
    const note = Object.assign(document.createElement("p"), { className: "map-unavailable", textContent: say("map.unavailable") });
    element.replaceChildren(note);
    return undefined;
  }
}

/** Where the map is from is told when it is asked for, and leaves the map free. */
function foldAttribution(element: HTMLElement): void {
  const attribution = element.querySelector("details.maplibregl-ctrl-attrib");
  attribution?.removeAttribute("open");
  attribution?.classList.remove("maplibregl-compact-show");
}

/** The base map in the colours of the theme now in force; what a page has drawn above it is its own affair. */
function repaint(map: MapLibre): void {
  for (const layer of buildLayers(readColours())) {
    for (const [property, value] of Object.entries(layer.paint ?? {})) {
      map.setPaintProperty(layer.id, property as never, value as never);
    }
  }
}
