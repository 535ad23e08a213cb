// The map's names, in Arabic and English, from the project's own gazetteer.
//
// A label is a row of the columns that `readLabels` names: `rank` says what is drawn first where names would lie on one
// another (less is first), `from` the zoom at which it appears.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const gazetteer = fileURLToPath(new URL("../../src/tawatur/data/gazetteer/", import.meta.url));

/** The rows of a table of the gazetteer as objects; a line that opens with # is a remark. */
function readTable(name) {
  const lines = readFileSync(gazetteer + name, "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  const columns = lines[0].split("\t");
  return lines.slice(1).map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}

/** From which zoom a town is named, by its people: [people at least, zoom]. */
const TOWN_FROM = [[1_000_000, 4], [300_000, 5], [100_000, 6], [40_000, 7], [15_000, 8]];
const SMALL_TOWN_FROM = 9;
const VILLAGE_FROM = 10;
const WITHIN_TOWN_FROM = 11.5;
const NAMED = {
  city: "town", town: "town", village: "village", neighbourhood: "within", camp: "within", crossing: "village", airport: "village",
  base: "village", island: "village",
};

function firstZoom(row, sort) {
  if (sort === "village") return VILLAGE_FROM;
  if (sort === "within") return WITHIN_TOWN_FROM;
  const people = Number(row.population) || 0;
  return TOWN_FROM.find(([least]) => people >= least)?.[1] ?? (row.kind === "city" ? 7 : SMALL_TOWN_FROM);
}

function label(kind, row, ar, from, rank) {
  const [lon, lat] = [row.lon, row.lat].map((degree) => Math.round(Number(degree) * 1e4) / 1e4);
  return [kind, ar, row.name_en, lon, lat, from, rank];
}

function readCountries() {
  return readTable("countries.tsv")
    .filter((row) => row.lat && row.lon)
    .map((row) => label("country", row, row.names.split("|")[0].trim(), 2, row.south ? 0 : 1));
}

function readProvinces() {
  return readTable("provinces.tsv")
    .filter((row) => row.lat && row.lon && row.name_ar)
    .map((row) => label("province", row, row.name_ar, 6, 50));
}

const ONE_PLACE_DEGREES = 0.2;
const areNear = (left, right) => Math.hypot(left.lat - right.lat, left.lon - right.lon) < ONE_PLACE_DEGREES;

/** A name without its article and with the letters that tables write either way. */
const foldName = (name) => name.replace(/^ال/, "").replace(/[أإآ]/g, "ا").replace(/ة/g, "ه").replace(/ى/g, "ي");

/** The rows of every table, a place that two tables have once: with the base table's people and the supplement's names. */
function mergeTables() {
  const supplements = readdirSync(`${gazetteer}supplement`).sort().map((name) => `supplement/${name}`);
  const seen = new Map();
  for (const row of ["base.tsv", ...supplements].flatMap(readTable)) {
    if (!NAMED[row.kind] || !row.name_ar || !row.name_en || !row.lat) continue;
    const namesakes = seen.get(foldName(row.name_ar)) ?? [];
    const same = namesakes.find((other) => areNear(other, row));
    if (same) Object.assign(same, { name_ar: row.name_ar, name_en: row.name_en });
    else seen.set(foldName(row.name_ar), [...namesakes, row]);
  }
  return [...seen.values()].flat();
}

function readTowns() {
  const capitals = new Map(readTable("countries.tsv").map((row) => [row.code, row.capital]));
  return mergeTables().map((row) => {
    const sort = NAMED[row.kind];
    const isCapital = row.kind === "city" && capitals.get(row.country) === row.name_ar;
    const from = isCapital ? 3.5 : firstZoom(row, sort);
    const rank = isCapital ? 5 : 100 + from * 100 - Math.min(99, Math.round(Math.log10((Number(row.population) || 0) + 1) * 12));
    return label(isCapital ? "capital" : sort, row, row.name_ar, from, rank);
  });
}

export function readLabels() {
  return { columns: ["kind", "ar", "en", "lon", "lat", "from", "rank"], rows: [...readCountries(), ...readProvinces(), ...readTowns()] };
}
