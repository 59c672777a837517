use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::fold::fold;
use super::letter::{all_plain, is_plain};
use super::spacing::Spacing;
use super::{Span, boundary_after, boundary_before};

/// Text made for matching out of raw text, with the way back to the raw bytes.
///
/// It is in NFC; white space of any width is one plain space each, zero-width characters are gone, dashes are `-`,
/// slashes `/`, decimal digits of any script or width are ASCII, as are other signs and letters of full width. Letters and
/// their case stay. Where a script puts no spaces between words there is one between its syllables or signs, and between
/// them and figures ("死亡12人" is "死 亡 12 人"): these spaces are made of no raw bytes.
#[derive(Debug, Clone, Default)]
pub struct Derived {
    text: String,
    span: Span,
    /// In the order of both texts, and without a gap in the derived one.
    pieces: Vec<Piece>,
    skipped: Vec<Span>,
    spacing: Spacing,
}

/// A stretch of raw bytes that is read as something else: markup as nothing, an entity as its character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// The raw bytes.
    pub span: Span,
    /// What is read in their place.
    pub read_as: Option<char>,
}

/// Derived bytes `at..` up to the next piece, made of the raw bytes `raw`.
#[derive(Debug, Clone, Copy)]
struct Piece {
    at: u32,
    raw_start: u32,
    raw_end: u32,
    /// Byte by byte the same length; otherwise the piece maps as a whole.
    even: bool,
}

impl Derived {
    /// Derives the bytes `span` of `raw`. Texts over 4 GiB are not supported.
    pub fn new(raw: &str, span: Span) -> Self {
        Self::with_cuts(raw, span, &[])
    }

    /// The same, where the stretches of `cuts` are read otherwise. `cuts` are sorted and do not overlap; those outside
    /// `span` do not count.
    pub fn with_cuts(raw: &str, span: Span, cuts: &[Cut]) -> Self {
        let mut derived = Self {
            text: String::with_capacity(span.len()),
            span,
            ..Self::default()
        };
        let mut from = span.start;
        let first = cuts.partition_point(|cut| cut.span.start < span.start);
        for cut in cuts[first..]
            .iter()
            .take_while(|cut| cut.span.end <= span.end)
        {
            derived.read(raw, Span::new(from, cut.span.start));
            match cut.read_as.and_then(fold) {
                Some(c) => derived.push(c, c, cut.span),
                None => derived.skipped.push(cut.span),
            }
            from = cut.span.end.max(from);
        }
        derived.read(raw, Span::new(from, span.end));
        derived
    }

    /// The part made from the raw bytes `span`, which lie in those that this was made from, where the texts are alike byte by
    /// byte; `None` elsewhere.
    pub(crate) fn even_part(&self, span: Span) -> Option<Self> {
        let [piece] = self.pieces.as_slice() else {
            return None;
        };
        if !piece.even || !self.skipped.is_empty() || piece.raw_end as usize != self.span.end {
            return None;
        }
        let start = span.start.checked_sub(piece.raw_start as usize)?;
        let text = self.text.get(start..start.checked_add(span.len())?)?;
        let mut part = Self {
            text: String::with_capacity(span.len()),
            span,
            ..Self::default()
        };
        if !text.is_empty() {
            part.push_even(text, span.start);
        }
        Some(part)
    }

    /// Whether it is its raw bytes as they stand.
    #[inline]
    pub(crate) fn is_even(&self) -> bool {
        let [piece] = self.pieces.as_slice() else {
            return false;
        };
        piece.even && self.skipped.is_empty() && self.text.len() == self.span.len()
    }

    /// The derived text.
    #[inline]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The raw bytes this was made from.
    #[inline]
    pub fn span(&self) -> Span {
        self.span
    }

    /// Markup inside the raw bytes that the derived text leaves out.
    pub fn skipped(&self) -> &[Span] {
        &self.skipped
    }

    /// The raw bytes from which the derived bytes `start..end` were made, both moved out to whole characters.
    ///
    /// A character that shows nothing belongs to the range when both its neighbours do. The whole text maps to the whole
    /// span, an empty range to the empty range where its character starts.
    #[inline]
    pub fn raw(&self, start: usize, end: usize) -> Span {
        if start >= end || start >= self.text.len() {
            return self.empty_at(start);
        }
        if start == 0 && end >= self.text.len() {
            return self.span;
        }
        let start = boundary_before(&self.text, start);
        let end = boundary_after(&self.text, end);
        let (first, last) = (self.piece_of(start), self.piece_of(end - 1));
        let raw_start = if first.even {
            first.raw_start as usize + start - first.at as usize
        } else {
            first.raw_start as usize
        };
        let raw_end = if last.even {
            last.raw_start as usize + end - last.at as usize
        } else {
            last.raw_end as usize
        };
        Span::new(raw_start, raw_end)
    }

