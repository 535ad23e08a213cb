// The form of filters: a change is a step of the state, and a step made elsewhere shows in the form.

import { changeState, goTo, readState, watchState } from "./state";

const AFTER_TYPING_MS = 350;
const KEPT = ["lang", "view"]; // what the form does not hold and a change of filters leaves

export function wireFilters(form: HTMLFormElement): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const take = (): void => {
    clearTimeout(waiting);
    goTo(readForm(form), "filter");
  };
  form.addEventListener("change", take);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take();
  });
  form.addEventListener("input", (event) => {
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== "search") return;
    clearTimeout(waiting);
    waiting = setTimeout(take, AFTER_TYPING_MS);
  });
  watchState((state) => showState(form, state));
}

function readForm(form: HTMLFormElement): URLSearchParams {
  const before = readState();
  const state = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") state.append(name, value.trim());
  for (const name of KEPT) {
    const value = before.get(name);
    if (value && !state.has(name)) state.set(name, value);
  }
  // What the form says by default need not stand in the address unless it stood there.
  const sort = form.elements.namedItem("sort");
  if (sort instanceof HTMLSelectElement && sort.selectedIndex === 0 && !before.has("sort")) state.delete("sort");
  return state;
}

/** The facets' boxes come checked from the server; here the fields that stay. */
function showState(form: HTMLFormElement, state: URLSearchParams): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type !== "checkbox" && field.name && field !== document.activeElement) {
      field.value = state.get(field.name) ?? "";
    }
    if (field instanceof HTMLSelectElement && field.name) field.value = state.get(field.name) ?? field.options[0]?.value ?? "";
  }
}

/** Links that lead to the other language keep the state that the reader has reached. */
export function wireLanguage(): void {
  watchState((state) => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-switch-language]")) {
      const to = new URL(link.href).searchParams.get("lang");
      const other = new URLSearchParams(state);
      if (to) other.set("lang", to);
      link.search = other.toString();
    }
  });
}

export function narrowToDays(from: string, to: string): void {
  changeState((state) => {
    state.set("from", from);
    state.set("to", to);
  }, "brush");
}
