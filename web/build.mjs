// Builds what the pages load into src/tawatur/serve/static/: two scripts (a module for the desk, a classic one for the static
// site), one stylesheet, fonts. The base map has its own build (basemap/build.mjs) and is taken as it lies there.
//
// BUILD.json says which sources a build was made from; a test compares it with the sources as they are.

import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { readLicences } from "./licences.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../src/tawatur/serve/static");
const fonts = join(here, "node_modules/@fontsource-variable/noto-sans-arabic/files");
const maplibre = join(here, "node_modules/maplibre-gl/dist");
const KEPT = new Set(["basemap"]);

const shared = { root: here, configFile: false, logLevel: "warn", publicDir: false, base: "./", assetsInclude: ["**/*.woff2"] };

/** The worker in one piece, without the pointer to a source map that is not shipped. */
function readWorker() {
  return readFileSync(join(maplibre, "maplibre-gl-worker.mjs"), "utf8").replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
}

async function buildModule() {
  await build({
    ...shared,
    build: {
      outDir: out, emptyOutDir: false, chunkSizeWarningLimit: 4000, target: "es2022", modulePreload: false, cssCodeSplit: false, assetsInlineLimit: 0,
      rolldownOptions: {
        input: { desk: join(here, "src/desk.ts"), theme: join(here, "src/first_theme.ts") },
        output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
      },
    },
  });
}

async function buildStyles() {
  await build({
    ...shared,
    build: {
      outDir: out, emptyOutDir: false, chunkSizeWarningLimit: 4000, target: "es2022", cssTarget: ["chrome123", "firefox120", "safari17.5"], assetsInlineLimit: 0,
      rolldownOptions: { input: { desk: join(here, "styles/desk.css") }, output: { assetFileNames: "[name][extname]" }, external: /^\.\/fonts\// },
    },
  });
}

/** For pages opened from disk, where a browser loads no modules and fetches nothing: everything lies in one classic script. */
async function buildClassic() {
  const text = (name) => JSON.stringify(readFileSync(join(out, "basemap", name), "utf8"));
  const font = (name) => `data:font/woff2;base64,${readFileSync(join(fonts, name)).toString("base64")}`;
  const parts = `
    export const shapes = () => JSON.parse(${text("shapes.json")});
    export const labels = () => JSON.parse(${text("labels.json")});
    export const fonts = ${JSON.stringify({
      arabic: font("noto-sans-arabic-arabic-wght-normal.woff2"),
      latin: font("noto-sans-arabic-latin-wght-normal.woff2"),
      latinExtended: font("noto-sans-arabic-latin-ext-wght-normal.woff2"),
    })};
    export const worker = ${JSON.stringify(readWorker())};`;
  await build({
    ...shared,
    plugins: [{
      name: "parts-of-the-base-map",
      resolveId: (id) => (id === "virtual:basemap" ? "\0basemap" : null),
      load: (id) => (id === "\0basemap" ? parts : null),
    }],
    build: {
      outDir: out, emptyOutDir: false, chunkSizeWarningLimit: 4000, target: "es2022", minify: true,
      rolldownOptions: { transform: { define: { "import.meta": "{}" } } }, // MapLibre's own way to its worker, which is handed in
      lib: { entry: join(here, "src/desk_static.ts"), formats: ["iife"], name: "tawaturDesk", fileName: () => "desk-static.js" },
    },
  });
}

function copyFonts() {
  mkdirSync(join(out, "fonts"), { recursive: true });
  for (const part of ["arabic", "latin", "latin-ext"]) {
    copyFileSync(join(fonts, `noto-sans-arabic-${part}-wght-normal.woff2`), join(out, "fonts", `noto-sans-arabic-${part}.woff2`));
  }
}

/** Every file under a folder, in an order that does not depend on the machine. */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

/** The sources' names and bytes as one hash; tests/serve/test_static.py computes the same. */
function hashSources() {
  const sources = [...listFiles(join(here, "src")), ...listFiles(join(here, "styles")), ...["build.mjs", "licences.mjs", "package-lock.json"].map((name) => join(here, name))];
  const named = sources.map((path) => [relative(here, path).split(sep).join("/"), path]).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash("sha256");
  for (const [name, path] of named) hash.update(`${name}\0`).update(createHash("sha256").update(readFileSync(path)).digest());
  return hash.digest("hex");
}

for (const name of readdirSync(out)) if (!KEPT.has(name)) rmSync(join(out, name), { recursive: true });
copyFonts();
writeFileSync(join(out, "maplibre-worker.js"), readWorker());
writeFileSync(join(out, "LICENCES.txt"), readLicences());
copyFileSync(join(here, "node_modules/axe-core/axe.min.js"), join(here, "../tests/browser/axe.min.js"));
await buildModule();
await buildStyles();
await buildClassic();
const files = listFiles(out).map((path) => relative(out, path).split(sep).join("/"));
writeFileSync(join(out, "BUILD.json"), `${JSON.stringify({ sources: hashSources(), files }, null, 1)}\n`);
console.log(listFiles(out).map((path) => `${relative(out, path)} ${statSync(path).size}`).join("\n"));
