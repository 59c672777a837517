// Writes the parts of the rule packs that come from Unicode CLDR.
//
//     npm ci && node cldr.mjs            write the files
//     npm ci && node cldr.mjs --check    exit status 1 when a file is not what CLDR and this script give
//
// The output depends on the pinned CLDR packages alone: no clock, no locale of the machine, sorted by code unit.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { BASES, UNITS } from "./units.mjs";
import { decimalOf, divide, factorOf } from "./factor.mjs";
import { tables } from "./toml.mjs";
import {
  CODES_WITHHELD,
  MONTH_WORDS,
  NAMES_WITHHELD,
  PRESS_SYMBOLS,
  WEEKDAY_WORDS_WITHHELD,
  WEEKDAY_WORDS_CAPITALISED,
} from "./choices.mjs";

const LANGUAGES = ["vi", "en"];
/** Locales whose names a pack takes; British spelling belongs to English ("kilometres", "Sept"). */
const LOCALES = { vi: ["vi"], en: ["en", "en-GB"] };
const here = new URL(".", import.meta.url);
const core = json("cldr-core/package.json");
const supplemental = {
  codes: json("cldr-core/supplemental/codeMappings.json").supplemental.codeMappings,
  currency: json("cldr-core/supplemental/currencyData.json").supplemental.currencyData.region,
  units: json("cldr-core/supplemental/units.json").supplemental,
};

const files = { "generate/UNICODE-LICENSE.txt": readFileSync(new URL("node_modules/cldr-core/LICENSE", here), "utf8") };
files["base/currencies.toml"] = ruleFile("Currencies by ISO 4217 code and by sign.", tables("currency", currencySigns()));
for (const language of LANGUAGES) {
  files[`${language}/cldr-countries.toml`] = ruleFile("Names of countries.", tables("entity", countries(language)));
  files[`${language}/cldr-currencies.toml`] = ruleFile("Names of currencies.", tables("currency", currencyNames(language)));
  files[`${language}/cldr-dates.toml`] = ruleFile("Names of months and weekdays.", tables("slot", dateWords(language)));
  files[`${language}/cldr-units.toml`] = ruleFile("Names and symbols of units.", tables("unit", units(language)));
}
deliver(files, process.argv.includes("--check"));

/** Every territory with an ISO 3166 code: CLDR's standard, short and variant names. */
function countries(language) {
  const codes = Object.keys(supplemental.codes)
    .filter(isCountry)
    .sort();
  return codes
    .map((code) => {
      const withheld = NAMES_WITHHELD[language] ?? [];
      const names = locales(language, "cldr-localenames-full", "territories.json", (data) => {
        const territories = data.localeDisplayNames.territories;
        return Object.keys(territories)
          .filter((key) => key === code || key.startsWith(`${code}-alt-`))
          .map((key) => territories[key]);
      });
      return { id: `country/${code}`, names: sorted(names.flatMap(nameSpellings)).filter((name) => !withheld.includes(name)) };
    })
    .filter(({ names }) => names.length > 0);
}

/** ISO 3166 and Kosovo. The exceptional reservations (AC, EA …) have no numeric code, groups and test codes (EU, QO, XA) one from 900 up. */
function isCountry(code) {
  const number = Number(supplemental.codes[code]._numeric);
  return /^[A-Z]{2}$/.test(code) && (number < 900 || code === "XK");
}

