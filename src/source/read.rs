use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::block::{Guess, Item, kinds};
use super::cue::Cues;
use super::extract::Extract;
use super::language::Languages;
use super::line::Line;
use super::passage::{Passage, Shape};
use super::sentence::Splitter;
use super::{
    Block, BlockKind, Content, Format, Input, Limits, Metadata, Note, Saying, Sentence, Source,
    content, note, published, suspicious,
};
use crate::pack::{Pack, Packs};
use crate::text::{Derived, LineIndex};

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
    limits: Limits,
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
            limits: Limits::default(),
        }
    }

    /// The same with other limits.
    pub fn within(self, limits: Limits) -> Self {
        Self { limits, ..self }
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
            charset,
            content,
            mut notes,
            ..
        } = input;
        check_published(&mut meta, &mut notes);
        let extract = content::read(content, format, charset.as_deref(), &name, &self.limits);
        let (format, mut extract) = match extract {
            Ok(read) => read,
            Err(lost) => {
                notes.extend(lost);
                let format = format.unwrap_or_else(|| Format::of_name(&name));
                (format, Extract::default())
            }
        };
        notes.append(&mut extract.notes);
        notes.extend(suspicious::notes(&extract.text));
        let Extract {
            text,
            passages,
            meta: own,
            converted,
            ..
        } = extract;
        meta.fill(own, &mut notes);
        meta.tell_no_dates(&mut notes);
        let lines = LineIndex::new(&text);
        let is_page = matches!(format, Format::Html | Format::Fragment);
        let mut blocks = self.blocks(&text, &passages, &mut meta, is_page);
        notes.extend(leave_out_work(&mut blocks, &lines, &text, self.limits.work));
        Source {
            name,
            extracted: !format.keeps_bytes() || converted,
            format,
            text,
            lines,
            meta,
            blocks,
            notes,
        }
    }

    fn blocks(
        &self,
        text: &str,
        passages: &[Passage],
        meta: &mut Metadata,
        is_page: bool,
    ) -> Vec<Block> {
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
                    let derived = derived
                        .even_part(span)
                        .unwrap_or_else(|| Derived::with_cuts(text, span, &passage.cuts));
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
                    furniture: is_page && passage.shape == Shape::Furniture,
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
                let says =
                    Saying::new("the day of publication `{given}` is no date and was left out");
                let says = says.with("given", given.as_str());
                notes.push(Note::new(note::METADATA_IGNORED, says));
                meta.published = None;
            }
        }
    }
}

/// Leaves out the blocks from which on the article makes more work than `most`, and says so.
fn leave_out_work(
    blocks: &mut Vec<Block>,
    lines: &LineIndex,
    text: &str,
    most: usize,
) -> Option<Note> {
    // Figures in a row take two bytes each: a short article cannot have so many.
    if text.len().div_ceil(2).saturating_pow(2) <= most {
        return None;
    }
    let mut work = 0_usize;
    let too_much = blocks.iter().position(|block| {
        let of_sentences = block.sentences.iter().map(|sentence| {
            let mut inside = false;
            let starts = sentence.text.text().bytes().filter(|byte| {
                let before = std::mem::replace(&mut inside, byte.is_ascii_digit());
                inside && !before
            });
            starts.count().pow(2)
        });
        work = work.saturating_add(of_sentences.sum());
        work > most
    })?;
    let line = lines.position(text, blocks[too_much].span.start).line;
    blocks.truncate(too_much);
    let says = Saying::new(
        "the sentences up to line {line} have more figures than one article may have; what stands from there on was left out",
    );
    Some(Note::of_limit("work", says.with("line", line)).on_line(line))
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
