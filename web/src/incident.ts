// What the map is told about: single incidents, and circles that stand for several.

export type Box = [west: number, south: number, east: number, north: number];

export interface Cluster {
  cluster: true;
  count: number;
  contested: number;
  bbox: Box;
}

export interface Incident {
  cluster?: undefined;
  id: string;
  title: string;
  grade: string | null;
  kind: string | null;
  day: string | null;
  contested?: boolean;
  precision: string | null;
  radius_m: number;
  href?: string;
}

export interface Found {
  type: "Feature";
  geometry: { type: "Point"; coordinates: [lon: number, lat: number] };
  properties: Cluster | Incident;
}

export interface FoundOnMap {
  features: Found[];
  nowhere?: number;
}

export function isCluster(properties: Cluster | Incident): properties is Cluster {
  return properties.cluster === true;
}

export function parseBox(text: string | null): Box | undefined {
  const degrees = text?.split(",").map(Number) ?? [];
  return degrees.length === 4 && degrees.every(Number.isFinite) ? (degrees as Box) : undefined;
}
