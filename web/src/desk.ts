// What makes the desk's pages alive. A page works without it: lists, forms and links are the server's.

import { wireFilters, wireLanguage } from "./filters";
import { wireKeyboard } from "./keyboard";
import { wireList } from "./list";
import { wirePassages } from "./passages";
import { wirePlaces } from "./places";
import { wireTheme } from "./theme";
import { wireTimeline } from "./timeline";
import { wireViews } from "./views";

document.documentElement.classList.add("is-alive");
wireTheme();
wireKeyboard();
wirePassages();
wireLanguage();
wireViews();

for (const search of document.querySelectorAll<HTMLFormElement>("form[data-find-place]")) wirePlaces(search);

const form = document.querySelector<HTMLFormElement>("form[data-filters]");
if (form) wireFilters(form);

const timeline = document.querySelector<HTMLElement>("[data-timeline]");
if (timeline) wireTimeline(timeline);

const list = document.querySelector<HTMLElement>("[data-list]");
if (list) wireList(list, (part) => {
  if (part === "timeline" && timeline) wireTimeline(timeline);
});

const map = document.querySelector<HTMLElement>("[data-map]");
if (map) void import("./map").then(({ wireMap }) => wireMap(map));

for (const place of document.querySelectorAll<HTMLElement>("[data-place-map]")) {
  void import("./place_map").then(({ wirePlaceMap }) => wirePlaceMap(place));
}
