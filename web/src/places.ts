// Looking a place up while one corrects a claim: what is found appears below the field, without leaving the form.
// Without script the same form leads to a page of its own.

const AFTER_TYPING_MS = 250;
const FEWEST = 2; // letters that are looked up

export function wirePlaces(form: HTMLFormElement): void {
  const section = form.closest(".correct-place");
  const found = section?.querySelector<HTMLElement>("[data-found-places]");
  const field = form.querySelector<HTMLInputElement>("input[name=q]");
  if (!found || !field) return;
  let asking = new AbortController();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const look = async (): Promise<void> => {
    clearTimeout(waiting);
    asking.abort();
    asking = new AbortController();
    if (field.value.trim().length < FEWEST) {
      found.replaceChildren();
      return;
    }
    const asked = new URLSearchParams(Array.from(new FormData(form), ([name, value]) => [name, String(value)]));
    try {
      const answer = await fetch(`${form.action}/list?${asked}`, { signal: asking.signal });
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      found.innerHTML = await answer.text();
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      console.warn(error);
      form.submit(); // the page without script says what is wrong
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void look(), AFTER_TYPING_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void look();
  });
}
