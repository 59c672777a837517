// Writes the few shapes of TOML that a rule file needs, in one fixed layout.

/** "[[section]]" tables, keys in the order given, one blank line between tables. */
export function tables(section, entries) {
  return entries
    .map((entry) => {
      const lines = Object.entries(entry).map(([key, value]) => `${key} = ${toml(value)}`);
      return [`[[${section}]]`, ...lines].join("\n");
    })
    .join("\n\n");
}

/** A TOML value; a list that is too long for a line has one item a line. */
function toml(value) {
  if (Array.isArray(value)) {
    const items = value.map(toml);
    const line = `[${items.join(", ")}]`;
    return line.length <= 110 ? line : `[\n${items.map((item) => `  ${item},`).join("\n")}\n]`;
  }
  if (typeof value === "object") {
    const items = Object.entries(value).map(([key, item]) => `${key} = ${toml(item)}`);
    return `{ ${items.join(", ")} }`;
  }
  // JSON escapes quotes, backslashes and control characters as TOML basic strings do.
  return JSON.stringify(value);
}
