// Tiles of the user's own (`data-tiles`: a PMTiles file or address), drawn above the shipped land and below its names. Nothing is fetched unless the
// desk was started with them.

import { addProtocol, type Map as MapLibre } from "maplibre-gl";
import { PMTiles, Protocol, TileType } from "pmtiles";
import { readColours } from "./colours";

const BELOW = "provinces";

export async function addTiles(map: MapLibre, address: string): Promise<void> {
  const protocol = new Protocol();
  addProtocol("pmtiles", protocol.tile);
  const url = new URL(address, location.href).href;
  const tiles = new PMTiles(url);
  protocol.add(tiles);
  const header = await tiles.getHeader();
  if (header.tileType !== TileType.Mvt) {
    map.addSource("tiles", { type: "raster", url: `pmtiles://${url}`, tileSize: 256 });
    map.addLayer({ id: "tiles", type: "raster", source: "tiles" }, BELOW);
    return;
  }
  map.addSource("tiles", { type: "vector", url: `pmtiles://${url}` });
  addVectors(map, await tiles.getMetadata() as { vector_layers?: { id: string }[] });
}

/** Whatever layers the tiles have, as lines and faint areas: roads and buildings, without a scheme being known. */
function addVectors(map: MapLibre, { vector_layers: layers = [] }: { vector_layers?: { id: string }[] }): void {
  const colours = readColours();
  for (const { id } of layers) {
    const isWater = /water|ocean|river|lake/.test(id);
    map.addLayer({
      id: `tiles-${id}-areas`, type: "fill", source: "tiles", "source-layer": id, filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": isWater ? colours.sea : colours.border, "fill-opacity": isWater ? 1 : 0.15 },
    }, BELOW);
    map.addLayer({
      id: `tiles-${id}-lines`, type: "line", source: "tiles", "source-layer": id, filter: ["==", ["geometry-type"], "LineString"],
      paint: { "line-color": isWater ? colours.water : colours.border, "line-width": 0.8 },
    }, BELOW);
  }
}
