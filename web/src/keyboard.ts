// Shortcuts: whatever carries `data-shortcut` answers to its key; j and k go through the list; ? shows them all.
//
// Single keys can be switched off in the help: speech input and some keyboards set them off by chance.

import { say } from "./language";

const KEPT_AS = "tawatur-single-keys";
const ITEMS = "[data-item], .incident-card, .queue-item";

export function wireKeyboard(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "?") {
      event.preventDefault();
      showHelp();
    } else if (areSingleKeysOn() && answer(event.key)) {
      event.preventDefault();
    }
  });
  for (const opener of document.querySelectorAll<HTMLElement>("[data-shows-keys]")) {
    opener.hidden = false;
    opener.addEventListener("click", showHelp);
  }
}

function answer(key: string): boolean {
  const named = [...document.querySelectorAll<HTMLElement>("[data-shortcut]")]
    .find((element) => element.dataset["shortcut"] === key && element.checkVisibility());
  if (named) {
    if (named.matches("input:not([type=radio], [type=checkbox]), select, textarea")) named.focus();
    else named.click();
    return true;
  }
  return key === "j" || key === "k" ? step(key === "j" ? 1 : -1) : false;
}

/** Goes to the next item of the page's list, from the one that holds the focus. */
function step(by: number): boolean {
  const items = [...document.querySelectorAll<HTMLElement>(ITEMS)].filter((item) => item.checkVisibility());
  const at = items.findIndex((item) => item.contains(document.activeElement));
  const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : at + by];
  if (!next) return false;
  (next.querySelector<HTMLElement>("a, button") ?? next).focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox], [type=radio], [type=button], [type=submit]), select, textarea, [contenteditable]");
}

function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== "off";
  } catch {
    return true;
  }
}

function keepSingleKeys(areOn: boolean): void {
  try {
    localStorage.setItem(KEPT_AS, areOn ? "on" : "off");
  } catch {
    // the choice is then not kept
  }
}

function showHelp(): void {
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  const heading = Object.assign(document.createElement("h2"), { textContent: say("keys.title"), id: "keys-title" });
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(heading, listKeys(), buildSwitch(), buildClose(dialog));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function listKeys(): HTMLElement {
  const list = document.createElement("dl");
  const rows: [key: string, what: string][] = [["?", say("keys.help")]];
  if (document.querySelector(ITEMS)) rows.push(["j", say("keys.next")], ["k", say("keys.previous")]);
  const told = new Set(rows.map(([key]) => key));
  for (const element of document.querySelectorAll<HTMLElement>("[data-shortcut]")) {
    const key = element.dataset["shortcut"] ?? "";
    if (!told.has(key)) rows.push([key, nameOf(element)]);
    told.add(key);
  }
  rows.push(["Esc", say("keys.leave")]);
  for (const [key, what] of rows) {
    const sign = document.createElement("dt");
    sign.append(Object.assign(document.createElement("kbd"), { textContent: key }));
    list.append(sign, Object.assign(document.createElement("dd"), { textContent: what }));
  }
  return list;
}

function nameOf(element: HTMLElement): string {
  const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement ? element.labels : null;
  const name = element.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element.textContent ?? "";
  return name.replace(/\s+/g, " ").trim();
}

function buildSwitch(): HTMLElement {
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: areSingleKeysOn() });
  box.addEventListener("change", () => keepSingleKeys(box.checked));
  label.append(box, ` ${say("keys.on")}`);
  return label;
}

function buildClose(dialog: HTMLDialogElement): HTMLElement {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: say("keys.close") });
  button.addEventListener("click", () => dialog.close());
  return button;
}
