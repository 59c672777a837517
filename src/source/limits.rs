/// How much is read of what comes from outside: bytes, counts and depths. What a limit leaves out is named in a note.
///
/// The defaults let every article pass that a person wrote, and stop what was made to exhaust a machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file, as it lies on disk. A larger one is not read; of JSON lines and tables, which are read line by
    /// line, those that end within it are.
    pub file_bytes: usize,
    /// Bytes of the text of one article. What stands behind is left out.
    pub text_bytes: usize,
    /// Bytes of one line of a text. A longer one is left out.
    pub line_bytes: usize,
    /// Blocks of one article. Those behind are left out.
    pub blocks: usize,
    /// Work that one article may make: the square of the number of figures of each sentence, added up. Blocks behind are
    /// left out.
    pub work: usize,
    /// Depth to which markup may nest before its structure is passed over.
    pub nesting: usize,
    /// Tags of one page. A page with more is read without its structure.
    pub tags: usize,
    /// Entries of one archive. An archive with more is not read.
    pub entries: usize,
    /// Depth to which archives and mails may lie in each other.
    pub archives: usize,
    /// How many times larger than its packed form an entry of an archive may be.
    pub ratio: usize,
    /// Bytes that one archive may unpack to.
    pub expanded_bytes: usize,
    /// Articles of one run. Those behind, by name, are left out.
    pub sources: usize,
    /// Bytes of all articles of one run. Articles behind, in the order of their files, are left out.
    pub total_bytes: usize,
    /// Bytes of the texts of all articles that one run compares, or lists in one report, each figure counted as 128 more.
    /// Articles behind, by name, are left out.
    pub compared_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 32 << 20,
            text_bytes: 2 << 20,
            line_bytes: 1 << 20,
            blocks: 20_000,
            work: 10_000_000,
            nesting: 256,
            tags: 200_000,
            entries: 10_000,
            archives: 3,
            ratio: 200,
            expanded_bytes: 128 << 20,
            sources: 10_000,
            total_bytes: 256 << 20,
            compared_bytes: 41 << 20,
        }
    }
}

impl Limits {
    /// The names of the limits, as [`Limits::set`] takes them.
    pub const NAMES: [&'static str; 14] = [
        "file-bytes",
        "text-bytes",
        "line-bytes",
        "blocks",
        "work",
        "nesting",
        "tags",
        "entries",
        "archives",
        "ratio",
        "expanded-bytes",
        "sources",
        "total-bytes",
        "compared-bytes",
    ];

    /// Sets the limit `name`; false when there is no such limit.
    pub fn set(&mut self, name: &str, value: usize) -> bool {
        let slot = match name {
            "file-bytes" => &mut self.file_bytes,
            "text-bytes" => &mut self.text_bytes,
            "line-bytes" => &mut self.line_bytes,
            "blocks" => &mut self.blocks,
            "work" => &mut self.work,
            "nesting" => &mut self.nesting,
            "tags" => &mut self.tags,
            "entries" => &mut self.entries,
            "archives" => &mut self.archives,
            "ratio" => &mut self.ratio,
            "expanded-bytes" => &mut self.expanded_bytes,
            "sources" => &mut self.sources,
            "total-bytes" => &mut self.total_bytes,
            "compared-bytes" => &mut self.compared_bytes,
            _ => return false,
        };
        *slot = value;
        true
    }
}
