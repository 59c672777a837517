//! What a site asks of programs in its robots.txt, after RFC 9309.

use std::time::Duration;

/// The longest pause that a site can ask for.
const LONGEST: Duration = Duration::from_secs(10);
/// Signs of a pattern that are looked at, and rules of a file.
const MOST: (usize, usize) = (500, 2_000);

/// The rules for one program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Robots {
    rules: Vec<(bool, String)>,
    /// The pause between two requests that the site asks for.
    pub pause: Option<Duration>,
}

impl Robots {
    /// A site that could not say what it allows allows nothing.
    pub fn nothing() -> Self {
        Self {
            rules: vec![(false, "/".to_owned())],
            pause: None,
        }
    }

    /// The rules of `text` for `agent`, or those for every program where it is not named.
    pub fn read(text: &str, agent: &str) -> Self {
        let (mut own, mut all) = (None, Self::default());
        let (mut for_own, mut for_all, mut in_rules) = (false, false, false);
        for line in text.trim_start_matches('\u{FEFF}').lines() {
            let line = line.split('#').next().unwrap_or("");
            let Some((key, value)) = line.split_once(':') else {
                continue;
            };
            let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
            if key == "user-agent" {
                if in_rules {
                    (for_own, for_all, in_rules) = (false, false, false);
                }
                for_own |= value.eq_ignore_ascii_case(agent);
                for_all |= value == "*";
                if for_own {
                    own.get_or_insert_with(Self::default);
                }
                continue;
            }
            in_rules = true;
            if for_all {
                all.take(&key, value);
            }
            if let Some(own) = own.as_mut().filter(|_| for_own) {
                own.take(&key, value);
            }
        }
        own.unwrap_or(all)
    }

    fn take(&mut self, key: &str, value: &str) {
        let allows = match key {
            "allow" => true,
            "disallow" => false,
            "crawl-delay" => {
                let seconds = value.parse::<f64>().ok().filter(|s| (0.0..1e6).contains(s));
                self.pause = seconds.map(|s| Duration::from_secs_f64(s).min(LONGEST));
                return;
            }
            _ => return,
        };
        let (signs, rules) = MOST;
        if !value.is_empty() && value.len() <= signs && self.rules.len() < rules {
            self.rules.push((allows, value.to_owned()));
        }
    }

    /// Whether the site lets the program read `path`, with its query. The longest rule that fits counts, and of two as long
    /// the one that allows.
    pub fn allow(&self, path: &str) -> bool {
        let fitting = self.rules.iter().filter(|(_, pattern)| fits(pattern, path));
        fitting
            .max_by_key(|(allows, pattern)| (pattern.len(), *allows))
            .is_none_or(|(allows, _)| *allows)
    }
}

/// Whether `path` begins as `pattern` says: `*` stands for anything, `$` at the end for the end.
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, to_end) = match pattern.strip_suffix('$') {
        Some(pattern) => (pattern, true),
        None => (pattern, false),
    };
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| path.strip_prefix(first)) else {
        return false;
    };
    let mut parts: Vec<&str> = parts.collect();
    let last = if to_end { parts.pop() } else { None };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    match last {
        Some(last) => rest.ends_with(last),
        None => !to_end || rest.is_empty(),
    }
}
