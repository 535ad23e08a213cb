// The incidents of the static site, and what a state lets through of them: what the server's index does, for the some thousands
// that one publishes as files.

import { parseBox, type Box, type Found, type FoundOnMap, type Incident } from "./incident";

export interface Told extends Incident {
  lat: number | null;
  lon: number | null;
  first: string | null;
  last: string | null;
  facets: Record<string, string[]>;
  text: string; // folded once it is read
  ranks: Record<string, number>; // its place in each order of the list
  card: string; // as it stands in the list
}

const CELLS_TO_A_TILE = 6; // as the server's circles
const LOOSE = /[\u064B-\u0652\u0670\u0640]/g; // short vowels and the stroke that only stretches a word

/** Spelling reduced for search, in both scripts. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(LOOSE, "")
    .replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه").replace(/ؤ/g, "و").replace(/ئ/g, "ي");
}

/** Whether an incident is let through; `without` names a part of the state that is left aside. */
export function isLetThrough(told: Told, state: URLSearchParams, without = ""): boolean {
  for (const facet of Object.keys(told.facets)) {
    const asked = facet === without ? [] : state.getAll(facet);
    if (asked.length > 0 && !asked.some((value) => hasValue(told, facet, value))) return false;
  }
  return isInDays(told, state, without) && isInBox(told, parseBox(state.get("bbox"))) && hasWords(told, state.get("q"));
}

export function hasValue(told: Told, facet: string, value: string): boolean {
  const values = told.facets[facet] ?? [];
  return value === "none" ? values.length === 0 || values.includes(value) : value === "any" ? values.length > 0 : values.includes(value);
}

function isInDays(told: Told, state: URLSearchParams, without: string): boolean {
  const [from, to] = [state.get("from"), state.get("to")];
  if (without === "days" || (!from && !to)) return true;
  return told.first !== null && told.last !== null && (!from || told.last >= from) && (!to || told.first <= to);
}

function isInBox(told: Told, box: Box | undefined): boolean {
  if (!box) return true;
  const [west, south, east, north] = box;
  return told.lat !== null && told.lon !== null && told.lat >= south && told.lat <= north && told.lon >= west && told.lon <= east;
}

function hasWords(told: Told, asked: string | null): boolean {
  return !asked || fold(asked).split(/\s+/).every((word) => told.text.includes(word));
}

/** As the server groups them: what shares a square of the map's own projection is one circle. */
export function groupOnMap(found: Told[], zoom: number): FoundOnMap {
  const across = CELLS_TO_A_TILE * 2 ** Math.max(0, Math.floor(zoom));
  const cells = new Map<string, (Told & { lat: number; lon: number })[]>();
  let nowhere = 0;
  for (const told of found) {
    if (told.lat === null || told.lon === null) {
      nowhere += 1;
      continue;
    }
    const sine = Math.sin((told.lat * Math.PI) / 180);
    const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    const cell = `${Math.floor(((told.lon + 180) / 360) * across)} ${Math.floor(y * across)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), { ...told, lat: told.lat, lon: told.lon }]);
  }
  return { features: [...cells.values()].map(toFeature), nowhere };
}

function toFeature(held: (Told & { lat: number; lon: number })[]): Found {
  const lons = held.map(({ lon }) => lon);
  const lats = held.map(({ lat }) => lat);
  const middle = (degrees: number[]) => degrees.reduce((sum, degree) => sum + degree, 0) / degrees.length;
  const coordinates: [number, number] = [middle(lons), middle(lats)];
  const [only] = held;
  if (only && held.length === 1) return { type: "Feature", geometry: { type: "Point", coordinates }, properties: only };
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates },
    properties: {
      cluster: true,
      count: held.length,
      contested: held.filter(({ contested }) => contested).length,
      bbox: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)],
    },
  };
}