/** Codes, and signs that mean one currency, in every language. */
function currencySigns() {
  const codes = currenciesInUse();
  const byNarrow = new Map();
  const signs = new Map(codes.map((code) => [code, new Set(PRESS_SYMBOLS[code] ?? [])]));
  const taken = new Set(Object.values(PRESS_SYMBOLS).flat());
  for (const locale of LANGUAGES) {
    const names = json(`cldr-numbers-full/main/${locale}/currencies.json`).main[locale].numbers.currencies;
    for (const code of codes) {
      const { symbol = code, "symbol-alt-narrow": narrow } = names[code] ?? {};
      if (isSign(symbol) && !taken.has(symbol)) signs.get(code).add(symbol);
      if (narrow !== undefined && isSign(narrow)) byNarrow.set(narrow, new Set([...(byNarrow.get(narrow) ?? []), code]));
    }
  }
  const standard = new Set([...signs.values()].flatMap((set) => [...set]));
  for (const [narrow, [code, ...others]] of byNarrow) {
    if (others.length === 0 && !standard.has(narrow)) signs.get(code).add(narrow);
  }
  return codes.flatMap((code) => {
    const words = [...(code in CODES_WITHHELD ? [] : [code]), ...sorted([...signs.get(code)])];
    const examples = words.map((word) => ({ text: `${word}5`, value: "5", kind: "money", unit: code }));
    return words.length === 0 ? [] : [{ code, words, before: true, glued: true, examples }];
  });
}

/** Names in words, lower case. */
function currencyNames(language) {
  return currenciesInUse().flatMap((code) => {
    const names = locales(language, "cldr-numbers-full", "currencies.json", (data) => {
      const forms = data.numbers.currencies[code] ?? {};
      return Object.keys(forms)
        .filter((key) => key.startsWith("displayName-count-"))
        .map((key) => forms[key].toLowerCase());
    });
    const words = sorted(names.flatMap(nameSpellings).flatMap((name) => dollarSpellings(name, language)));
    return words.length === 0 ? [] : [{ code, words, examples: [example(words, "money", code)] }];
  });
}

/** Codes that some country pays with: CLDR gives no end and does not deny legal tender. */
function currenciesInUse() {
  const codes = Object.entries(supplemental.currency)
    .filter(([region]) => region !== "ZZ")
    .flatMap(([, periods]) => periods.flatMap(Object.entries))
    .filter(([, period]) => period._to === undefined && period._tender !== "false")
    .map(([code]) => code);
  return sorted(codes);
}

function dateWords(language) {
  const word = (text) => (WEEKDAY_WORDS_CAPITALISED.includes(text) || MONTH_WORDS.includes(text) ? `^${text}` : text);
  const forms = (kind, key) =>
    locales(language, "cldr-dates-full", "ca-gregorian.json", (data) => {
      const { format } = data.dates.calendars.gregorian[kind];
      return [format.wide[key], format.abbreviated[key]];
    }).filter((form) => !/\d/.test(form)); // "tháng 7", "Thứ 2": the templates of the pack read numbers
  const slots = [];
  for (let month = 1; month <= 12; month += 1) {
    slots.push({ slot: "month", value: month, words: sorted(forms("months", String(month)).map((form) => word(form.toLowerCase()))) });
  }
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].forEach((key, at) => {
    const words = forms("days", key)
      .map((form) => (language === "vi" ? vietnameseWeekday(form) : form.toLowerCase()))
      .filter((form) => !WEEKDAY_WORDS_WITHHELD.includes(form));
    slots.push({ slot: "weekday", value: at + 1, words: sorted(words.map(word)) });
  });
  return slots.filter(({ words }) => words.length > 0);
}

/** "Thứ Hai" → "thứ ^hai": only the capital tells Monday from "second", Tuesday from "third" and so on; "chủ nhật" is nothing else. */
function vietnameseWeekday(form) {
  return form.toLowerCase().replace(/^thứ (.*)$/, "thứ ^$1");
}

/** Long names after a space; symbols also glued to the digits, where that has one reading. */
function units(language) {
  return UNITS.flatMap((unit) => {
    const { cldr, symbol, drop = [], spaced = [], namesOf = LANGUAGES } = unit;
    const dimension = unit.dimension ?? cldr.split("-")[0];
    const size = unit.factor === false ? {} : { dimension, factor: unitFactor(cldr, dimension) };
    const kept = (forms) => forms.filter((form) => !drop.includes(form) && !drop.includes(`${language}:${form}`));
    const long = kept(namesOf.includes(language) ? unitForms(language, cldr, ["long"]) : []);
    const short = kept(unitForms(language, cldr, ["short", "narrow"]));
    const isSymbol = (form) => short.includes(form) && (!long.includes(form) || /\p{Lu}/u.test(form)); // "GHz" is its own long form
    const written = sortedWords(short.filter(isSymbol).flatMap(symbolSpellings));
    const spelled = sortedWords(long.filter((form) => !isSymbol(form)).flatMap(nameSpellings));
    const entry = (words, glued) =>
      words.length === 0
        ? []
        : [{ symbol, kind: "measure", ...size, words, ...(glued ? { glued } : {}), examples: [example(words, "measure", symbol, glued)] }];
    return [...entry(written, !spaced.includes(language)), ...entry(spelled, false)];
  });
}

