//! Tables as lines: a row each, in which a cell says the header of its column.

use dom_query::NodeRef;

use super::walk::line;

/// Most columns that the cells of one row are laid out over.
const MOST_COLUMNS: usize = 200;
/// Most rows that one cell reaches over.
const MOST_ROWS: usize = 1_000;

/// Bytes of a cell that is said again in every row that it reaches over.
const LONGEST_AGAIN: usize = 80;

/// A cell that reaches into the rows below it.
#[derive(Debug, Clone)]
struct Held {
    rows: usize,
    text: String,
    is_head: bool,
}

/// The rows of `table`, each as one line: "Country | Gold | Silver", and then "Vietnam | Gold: 205 | Silver: 125".
///
/// What stands in a cell over several rows is said again in each, unless it holds a figure: a figure is told once.
pub(super) fn lines(table: &NodeRef<'_>) -> Vec<String> {
    let mut headers: Vec<String> = Vec::new();
    let mut held: Vec<Option<Held>> = Vec::new();
    let mut in_head = true;
    let mut found = Vec::new();
    for row in rows(table) {
        let row = laid_out(&row, &mut held);
        let is_head = !row.is_empty() && row.iter().all(|cell| cell.is_head);
        in_head &= is_head;
        if in_head {
            // The lowest header of a column tells most.
            for cell in &row {
                headers.resize(headers.len().max(cell.column + cell.width), String::new());
                if !cell.text.is_empty() {
                    headers[cell.column..cell.column + cell.width].fill(cell.text.clone());
                }
            }
        }
        let shown = row.iter().filter(|cell| !cell.text.is_empty());
        let shown: Vec<String> = shown
            .filter(|cell| !(cell.again && in_head))
            .map(|cell| match headers.get(cell.column) {
                Some(header) if !cell.is_head && !header.is_empty() && !cell.again => {
                    format!("{header}: {}", cell.text)
                }
                _ => cell.text.clone(),
            })
            .collect();
        found.push(shown.join(" | "));
    }
    found
}

/// A cell with its place.
struct Cell {
    column: usize,
    width: usize,
    text: String,
    is_head: bool,
    /// Whether it stands in a row above and reaches down to this one.
    again: bool,
}

/// The cells of a row with those that reach into it from above, in the order of their columns.
fn laid_out(row: &NodeRef<'_>, held: &mut Vec<Option<Held>>) -> Vec<Cell> {
    let mut found = Vec::new();
    let mut column = 0;
    let mut own = cells(row);
    loop {
        while let Some(cell) = held
            .get_mut(column)
            .and_then(|slot| from_above(slot, column))
        {
            found.push(cell);
            column += 1;
        }
        let Some(cell) = own.next() else { break };
        let span = |name: &str, most: usize| {
            let written = cell.attr_or(name, "").trim().parse::<usize>();
            written.unwrap_or(1).clamp(1, most)
        };
        let (width, rows) = (span("colspan", MOST_COLUMNS), span("rowspan", MOST_ROWS));
        let (text, is_head) = (line(&cell.text()), cell.has_name("th"));
        let end = column + width;
        if rows > 1 && end <= MOST_COLUMNS {
            held.resize(held.len().max(end), None);
            // A cell over several columns is said once.
            held[column..end].fill(Some(Held {
                rows: rows - 1,
                text: String::new(),
                is_head,
            }));
            if let Some(Some(first)) = held.get_mut(column)
                && text.len() <= LONGEST_AGAIN
                && !text.contains(char::is_numeric)
            {
                first.text.clone_from(&text);
            }
        }
        found.push(Cell {
            column,
            width: if end <= MOST_COLUMNS { width } else { 1 },
            text,
            is_head,
            again: false,
        });
        column = end;
    }
    // Cells beyond the last of this row reach into it too.
    for (at, slot) in held.iter_mut().enumerate().skip(column) {
        found.extend(from_above(slot, at));
    }
    found
}

/// What a cell above says in the row it reaches into; the last of its rows empties `slot`.
fn from_above(slot: &mut Option<Held>, column: usize) -> Option<Cell> {
    let above = slot.as_mut()?;
    let cell = Cell {
        column,
        width: 1,
        text: above.text.clone(),
        is_head: above.is_head,
        again: true,
    };
    above.rows -= 1;
    if above.rows == 0 {
        *slot = None;
    }
    Some(cell)
}

/// Whether a table holds data, and is not there to place the parts of a page.
pub(super) fn is_data(table: &NodeRef<'_>) -> bool {
    let role = table.attr_or("role", "");
    if &*role == "presentation" || &*role == "none" {
        return false;
    }
    let nested = table
        .descendants_it()
        .any(|node| node.has_name("table") || node.has_name("p") || node.has_name("div"));
    let headed = table.descendants_it().any(|node| node.has_name("th"));
    let wide = rows(table)
        .filter(|row| cells(row).nth(1).is_some())
        .count();
    headed || !nested && wide >= 2
}

/// The rows of `table` itself.
fn rows<'a>(table: &NodeRef<'a>) -> impl Iterator<Item = NodeRef<'a>> + use<'a> {
    table.children_it(false).flat_map(|child| {
        if child.has_name("tr") {
            vec![child]
        } else {
            child
                .children_it(false)
                .filter(|row| row.has_name("tr"))
                .collect()
        }
    })
}

fn cells<'a>(row: &NodeRef<'a>) -> impl Iterator<Item = NodeRef<'a>> + use<'a> {
    row.children_it(false)
        .filter(|cell| cell.has_name("td") || cell.has_name("th"))
}
