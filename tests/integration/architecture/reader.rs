//! A simple reader of Rust files: names and signs, and literals apart. Comments and code that only tests see are left out.

use std::path::{Path, PathBuf};

/// One piece of code and its 1-based line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub line: usize,
    pub piece: Piece,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// An identifier, a keyword or a number.
    Name(String),
    /// One character, or `::`.
    Sign(&'static str),
    /// Any other character.
    Other(char),
    /// What stands between the quotes of a string or a character, escapes resolved as far as `\u{…}`.
    Literal(String),
}

impl Token {
    pub fn is(&self, text: &str) -> bool {
        match &self.piece {
            Piece::Name(name) => name == text,
            Piece::Sign(sign) => *sign == text,
            Piece::Other(_) | Piece::Literal(_) => false,
        }
    }

    pub fn name(&self) -> Option<&str> {
        match &self.piece {
            Piece::Name(name) => Some(name),
            _ => None,
        }
    }
}

/// A file of `src/` that is compiled outside tests.
pub struct File {
    /// Relative to `src/`, with `/`.
    pub path: String,
    pub lines: usize,
    pub tokens: Vec<Token>,
}

/// Every Rust file below `src`, sorted, without those that only tests compile.
pub fn files(src: &Path) -> Vec<File> {
    let mut paths = Vec::new();
    walk(src, &mut paths);
    paths.sort();
    let mut files = Vec::new();
    let mut only_tests = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let (tokens, modules) = without_tests(tokens(&text));
        let folder = match path.file_stem().unwrap().to_str().unwrap() {
            "mod" | "lib" | "main" => path.parent().unwrap().to_owned(),
            stem => path.with_file_name(stem),
        };
        only_tests.extend(modules.iter().map(|module| folder.join(module)));
        let relative = path.strip_prefix(src).unwrap().to_str().unwrap();
        let file = File {
            path: relative.replace('\\', "/"),
            lines: text.lines().count(),
            tokens,
        };
        files.push((path, file));
    }
    let in_tests = |path: &Path| {
        only_tests
            .iter()
            .any(|module| path.starts_with(module) || path.with_extension("") == *module)
    };
    files
        .into_iter()
        .filter(|(path, _)| !in_tests(path))
        .map(|(_, file)| file)
        .collect()
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

/// Takes out every item under `#[cfg(test)]`; also the names of the modules among them that lie in files.
fn without_tests(tokens: Vec<Token>) -> (Vec<Token>, Vec<String>) {
    let mark = ["#", "[", "cfg", "(", "test", ")", "]"];
    let (mut kept, mut modules) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        let marked = tokens.len() - at >= mark.len()
            && mark
                .iter()
                .zip(&tokens[at..])
                .all(|(sign, token)| token.is(sign));
        if !marked {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        let start = at + mark.len();
        let mut depth = 0_usize;
        let mut end = start;
        while end < tokens.len() {
            let token = &tokens[end];
            end += 1;
            if token.is("{") || token.is("(") || token.is("[") {
                depth += 1;
            } else if token.is("}") || token.is(")") || token.is("]") {
                depth -= 1;
                if depth == 0 && token.is("}") {
                    break;
                }
            } else if token.is(";") && depth == 0 {
                break;
            }
        }
        let item = &tokens[start..end];
        if let Some(name) = item.iter().position(|token| token.is("mod"))
            && item.last().is_some_and(|token| token.is(";"))
        {
            modules.extend(item[name + 1].name().map(str::to_owned));
        }
        at = end;
    }
    (kept, modules)
}

/// The tokens of a file.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut reader = Reader {
        chars: text.chars().collect(),
        at: 0,
        line: 1,
        tokens: Vec::new(),
    };
    while reader.at < reader.chars.len() {
        reader.step();
    }
    reader.tokens
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
}

