// The map's background: a style drawn from the shipped shapes and names, in the page's colours and language.

import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { lang } from "./language";
import { readColours, type Colours } from "./colours";

/** Where the parts of the base map come from: a folder of the server, or the static site's own script. */
export interface BasemapParts {
  shapes: Topology;
  labels: LabelTable;
  fonts: { arabic: string; latin: string; latinExtended: string };
}

interface LabelTable {
  columns: string[];
  rows: (string | number)[][];
}

const FONT = ["Noto Sans Arabic"];
const SHAPES = ["land", "borders", "around", "around_borders", "provinces", "rivers", "lakes"] as const;

export async function loadBasemap(folder: string): Promise<BasemapParts> {
  const [shapes, labels] = await Promise.all(["shapes.json", "labels.json"].map(async (name) => {
    const answer = await fetch(folder + name);
    if (!answer.ok) throw new Error(`${folder}${name}: ${answer.status}`);
    return (await answer.json()) as unknown;
  }));
  const fonts = new URL("../fonts/", new URL(folder, location.href)).href;
  return {
    shapes: shapes as Topology,
    labels: labels as LabelTable,
    fonts: {
      arabic: `${fonts}noto-sans-arabic-arabic.woff2`,
      latin: `${fonts}noto-sans-arabic-latin.woff2`,
      latinExtended: `${fonts}noto-sans-arabic-latin-ext.woff2`,
    },
  };
}

export function buildStyle(parts: BasemapParts): StyleSpecification {
  const sources: Record<string, SourceSpecification> = { labels: { type: "geojson", data: readLabels(parts.labels) } };
  for (const name of SHAPES) {
    const shape = parts.shapes.objects[name];
    if (shape) sources[name] = { type: "geojson", data: feature(parts.shapes, shape), tolerance: 0.3 };
  }
  return {
    version: 8,
    sources,
    // Glyphs are drawn from these files in the page: Arabic is shaped by the map itself, and no server of glyphs is asked.
    "font-faces": {
      "Noto Sans Arabic": [
        { url: parts.fonts.arabic, "unicode-range": ["U+0600-06FF", "U+0750-077F", "U+08A0-08FF", "U+200C-200E", "U+FB50-FDFF", "U+FE70-FEFC"] },
        { url: parts.fonts.latinExtended, "unicode-range": ["U+0100-02FF", "U+1E00-1EFF"] },
        { url: parts.fonts.latin, "unicode-range": ["U+0000-00FF", "U+2000-200B", "U+2010-206F"] },
      ],
    },
    layers: buildLayers(readColours()),
  };
}

function readLabels(table: LabelTable): GeoJSON.FeatureCollection {
  const at = Object.fromEntries(table.columns.map((column, index) => [column, index]));
  const cell = (row: (string | number)[], column: string) => row[at[column] ?? -1];
  return {
    type: "FeatureCollection",
    features: table.rows.map((row) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [Number(cell(row, "lon")), Number(cell(row, "lat"))] },
      properties: { kind: cell(row, "kind"), name: cell(row, lang), from: cell(row, "from"), rank: cell(row, "rank") },
    })),
  };
}

export function buildLayers(colours: Colours): LayerSpecification[] {
  return [
    { id: "sea", type: "background", paint: { "background-color": colours.sea } },
    { id: "around", type: "fill", source: "around", paint: { "fill-color": colours.land, "fill-antialias": false } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": colours.land } },
    { id: "lakes", type: "fill", source: "lakes", paint: { "fill-color": colours.sea } },
    {
      id: "rivers", type: "line", source: "rivers", minzoom: 3,
      paint: { "line-color": colours.water, "line-width": ["interpolate", ["linear"], ["zoom"], 3, 0.4, 8, 1.6] },
    },
    {
      id: "provinces", type: "line", source: "provinces", minzoom: 4.5,
      paint: { "line-color": colours.border, "line-width": 0.8, "line-dasharray": [3, 2], "line-opacity": 0.7 },
    },
    { id: "around-borders", type: "line", source: "around_borders", paint: { "line-color": colours.border, "line-width": 0.6 } },
    {
      id: "borders", type: "line", source: "borders",
      paint: { "line-color": colours.border, "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.6, 8, 1.8] },
    },
    ...buildLabelLayers(colours),
  ];
}

function buildLabelLayers(colours: Colours): LayerSpecification[] {
  const halo = { "text-halo-color": colours.land, "text-halo-width": 1.4 };
  const isKind = (...kinds: string[]): ExpressionSpecification => ["in", ["get", "kind"], ["literal", kinds]];
  const shown: ExpressionSpecification = [">=", ["zoom"], ["get", "from"]];
  return [
    {
      id: "town-dots", type: "circle", source: "labels", minzoom: 3.5,
      filter: ["all", isKind("capital", "town", "village"), shown],
      paint: {
        "circle-radius": ["match", ["get", "kind"], "capital", 3, 2],
        "circle-color": colours.land, "circle-stroke-color": colours.label, "circle-stroke-width": 1,
      },
    },
    {
      id: "towns", type: "symbol", source: "labels", minzoom: 3.5,
      filter: ["all", isKind("capital", "town", "village", "within"), shown],
      layout: {
        "text-field": ["get", "name"], "text-font": FONT,
        "text-size": ["match", ["get", "kind"], "capital", 13, "town", 12, 11],
        "text-variable-anchor": lang === "ar" ? ["right", "left", "top", "bottom"] : ["left", "right", "top", "bottom"],
        "text-radial-offset": 0.5, "text-max-width": 8, "symbol-sort-key": ["get", "rank"],
      },
      paint: { "text-color": colours.label, ...halo },
    },
    {
      id: "province-names", type: "symbol", source: "labels", minzoom: 6, maxzoom: 9,
      filter: isKind("province"),
      layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": 12, "text-max-width": 7, "text-padding": 12 },
      paint: { "text-color": colours.faint, ...halo },
    },
    {
      id: "country-names", type: "symbol", source: "labels", maxzoom: 7,
      filter: isKind("country"),
      layout: {
        "text-field": ["get", "name"], "text-font": FONT, "text-max-width": 7,
        "text-size": ["interpolate", ["linear"], ["zoom"], 2, 11, 6, 17], "symbol-sort-key": ["get", "rank"],
        // Letters of Arabic join: spreading them would tear words.
        "text-letter-spacing": lang === "ar" ? 0 : 0.06,
      },
      paint: { "text-color": colours.country, ...halo },
    },
  ];
}
