// The licences of everything that the built scripts, styles, fonts and base map hold, in one text.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const SHIPPED = ["maplibre-gl", "pmtiles", "topojson-client", "@fontsource-variable/noto-sans-arabic"];
const RULE = `\n${"-".repeat(100)}\n\n`;

/** The packages that are shipped, with all that they rest on; types are not shipped. */
function findShipped() {
  const found = new Set();
  const waiting = [...SHIPPED];
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (found.has(name) || name.startsWith("@types/")) continue;
    found.add(name);
    waiting.push(...Object.keys(readPackage(name).dependencies ?? {}));
  }
  return [...found].sort();
}

const readPackage = (name) => JSON.parse(readFileSync(join(here, "node_modules", name, "package.json"), "utf8"));

/** A package's own licence file; where it brings none, the text kept in `licences/`. */
function readLicence(name) {
  const folder = join(here, "node_modules", name);
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const kept = join(here, "licences", `${name.replace("/", "-")}.txt`);
  if (!file && !existsSync(kept)) throw new Error(`${name} brings no licence file: put its text into ${kept}`);
  const { version, license } = readPackage(name);
  return `${name} ${version} (${license})\n\n${readFileSync(file ? join(folder, file) : kept, "utf8").trim()}\n`;
}

export const readLicences = () => findShipped().map(readLicence).join(RULE);
