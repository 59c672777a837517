// Which CLDR units news writes, the symbol the report gives them, and which of CLDR's forms a rule must not take.
//
// Words compare without case and stand after any number, so a form is withheld when another reading is the usual one.

/**
 * One row per unit:
 * - `cldr`: the CLDR id, "length-kilometer"; what stands before the first hyphen is the dimension unless `dimension` says otherwise;
 * - `symbol`: the SI symbol (IEC 80000-13 for data), the UCUM code where SI has none;
 * - `drop`: forms that are not taken, as "form" for both languages or "vi:form"; `namesOf` the languages whose long names are taken;
 * - `spaced`: languages in which the symbols count only after a space;
 * - `factor: false`: no conversion, with the reason beside it.
 */
export const UNITS = [
  { cldr: "area-acre", symbol: "[acr_us]", namesOf: ["en"], drop: ["ac", "vi:mẫu"] }, // a Vietnamese "mẫu" is 3600 m²
  { cldr: "area-hectare", symbol: "ha" },
  { cldr: "area-square-centimeter", symbol: "cm²" },
  { cldr: "area-square-foot", symbol: "[sft_i]" },
  { cldr: "area-square-kilometer", symbol: "km²" },
  { cldr: "area-square-meter", symbol: "m²" },
  { cldr: "area-square-mile", symbol: "[mi_i]2" },
  { cldr: "area-square-yard", symbol: "[syd_i]" },
  { cldr: "digital-gigabit", symbol: "Gbit", drop: ["Gb"] }, // without case "Gb" is "GB", which is the usual one
  { cldr: "digital-gigabyte", symbol: "GB" },
  { cldr: "digital-kilobyte", symbol: "kB" },
  { cldr: "digital-megabit", symbol: "Mbit", drop: ["Mb"] },
  { cldr: "digital-megabyte", symbol: "MB" },
  { cldr: "digital-petabyte", symbol: "PB" },
  { cldr: "digital-terabit", symbol: "Tbit", drop: ["Tb"] },
  { cldr: "digital-terabyte", symbol: "TB" },
  { cldr: "electric-ampere", symbol: "A", dimension: "electric-current", drop: ["A"] }, // "10A" is a school class
  { cldr: "electric-volt", symbol: "V", dimension: "voltage" },
  { cldr: "energy-calorie", symbol: "cal" },
  { cldr: "energy-joule", symbol: "J", drop: ["J"] },
  { cldr: "energy-kilocalorie", symbol: "kcal" },
  { cldr: "energy-kilojoule", symbol: "kJ" },
  { cldr: "energy-kilowatt-hour", symbol: "kWh" },
  { cldr: "force-newton", symbol: "N", drop: ["N"] },
  { cldr: "frequency-gigahertz", symbol: "GHz" },
  { cldr: "frequency-hertz", symbol: "Hz" },
  { cldr: "frequency-kilohertz", symbol: "kHz" },
  { cldr: "frequency-megahertz", symbol: "MHz" },
  { cldr: "length-centimeter", symbol: "cm" },
  { cldr: "length-decimeter", symbol: "dm" },
  { cldr: "length-foot", symbol: "[ft_i]", drop: ["'", "′"] }, // a prime is a match minute as well
  { cldr: "length-inch", symbol: "[in_i]", drop: ["in", '"', "″"] },
  { cldr: "length-kilometer", symbol: "km" },
  { cldr: "length-light-year", symbol: "[ly]", drop: ["ly"] }, // "ly" is a glass
  { cldr: "length-meter", symbol: "m", spaced: ["en"] }, // "$5m" is five million
  { cldr: "length-micrometer", symbol: "µm" },
  { cldr: "length-mile", symbol: "[mi_i]", spaced: ["en"] },
  { cldr: "length-millimeter", symbol: "mm" },
  { cldr: "length-nanometer", symbol: "nm" },
  { cldr: "length-nautical-mile", symbol: "[nmi_i]" },
  { cldr: "length-yard", symbol: "[yd_i]" },
  { cldr: "mass-carat", symbol: "[car_m]", drop: ["CD", "CT", "ct"] },
  { cldr: "mass-gram", symbol: "g", spaced: ["vi", "en"] }, // "5G" is a network
  { cldr: "mass-kilogram", symbol: "kg" },
  { cldr: "mass-microgram", symbol: "µg" },
  { cldr: "mass-milligram", symbol: "mg" },
  { cldr: "mass-ounce-troy", symbol: "[oz_tr]" },
  { cldr: "mass-tonne", symbol: "t", drop: ["t"] }, // "54t" is an age
  { cldr: "power-gigawatt", symbol: "GW" },
  // Car makers mean 735.5 W, CLDR 745.7 W: a conversion would turn rounding into a contradiction.
  { cldr: "power-horsepower", symbol: "[HP]", factor: false },
  { cldr: "power-kilowatt", symbol: "kW" },
  { cldr: "power-megawatt", symbol: "MW" },
  { cldr: "power-watt", symbol: "W" },
  { cldr: "pressure-atmosphere", symbol: "atm", drop: ["atm"] }, // cash machines
  { cldr: "pressure-hectopascal", symbol: "hPa" },
  { cldr: "pressure-kilopascal", symbol: "kPa" },
  { cldr: "pressure-megapascal", symbol: "MPa" },
  { cldr: "pressure-millibar", symbol: "mbar", drop: ["mb"] },
  { cldr: "pressure-millimeter-ofhg", symbol: "mm[Hg]" },
  { cldr: "pressure-pascal", symbol: "Pa", drop: ["Pa"] },
  { cldr: "pressure-pound-force-per-square-inch", symbol: "[psi]", factor: false }, // its decimals do not end,
  { cldr: "speed-kilometer-per-hour", symbol: "km/h" },
  { cldr: "speed-knot", symbol: "[kn_i]", spaced: ["vi", "en"] },
  { cldr: "speed-meter-per-second", symbol: "m/s" },
  { cldr: "speed-mile-per-hour", symbol: "[mi_i]/h" },
  // Scales with another zero: they do not convert by a factor.
  { cldr: "temperature-celsius", symbol: "°C", factor: false },
  { cldr: "temperature-fahrenheit", symbol: "°F", factor: false, drop: ["°"] },
  { cldr: "temperature-kelvin", symbol: "K", factor: false, drop: ["K"] },
  { cldr: "volume-barrel", symbol: "[bbl_us]", namesOf: ["en"], drop: ["vi:thùng"] }, // "thùng" is any box
  { cldr: "volume-bushel", symbol: "[bu_us]", drop: ["bu"] },
  { cldr: "volume-centiliter", symbol: "cL" },
  { cldr: "volume-cubic-centimeter", symbol: "cm³" },
  { cldr: "volume-cubic-foot", symbol: "[cft_i]" },
  { cldr: "volume-cubic-kilometer", symbol: "km³" },
  { cldr: "volume-cubic-meter", symbol: "m³" },
  { cldr: "volume-deciliter", symbol: "dL" },
  { cldr: "volume-fluid-ounce", symbol: "[foz_us]" },
  // The American and the imperial gallon differ by a fifth, and the press rarely says which.
  { cldr: "volume-gallon", symbol: "[gal_us]", factor: false },
  { cldr: "volume-hectoliter", symbol: "hL" },
  { cldr: "volume-liter", symbol: "L" },
  { cldr: "volume-milliliter", symbol: "mL" },
];

/** Dimensions whose base is another unit than CLDR's, so that the factors of the press's units end. */
export const BASES = { speed: "kilometer-per-hour" };
