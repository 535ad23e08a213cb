// What a marker opens: the incident in a few lines, and the way to its page. Built of nodes: a title is text, whatever it holds.

import type { Incident } from "./incident";
import { say, sayDay } from "./language";

export function buildCard(incident: Incident): HTMLElement {
  const card = document.createElement("article");
  card.className = "map-card";
  const link = document.createElement("a");
  link.href = incident.href ?? `/incidents/${encodeURIComponent(incident.id)}`;
  const title = document.createElement("bdi");
  title.textContent = incident.title;
  link.append(title);
  const heading = document.createElement("h3");
  heading.append(link);
  card.append(heading, line(incident.day ? sayDay(incident.day) : say("map.no_day")));
  if (incident.radius_m >= 1000) card.append(line(say("map.about", { km: Math.round(incident.radius_m / 1000) }), "precision"));
  if (incident.contested) card.append(line(`⚠ ${say("map.disputed")}`, "disputed"));
  return card;
}

function line(text: string, className = ""): HTMLElement {
  return Object.assign(document.createElement("p"), { textContent: text, className });
}
