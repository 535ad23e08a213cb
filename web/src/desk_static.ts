// The static site's script.
import { wireKeyboard } from "./keyboard";
import { wirePassages } from "./passages";
import { wireTheme } from "./theme";
import { supplyBasemap } from "./canvas";
import { wirePlaceMap } from "./place_map";
import { fonts, labels, shapes, worker } from "virtual:basemap";

wireTheme();
wireKeyboard();
wirePassages();
supplyBasemap({
  parts: () => Promise.resolve({ shapes: shapes(), labels: labels(), fonts }),
  worker: URL.createObjectURL(new Blob([worker], { type: "text/javascript" })),
});
for (const place of document.querySelectorAll<HTMLElement>("[data-place-map]")) void wirePlaceMap(place);
