use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::block::{Guess, Item, kinds};
use super::cue::Cues;
use super::language::Languages;
use super::line::Line;
use super::passage::{Passage, Shape};
use super::sentence::Splitter;
use super::{
    Block, BlockKind, Content, Format, Input, Metadata, Note, Sentence, Source, front_matter,
    markdown, note, published, text_file,
};
use crate::pack::{Pack, Packs};
use crate::text::{Derived, LineIndex, Span};

/// Bytes of the longest line that is read.
pub const LONGEST_LINE: usize = 1 << 20;
/// Bytes at the start of a text that show its language.
const LANGUAGE_SAMPLE: usize = 2_000;
/// Articles, and bytes of each, that show beforehand which packs a run will ask for.
const EXPECTED_FROM: (usize, usize) = (32, 64 << 10);

/// Reads one article. It never fails: what cannot be read gives a source without blocks and a note that says why.
///
/// For many articles make one [`Reader`].
pub fn read(input: Input, packs: &Packs) -> Source {
    Reader::new(packs).read(input)
}

/// Reads articles with the packs of a run.
#[derive(Debug)]
pub struct Reader<'p> {
    packs: &'p Packs,
    languages: Languages,
    /// Made when a text of the language comes.
    by_tag: BTreeMap<String, OnceLock<Tools>>,
    /// For texts of no known language.
    any: OnceLock<Tools>,
}

/// What a language knows of blocks and sentences.
#[derive(Debug)]
struct Tools {
    cues: Cues,
    splitter: Splitter,
    day_first: bool,
}

impl Tools {
    fn new<'p>(packs: impl Iterator<Item = &'p Pack> + Clone) -> Self {
        let day_first = packs.clone().all(|pack| pack.language.date_order != "mdy");
        Self {
            cues: Cues::new(packs.clone()),
            splitter: Splitter::new(packs),
            day_first,
        }
    }
}

impl<'p> Reader<'p> {
    /// Makes ready what the packs say of languages; what they say of blocks and sentences waits for a text.
    pub fn new(packs: &'p Packs) -> Self {
        let tags = packs.languages().map(|(tag, ..)| tag.to_owned());
        Self {
            packs,
            languages: Languages::new(packs),
            by_tag: tags.map(|tag| (tag, OnceLock::new())).collect(),
            any: OnceLock::new(),
        }
    }

    /// Tags of the packs that `inputs` will most likely ask for, by a look at the first of them: a line stands for a
    /// sentence.
    pub fn expected(&self, inputs: &[Input]) -> BTreeSet<String> {
        let (articles, size) = EXPECTED_FROM;
        let mut tags = BTreeSet::new();
        for input in inputs.iter().take(articles) {
            let Content::Bytes(bytes) = &input.content else {
                continue;
            };
            let text = String::from_utf8_lossy(&bytes[..bytes.len().min(size)]);
            let main = match &input.meta.language {
                Some(tag) => Some(primary(tag)),
                None => self.languages.of_text(&text),
            };
            let lines = text.lines();
            tags.extend(lines.filter_map(|line| self.languages.of_sentence(line, main.as_deref())));
            tags.extend(main);
        }
        tags
    }

    /// The tools for the language of the pack `tag`; without one, those of all languages together.
    fn tools(&self, tag: Option<&str>) -> &Tools {
        let of_tag = tag.and_then(|tag| Some((self.by_tag.get(tag)?, tag)));
        match of_tag {
            Some((tools, tag)) => tools.get_or_init(|| Tools::new(self.packs.get(tag).into_iter())),
            None => self.any.get_or_init(|| {
                let all: Vec<&Pack> = self.packs.iter().map(|(_, pack)| pack).collect();
                Tools::new(all.into_iter())
            }),
        }
    }

    /// As [`read`].
    pub fn read(&self, input: Input) -> Source {
        let Input {
            name,
            mut meta,
            format,
            content,
            mut notes,
        } = input;
        check_published(&mut meta, &mut notes);
        let text = match text_of(content) {
            Ok(text) => text,
            Err(note) => {
                notes.push(note);
                let lines = LineIndex::new("");
                return Source {
                    name,
                    text: String::new(),
                    lines,
                    meta,
                    blocks: Vec::new(),
                    notes,
                };
            }
        };
        let lines = LineIndex::new(&text);
        let long_lines = long_lines(&text, &lines);
        notes.extend(long_lines.iter().map(|&line| {
            let message =
                format!("line {line} is longer than {LONGEST_LINE} bytes and was left out");
            Note::new(note::LINE_TOO_LONG, message).on_line(line)
        }));
        let passages = match format.unwrap_or_else(|| Format::of_name(&name)) {
            Format::Text => text_file::passages(&text, &lines, |line| long_lines.contains(&line)),
            Format::Markdown => {
                let head = front_matter::read(&text);
                front_matter::fill(&mut meta, head.meta, &mut notes);
                let left_out: Vec<Span> = long_lines
                    .iter()
                    .map(|&line| lines.line(&text, line))
                    .collect();
                markdown::passages(&text, head.span, &left_out)
            }
        };
        let blocks = self.blocks(&text, &passages, &mut meta);
        Source {
            name,
            text,
            lines,
            meta,
            blocks,
            notes,
        }
    }

