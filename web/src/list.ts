// The list, the filters' counts and the timeline's bars come from the server as one fragment; links within it change the
// state without leaving the page.

import { say } from "./language";
import { goTo, readState, watchState } from "./state";

const PARTS: Record<string, string> = { facets: "#facets", timeline: "#timeline" };

/** Told when the fragment has been put in place. */
export type Follower = (part: string) => void;

export function wireList(list: HTMLElement, follow: Follower): void {
  let asking = new AbortController();
  const refresh = async (isPaging: boolean): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    list.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`${list.dataset["src"]}?${readState()}`, { signal: asking.signal });
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      for (const part of replaceParts(list, await answer.text())) follow(part);
      if (isPaging) list.scrollIntoView({ block: "start" });
      list.removeAttribute("aria-busy");
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      console.warn(error);
      list.removeAttribute("aria-busy");
      sayFailed(list, () => void refresh(isPaging));
    }
  };
  watchState((_, why) => void refresh(why === "page"));
  list.addEventListener("click", followInPlace);
  for (const clear of document.querySelectorAll("[data-clear]")) clear.addEventListener("click", followInPlace);
}

/** A link to the same page with another state becomes a step of the state. */
function followInPlace(event: Event): void {
  const { ctrlKey, metaKey, shiftKey, button } = event as MouseEvent;
  if (ctrlKey || metaKey || shiftKey || button > 0 || !(event.target instanceof Element)) return;
  const link = event.target.closest("a");
  if (!link || link.origin !== location.origin || link.pathname !== location.pathname) return;
  event.preventDefault();
  const asked = new URLSearchParams(link.search);
  goTo(asked, isOnlyPaging(asked) ? "page" : "filter");
}

function isOnlyPaging(asked: URLSearchParams): boolean {
  const bare = (state: URLSearchParams) => {
    const copy = new URLSearchParams(state);
    copy.delete("page");
    copy.sort();
    return copy.toString();
  };
  return bare(asked) === bare(readState());
}

function replaceParts(list: HTMLElement, html: string): string[] {
  const held = document.createElement("template");
  held.innerHTML = html;
  const replaced = ["list"];
  for (const part of held.content.querySelectorAll<HTMLTemplateElement>("template[data-part]")) {
    const name = part.dataset["part"] ?? "";
    const place = document.querySelector<HTMLElement>(PARTS[name] ?? "none");
    part.remove();
    if (!place) continue;
    const fresh = part.content.querySelector<HTMLElement>(PARTS[name] ?? "none") ?? part.content;
    keepReadersPlace(place, fresh);
    replaced.push(name);
  }
  list.replaceChildren(held.content);
  return replaced;
}

/** Puts the new nodes in; what the reader has folded open stays so, and the focus stays on the same choice. */
function keepReadersPlace(place: HTMLElement, fresh: ParentNode): void {
  const folds = new Map([...place.querySelectorAll("details")].map((fold, index) => [nameOf(fold, index), fold.open]));
  const focused = document.activeElement;
  const choice = focused instanceof HTMLInputElement && place.contains(focused) ? [focused.name, focused.value] : undefined;
  place.replaceChildren(...fresh.childNodes);
  for (const [index, fold] of [...place.querySelectorAll("details")].entries()) {
    const wasOpen = folds.get(nameOf(fold, index));
    if (wasOpen !== undefined) fold.open = wasOpen;
  }
  if (!choice) return;
  const again = [...place.querySelectorAll("input")].find((input) => input.name === choice[0] && input.value === choice[1]);
  again?.focus({ preventScroll: true });
}

function nameOf(fold: HTMLDetailsElement, index: number): string {
  const facet = fold.closest<HTMLElement>("[data-facet]")?.dataset["facet"];
  return facet ? `${facet} ${fold.dataset["facet"] ? "" : "more"}` : String(index);
}

function sayFailed(list: HTMLElement, retry: () => void): void {
  const note = Object.assign(document.createElement("p"), { className: "failed", textContent: say("list.failed") });
  note.setAttribute("role", "alert");
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: say("list.retry") });
  button.addEventListener("click", retry);
  list.querySelector(".failed")?.remove();
  note.append(" ", button);
  list.prepend(note);
}
