// Exact size of a CLDR unit in base units, from supplemental/units.json.
//
// A rational is [numerator, denominator] of BigInt; nothing is rounded anywhere.

/** Base units in one `unit` ("kilowatt-hour", "square-foot", "mile-per-hour") as a rational. */
export function factorOf(unit, supplemental) {
  const [over, under, ...rest] = unit.split("-per-");
  if (rest.length > 0) throw new Error(`more than one "per" in ${unit}`);
  const top = product(over, supplemental);
  return under === undefined ? top : divide(top, product(under, supplemental));
}

export function divide([a, b], [c, d]) {
  return reduce(a * d, b * c);
}

/** The decimal string of a rational, or null when it does not end. */
export function decimalOf([numerator, denominator]) {
  let places = 0;
  let scale = 1n;
  while ((numerator * scale) % denominator !== 0n) {
    scale *= 10n;
    places += 1;
    if (places > 30) return null;
  }
  const digits = ((numerator * scale) / denominator).toString().padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  // The reader of the packs takes at most thirty digits.
  return text.replace(".", "").length > 30 ? null : text;
}

/** "square-kilometer", "kilowatt-hour", "pound-force": known names first, the longest at each place. */
function product(names, supplemental) {
  const { convertUnits } = supplemental;
  const parts = names.split("-");
  let result = [1n, 1n];
  let power = 1;
  for (let at = 0; at < parts.length; ) {
    if (parts[at] === "square" || parts[at] === "cubic") {
      power = parts[at] === "square" ? 2 : 3;
      at += 1;
      continue;
    }
    let end = parts.length;
    while (end > at + 1 && !(parts.slice(at, end).join("-") in convertUnits)) end -= 1;
    const one = simple(parts.slice(at, end).join("-"), supplemental);
    for (; power > 0; power -= 1) result = multiply(result, one);
    power = 1;
    at = end;
  }
  return result;
}

/** A unit without powers: in the table as it is, or an SI prefix on one that is. */
function simple(name, supplemental) {
  const { convertUnits, unitPrefixes } = supplemental;
  const known = convertUnits[name];
  if (known !== undefined) {
    if (known._offset !== undefined) throw new Error(`${name} has an offset and no plain factor`);
    return evaluate(known._factor ?? "1", supplemental);
  }
  for (const [prefix, { _power10: power }] of Object.entries(unitPrefixes)) {
    const base = name.slice(prefix.length);
    if (power === undefined || !name.startsWith(prefix) || !(base in convertUnits)) continue;
    return multiply(number(`1E${power}`), simple(base, supplemental));
  }
  throw new Error(`CLDR does not know the unit ${name}`);
}

/** "231*in3_to_m3/12*12": in LDML everything after the one "/" divides. */
function evaluate(expression, supplemental) {
  const sides = expression.split("/").map((side) =>
    side
      .split("*")
      .map((term) => term.trim())
      .map((term) => {
        const constant = supplemental.unitConstants[term];
        return constant === undefined ? number(term) : evaluate(constant._value, supplemental);
      })
      .reduce(multiply, [1n, 1n]),
  );
  if (sides.length > 2) throw new Error(`more than one "/" in ${expression}`);
  return sides.length === 2 ? divide(...sides) : sides[0];
}

function number(text) {
  const match = /^(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/.exec(text);
  if (match === null) throw new Error(`no number: ${text}`);
  const [, whole, decimals = "", exponent = "0"] = match;
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return shift >= 0 ? [digits * 10n ** BigInt(shift), 1n] : reduce(digits, 10n ** BigInt(-shift));
}

function multiply([a, b], [c, d]) {
  return reduce(a * c, b * d);
}

function reduce(numerator, denominator) {
  let [a, b] = [numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return [numerator / a, denominator / a];
}