    fn blocks(&self, text: &str, passages: &[Passage], meta: &mut Metadata) -> Vec<Block> {
        let derived: Vec<Derived> = passages
            .iter()
            .map(|passage| passage.derive(text))
            .collect();
        if meta.language.is_none() {
            meta.language = self.languages.of_text(&sample(passages, &derived));
        }
        let main = meta.language.as_deref().map(primary);
        let main = main.filter(|main| self.by_tag.contains_key(main));
        let tools = self.tools(main.as_deref());
        let items = passages
            .iter()
            .zip(&derived)
            .map(|(passage, derived)| Item {
                line: Line::new(derived),
                shape: passage.shape,
                after_blank: passage.after_blank,
                guess: Guess::Paragraph,
            });
        let (kinds, title) = kinds(items.collect(), &tools.cues, meta.title.as_deref());
        let blocks: Vec<Block> = passages
            .iter()
            .zip(&derived)
            .zip(kinds)
            .map(|((passage, derived), (kind, foreign))| {
                let sentences = tools.splitter.split(text, derived).into_iter().map(|span| {
                    let derived = Derived::with_cuts(text, span, &passage.cuts);
                    let language = self.languages.of_sentence(derived.text(), main.as_deref());
                    Sentence {
                        span,
                        text: derived,
                        language,
                    }
                });
                Block {
                    kind,
                    span: passage.span,
                    foreign,
                    sentences: sentences.collect(),
                }
            })
            .collect();
        if meta.title.is_none() {
            meta.title = title.map(|title| derived[title].text().trim().to_owned());
        }
        if meta.published.is_none() {
            meta.published = date_line(&blocks, &derived, tools.day_first);
        }
        blocks
    }
}

/// The primary language of a BCP 47 tag, as packs are named.
fn primary(tag: &str) -> String {
    tag.split(['-', '_'])
        .next()
        .unwrap_or(tag)
        .to_ascii_lowercase()
}

fn check_published(meta: &mut Metadata, notes: &mut Vec<Note>) {
    if let Some(given) = &meta.published {
        match published::date(given) {
            Some(date) => meta.published = Some(date),
            None => {
                let message =
                    format!("the day of publication `{given}` is no date and was left out");
                notes.push(Note::new(note::METADATA_IGNORED, message));
                meta.published = None;
            }
        }
    }
}

/// The text of an article, or the note that says why there is none.
fn text_of(content: Content) -> Result<String, Note> {
    let bytes = match content {
        Content::Bytes(bytes) => bytes,
        Content::Unreadable { why, line } => {
            return Err(Note {
                line,
                ..Note::new(note::SOURCE_UNREADABLE, why)
            });
        }
    };
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        let message = "the text is in UTF-16; only UTF-8 is read (byte 0, line 1)";
        return Err(Note::new(note::NOT_UTF_8, message).on_line(1));
    }
    let line_of = |at: usize| bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        let line = line_of(at);
        let message = format!("there is a NUL byte at byte {at}, line {line}: it is no text file");
        return Err(Note::new(note::SOURCE_BINARY, message).on_line(line));
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..at]
                .iter()
                .filter(|&&byte| byte == b'\n')
                .count()
                + 1;
            let message = format!("the bytes at byte {at}, line {line} are no UTF-8");
            return Err(Note::new(note::NOT_UTF_8, message).on_line(line));
        }
    };
    if text.trim_start_matches('\u{FEFF}').trim().is_empty() {
        return Err(Note::new(note::SOURCE_EMPTY, "there is no text in it"));
    }
    Ok(text)
}

fn long_lines(text: &str, lines: &LineIndex) -> BTreeSet<usize> {
    if text.len() <= LONGEST_LINE {
        return BTreeSet::new();
    }
    (1..=lines.count())
        .filter(|&line| lines.line(text, line).len() > LONGEST_LINE)
        .collect()
}

/// The running text at the start of an article.
fn sample(passages: &[Passage], derived: &[Derived]) -> String {
    let mut sample = String::new();
    for (_, derived) in passages
        .iter()
        .zip(derived)
        .filter(|(passage, _)| passage.shape != Shape::FrontMatter)
    {
        sample.push_str(derived.text());
        sample.push('\n');
        if sample.len() > LANGUAGE_SAMPLE {
            break;
        }
    }
    sample
}

/// The day of publication by the first date line between title and text, or by the date that opens the lede.
fn date_line(blocks: &[Block], derived: &[Derived], day_first: bool) -> Option<String> {
    let head = blocks
        .iter()
        .zip(derived)
        .filter(|(block, _)| !block.foreign);
    for (block, derived) in head {
        match block.kind {
            BlockKind::Meta => {
                if let Some(date) = published::numeric(derived.text(), day_first) {
                    return Some(date);
                }
            }
            BlockKind::Title | BlockKind::Caption | BlockKind::Boilerplate => {}
            BlockKind::Lede => {
                let opening = derived
                    .text()
                    .trim_start()
                    .split_inclusive(' ')
                    .take(1)
                    .collect::<String>();
                return published::numeric(&opening, day_first);
            }
            BlockKind::Body | BlockKind::ListItem | BlockKind::Teaser => return None,
        }
    }
    None
}
