// The static site's script: the same islands as on the desk, fed by what the page and this file carry. Nothing is fetched, so that it works
// from a disk.

import { fonts, labels, shapes, worker } from "virtual:basemap";
import { supplyBasemap } from "./canvas";
import { wireFilters } from "./filters";
import { wireKeyboard } from "./keyboard";
import { wireMap } from "./map";
import { wirePassages } from "./passages";
import { wirePlaceMap } from "./place_map";
import { wireTheme } from "./theme";
import { wireTimeline } from "./timeline";
import { groupOnMap, isLetThrough } from "./told";
import { readTold, wireToldList } from "./told_list";
import { wireViews } from "./views";

document.documentElement.classList.add("is-alive");
wireTheme();
wireKeyboard();
wirePassages();
wireViews();

const form = document.querySelector<HTMLFormElement>("form[data-filters]");
if (form) {
  form.hidden = false;
  wireFilters(form);
}

const told = readTold();
const timeline = document.querySelector<HTMLElement>("[data-timeline]");
if (timeline) wireTimeline(timeline);
const list = document.querySelector<HTMLElement>("[data-list]");
if (list) wireToldList(told, list, timeline);

supplyBasemap({
  parts: () => Promise.resolve({ shapes: shapes(), labels: labels(), fonts }),
  worker: URL.createObjectURL(new Blob([worker], { type: "text/javascript" })),
});
const map = document.querySelector<HTMLElement>("[data-map]");
if (map) {
  void wireMap(map, (state, zoom) => Promise.resolve(groupOnMap(told.filter((one) => isLetThrough(one, state)), zoom)));
}
for (const place of document.querySelectorAll<HTMLElement>("[data-place-map]")) void wirePlaceMap(place);