function unitFactor(cldr, dimension) {
  const name = cldr.slice(cldr.indexOf("-") + 1);
  const base = BASES[dimension];
  const factor = factorOf(name, supplemental.units);
  const decimal = decimalOf(base === undefined ? factor : divide(factor, factorOf(base, supplemental.units)));
  if (decimal === null) throw new Error(`the factor of ${cldr} has no end: choose another base or none`);
  return decimal;
}

function unitForms(language, cldr, widths) {
  return locales(language, "cldr-units-full", "units.json", (data) =>
    widths.flatMap((width) => {
      const patterns = data.units[width][cldr] ?? {};
      return Object.keys(patterns)
        .filter((key) => /^unitPattern-count-(one|other)$/.test(key) && patterns[key].startsWith("{0}"))
        .map((key) => patterns[key].slice(3).trim());
    }),
  );
}

/** "km²" is also written "km2", and the micro sign has two code points. */
function symbolSpellings(form) {
  const plain = form.replace("²", "2").replace("³", "3");
  return [form, plain].flatMap((text) => [text, text.replace("μ", "µ")]);
}

/** Both apostrophes, "&" or "and", with and without the hyphens of a lower-case word. */
function nameSpellings(name) {
  return [name, name.replaceAll(" & ", " and ")]
    .flatMap((text) => [text, text.replaceAll("’", "'")])
    .flatMap((text) => (text === text.toLowerCase() ? [text, text.replaceAll("-", " ")] : [text]));
}

/** The Vietnamese dollar has three spellings. */
function dollarSpellings(name, language) {
  return language === "vi" && name.startsWith("đô la") ? ["đô la", "đô-la", "đôla"].map((word) => name.replace("đô la", word)) : [name];
}

/** Does it hold a currency sign, so that no word can be meant? */
function isSign(text) {
  return /\p{Sc}/u.test(text);
}

function example(words, kind, unit, glued = false) {
  return { text: `5${glued ? "" : " "}${words[words.length - 1]}`, value: "5", kind, unit };
}

/** What `read` finds in each locale of a language. */
function locales(language, source, file, read) {
  return LOCALES[language].flatMap((locale) => read(json(`${source}/main/${locale}/${file}`).main[locale]));
}

function sorted(texts) {
  return [...new Set(texts.map((text) => text.normalize("NFC").replace(/\s+/gu, " ")))].sort();
}

/** The same for words that compare without case: "mL" makes "ml" needless. */
function sortedWords(texts) {
  const seen = new Set();
  return sorted(texts).filter((text) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()));
}

function json(path) {
  return JSON.parse(readFileSync(new URL(`node_modules/${path}`, here), "utf8"));
}

function ruleFile(what, body) {
  return `# ${what}
#
# Generated by rules/generate/cldr.mjs from Unicode CLDR ${core.cldrVersion} (npm packages ${core.version}). Do not edit: see docs/cldr.md.
# CLDR data files: licence Unicode-3.0, https://www.unicode.org/license.txt, text in rules/generate/UNICODE-LICENSE.txt.

${body}
`;
}

function deliver(wanted, checkOnly) {
  let stale = 0;
  for (const [path, text] of Object.entries(wanted)) {
    const target = new URL(`../${path}`, here);
    if (existsSync(target) && readFileSync(target, "utf8") === text) continue;
    stale += 1;
    if (!checkOnly) writeFileSync(target, text);
    console.error(`${checkOnly ? "stale" : "wrote"} rules/${path}`);
  }
  if (checkOnly && stale > 0) process.exitCode = 1;
}
