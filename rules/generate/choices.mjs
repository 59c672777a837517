// What the packs leave out of CLDR, or add to it, and why.

/** Country names that are a word or a personal name as often; rules/<language>/names.toml gives them with a word before. */
export const NAMES_WITHHELD = {
  vi: [
    "Áo", // clothes, at the start of a sentence
    "Đức", // a frequent given name
  ],
};

/** Codes that are not read as money, because words compare without case and a number may stand on either side. */
export const CODES_WITHHELD = {
  ALL: "all 5",
  AMD: "a maker of processors with numbered models",
  BAM: "a word",
  BOB: "a given name",
  COP: "COP28",
  CUP: "a trophy",
  CVE: "numbers of software flaws",
  GEL: "a word",
  IRR: "rate of return",
  KGS: "kilograms",
  MAD: "a word",
  MOP: "a word",
  PEN: "a word",
  RON: "a given name",
  SDG: "numbered development goals",
  SOS: "a call for help",
  TOP: "top 10",
  TRY: "a score in rugby",
};

/** Signs of the press that CLDR lacks or gives to another currency. "$", "£", "¥" and "₩" alone are CLDR's own default. */
export const PRESS_SYMBOLS = {
  CAD: ["C$"], // CLDR: Nicaragua
  CNY: ["RMB"],
  IDR: ["Rp"],
  MYR: ["RM"],
  SGD: ["S$"],
  VND: ["VNĐ"],
};

/** Months that are also everyday words in lower case. */
export const MONTH_WORDS = ["mar", "march", "may"];

/** Short weekdays that are also words or parts of names: only with a capital. */
export const WEEKDAY_WORDS_CAPITALISED = ["mon", "tue", "wed", "thu", "fri", "sat"];

/** "The Sun" is a newspaper and a star, capital or not; "CN" is a channel and a country code. */
export const WEEKDAY_WORDS_WITHHELD = ["sun", "cn"];
