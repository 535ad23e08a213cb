// The page's language, and the few words that scripts say. The server's pages hold the rest.

import words from "./words.json";

export type Lang = "en" | "ar";
export type Phrase = keyof (typeof words)["en"];

export const lang: Lang = document.documentElement.lang === "ar" ? "ar" : "en";
export const isRightToLeft = document.documentElement.dir === "rtl";

// Digits as the server writes them: the same in both languages.
const numbers = new Intl.NumberFormat("en");
const days = new Intl.DateTimeFormat(lang === "ar" ? "ar-u-nu-latn" : "en-GB", {
  day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
});

export function say(phrase: Phrase, values: Record<string, string | number> = {}): string {
  const said: string = words[lang][phrase];
  return said.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? numbers.format(value) : value;
  });
}

/** A day such as 2019-02-07 as one reads it. */
export function sayDay(day: string): string {
  return days.format(new Date(`${day}T00:00:00Z`));
}