impl Reader {
    fn peek(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn next(&mut self) -> char {
        let c = self.peek(0);
        self.line += usize::from(c == '\n');
        self.at += 1;
        c
    }

    fn push(&mut self, line: usize, piece: Piece) {
        self.tokens.push(Token { line, piece });
    }

    fn step(&mut self) {
        let line = self.line;
        match (self.peek(0), self.peek(1)) {
            ('/', '/') => {
                while self.at < self.chars.len() && self.peek(0) != '\n' {
                    self.next();
                }
            }
            ('/', '*') => self.block_comment(),
            ('"', _) => self.string(line),
            ('r' | 'b' | 'c', _) if self.literal_prefix().is_some() => {
                let (length, hashes) = self.literal_prefix().unwrap();
                self.at += length;
                match (self.peek(0), hashes) {
                    ('\'', _) => self.character(line),
                    (_, Some(hashes)) => self.raw_string(line, hashes),
                    _ => self.string(line),
                }
            }
            ('\'', first) => {
                if first == '\\' || self.peek(2) == '\'' {
                    self.character(line);
                } else {
                    // A lifetime.
                    self.next();
                }
            }
            (':', ':') => {
                self.at += 2;
                self.push(line, Piece::Sign("::"));
            }
            (c, _) if c.is_alphanumeric() || c == '_' => {
                let mut name = String::new();
                while self.peek(0).is_alphanumeric() || self.peek(0) == '_' {
                    name.push(self.next());
                }
                self.push(line, Piece::Name(name));
            }
            (c, _) => {
                self.next();
                if !c.is_whitespace() {
                    let sign = ["#", "[", "]", "(", ")", "{", "}", ";", ",", "*"]
                        .into_iter()
                        .find(|sign| sign.starts_with(c));
                    self.push(line, sign.map_or(Piece::Other(c), Piece::Sign));
                }
            }
        }
    }

    /// Letters before a quote that belong to it: their number, and the number of `#` of a raw string.
    fn literal_prefix(&self) -> Option<(usize, Option<usize>)> {
        let mut length = usize::from(matches!(self.peek(0), 'b' | 'c'));
        let raw = self.peek(length) == 'r';
        length += usize::from(raw);
        let mut hashes = 0;
        while raw && self.peek(length) == '#' {
            length += 1;
            hashes += 1;
        }
        match self.peek(length) {
            '"' => Some((length, raw.then_some(hashes))),
            '\'' if self.peek(0) == 'b' && length == 1 => Some((1, None)),
            _ => None,
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        while self.at < self.chars.len() {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => {
                    depth += 1;
                    self.at += 2;
                }
                ('*', '/') => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return;
                    }
                }
                _ => {
                    self.next();
                }
            }
        }
    }

    fn string(&mut self, line: usize) {
        self.quoted(line, '"');
    }

    fn character(&mut self, line: usize) {
        self.quoted(line, '\'');
    }

    fn quoted(&mut self, line: usize, end: char) {
        self.next();
        let mut content = String::new();
        while self.at < self.chars.len() && self.peek(0) != end {
            match (self.next(), self.peek(0)) {
                ('\\', 'u') => {
                    let mut code = String::new();
                    while self.peek(0) != '}' {
                        code.push(self.next());
                    }
                    self.next();
                    let code = u32::from_str_radix(&code[2..].replace('_', ""), 16);
                    content.extend(code.ok().and_then(char::from_u32));
                }
                ('\\', _) => {
                    self.next();
                }
                (c, _) => content.push(c),
            }
        }
        self.next();
        self.push(line, Piece::Literal(content));
    }

    fn raw_string(&mut self, line: usize, hashes: usize) {
        self.next();
        let mut content = String::new();
        while self.at < self.chars.len() {
            let c = self.next();
            if c == '"' && (0..hashes).all(|ahead| self.peek(ahead) == '#') {
                self.at += hashes;
                break;
            }
            content.push(c);
        }
        self.push(line, Piece::Literal(content));
    }
}

#[test]
fn literals_comments_and_lifetimes_are_told_apart() {
    let code = r##"fn f<'a>(x: &'a str) { // "no"
        g('\'', "a\"b\u{e1}", r#"ráw"#, b'x', 'c') /* 'no' */ }"##;
    let literals: Vec<_> = tokens(code)
        .into_iter()
        .filter_map(|token| match token.piece {
            Piece::Literal(text) => Some(text),
            _ => None,
        })
        .collect();
    assert_eq!(literals, ["", "abá", "ráw", "x", "c"]);
}

#[test]
fn code_under_cfg_test_is_left_out() {
    let code = "use a; #[cfg(test)] mod tests; #[cfg(test)] pub(crate) mod sample { fn x() { y(); } } fn z() {}";
    let (kept, modules) = without_tests(tokens(code));
    let names: Vec<_> = kept.iter().filter_map(Token::name).collect();
    assert_eq!(names, ["use", "a", "fn", "z"]);
    assert_eq!(modules, ["tests"]);
}
