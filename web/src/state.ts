// The address holds the whole state of a view. Whoever changes it does so here; everybody else is told.
//
// A pan after a pan replaces the last step of the history, so that the back button leaves the panning at once.

export type Why = "filter" | "brush" | "pan" | "page" | "back";
export type Listener = (state: URLSearchParams, why: Why) => void;

const listeners: Listener[] = [];
let held: URLSearchParams | undefined; // where a browser lets no script write the address of a file

export function readState(): URLSearchParams {
  return new URLSearchParams(held ?? location.search);
}

export function watchState(listener: Listener): void {
  listeners.push(listener);
}

/** Takes over the state that `edit` leaves; any change but paging goes back to the first page. */
export function changeState(edit: (state: URLSearchParams) => void, why: Why): void {
  const state = readState();
  edit(state);
  goTo(state, why);
}

export function goTo(state: URLSearchParams, why: Why): void {
  if (why !== "page") state.delete("page");
  const tidied = tidy(state);
  if (tidied.toString() === tidy(readState()).toString()) return;
  try {
    keepStep(tidied, why);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "SecurityError")) throw error;
    held = tidied;
  }
  tell(why);
}

function keepStep(state: URLSearchParams, why: Why): void {
  const address = state.size > 0 ? `?${state}` : location.pathname;
  const step = history.state as { why?: Why } | null;
  if (why === "pan" && step?.why === "pan") history.replaceState({ why }, "", address);
  else history.pushState({ why }, "", address);
}

/** Where the state asks for nothing, the address says nothing. */
function tidy(state: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams();
  for (const [name, value] of state) {
    if (value !== "" && !(name === "page" && value === "1")) kept.append(name, value);
  }
  kept.sort();
  return kept;
}

function tell(why: Why): void {
  for (const listener of listeners) listener(readState(), why);
}

window.addEventListener("popstate", () => tell("back"));