    fn empty_at(&self, at: usize) -> Span {
        if at >= self.text.len() {
            return Span::new(self.span.end, self.span.end);
        }
        let at = boundary_before(&self.text, at);
        let piece = self.piece_of(at);
        let raw = piece.raw_start as usize
            + if piece.even {
                at - piece.at as usize
            } else {
                0
            };
        Span::new(raw, raw)
    }

    /// The piece that holds derived byte `at`, which must exist.
    #[inline]
    fn piece_of(&self, at: usize) -> Piece {
        let next = self.pieces.partition_point(|piece| piece.at as usize <= at);
        self.pieces[next - 1]
    }

    fn read(&mut self, raw: &str, span: Span) {
        let slice = span.of(raw);
        if all_plain(slice) {
            if !slice.is_empty() {
                self.push_even(slice, span.start);
            }
        } else if is_nfc_quick(slice.chars()) == IsNormalized::Yes {
            self.read_composed(slice, span.start);
        } else {
            self.read_in_runs(slice, span.start);
        }
    }

    /// Reads text that is in NFC already, character by character.
    fn read_composed(&mut self, slice: &str, start: usize) {
        // Most text stays as it is: it is copied in stretches.
        let mut rest = slice;
        let mut at = start;
        while let Some(first) = rest.chars().next() {
            let plain = rest.find(|c| !is_plain(c)).unwrap_or(rest.len());
            if plain > 0 {
                self.push_even(&rest[..plain], at);
                rest = &rest[plain..];
                at += plain;
                continue;
            }
            if let Some(c) = fold(first) {
                self.push(first, c, Span::new(at, at + first.len_utf8()));
            }
            rest = &rest[first.len_utf8()..];
            at += first.len_utf8();
        }
    }

    /// Reads any text in runs that normalisation treats apart from each other: a character that starts a run neither
    /// composes with what stands before it nor changes place with it (Unicode Standard Annex #15, "stable code points").
    fn read_in_runs(&mut self, slice: &str, start: usize) {
        let (mut from, mut composed_from) = (0, 0);
        while from < slice.len() {
            let to = slice[from..]
                .char_indices()
                .skip(1)
                .find(|&(_, c)| starts_run(c))
                .map_or(slice.len(), |(at, _)| from + at);
            let run = &slice[from..to];
            if !run.is_ascii() && is_nfc_quick(run.chars()) != IsNormalized::Yes {
                self.read_composed(&slice[composed_from..from], start + composed_from);
                let mut shown = run.nfc().filter_map(|raw| Some((raw, fold(raw)?)));
                if let Some((raw, c)) = shown.next() {
                    self.space_before(c, start + from);
                    let at = self.text.len();
                    self.add(raw, c);
                    for (raw, c) in shown {
                        if self.spacing.parts(c) {
                            self.text.push(' ');
                        }
                        self.add(raw, c);
                    }
                    let (raw_start, raw_end) = (short(start + from), short(start + to));
                    self.pieces.push(Piece {
                        at: short(at),
                        raw_start,
                        raw_end,
                        even: false,
                    });
                }
                composed_from = to;
            }
            from = to;
        }
        self.read_composed(&slice[composed_from..], start + composed_from);
    }

    /// Adds `c`, as which the raw character `raw` is read.
    fn push(&mut self, raw: char, c: char, span: Span) {
        if c.len_utf8() == span.len() {
            self.push_even(c.encode_utf8(&mut [0; 4]), span.start);
        } else {
            self.space_before(c, span.start);
            let at = short(self.text.len());
            self.pieces.push(Piece {
                at,
                raw_start: short(span.start),
                raw_end: short(span.end),
                even: false,
            });
            self.add(raw, c);
        }
    }

    fn add(&mut self, raw: char, c: char) {
        self.text.push(c);
        self.spacing = Spacing::behind(raw, c);
    }

    /// Adds the space that scripts without spaces leave out before `next`, which starts at the raw byte `raw`.
    fn space_before(&mut self, next: char, raw: usize) {
        if self.spacing.parts(next) {
            self.pieces.push(Piece {
                at: short(self.text.len()),
                raw_start: short(raw),
                raw_end: short(raw),
                even: false,
            });
            self.text.push(' ');
        }
    }

    fn push_even(&mut self, part: &str, raw_start: usize) {
        if let Some(first) = part.chars().next() {
            self.space_before(first, raw_start);
            self.spacing = Spacing::after(part);
        }
        let raw_end = short(raw_start + part.len());
        match self.pieces.last_mut() {
            Some(last) if last.even && last.raw_end == short(raw_start) => last.raw_end = raw_end,
            _ => self.pieces.push(Piece {
                at: short(self.text.len()),
                raw_start: short(raw_start),
                raw_end,
                even: true,
            }),
        }
        self.text.push_str(part);
    }
}

fn starts_run(c: char) -> bool {
    let alone = |c: char| {
        canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
    };
    // A character that NFC replaces starts a run when what it becomes does.
    c.is_ascii()
        || alone(c)
        || (canonical_combining_class(c) == 0 && std::iter::once(c).nfd().next().is_some_and(alone))
}

fn short(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
