// Made by the build: the base map as part of the static site's script (build.mjs).
declare module "virtual:basemap" {
  import type { BasemapParts } from "./basemap";

  export const shapes: () => BasemapParts["shapes"];
  export const labels: () => BasemapParts["labels"];
  export const fonts: BasemapParts["fonts"];
  export const worker: string;
}
