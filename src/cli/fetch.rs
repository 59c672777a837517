//! Articles at addresses of the web, when the command line asks for them.
//!
//! A page is asked for once and kept as it came: later runs read the folder. What is asked of a server is little: it is told
//! who asks, its robots.txt counts, and requests to it keep a distance. What a server can do is little, too: time, bytes and
//! redirects are limited, and no address of this machine or of a private network is connected to, whatever name it has.

mod answer;
mod guard;
mod robots;
mod store;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::Result;
use crosscheck::source::{Input, Metadata, Saying};
use ureq::Agent;
use ureq::http::Response;
use ureq::unversioned::resolver::{DefaultResolver, Resolver};
use ureq::unversioned::transport::DefaultConnector;
use url::Url;

use answer::{body, charset, checked, ending, format, place};
use guard::{Guarded, Policy, any, is_public};
use robots::Robots;
use store::{Page, Store, Told};

/// The name of this program for servers, and in their robots.txt.
const AGENT: &str = "crosscheck";
/// Redirects that are followed for one page.
const REDIRECTS: usize = 5;
/// Bytes of a robots.txt that count.
const ROBOTS_BYTES: u64 = 500 << 10;
/// The folder of pages, where the command line names none.
const FOLDER: &str = "crosscheck-pages";

/// How addresses are read.
#[derive(Debug, Clone)]
pub struct Fetching {
    /// The folder that keeps the pages.
    pub dir: PathBuf,
    /// Whether pages that are kept are asked for again.
    pub anew: bool,
    /// Whether machines of private networks may be asked.
    pub private: bool,
}

impl Fetching {
    /// The folder of pages of a run that writes to `output`.
    pub fn folder(output: Option<&Path>) -> PathBuf {
        let beside = output.and_then(Path::parent).unwrap_or(Path::new(""));
        beside.join(FOLDER)
    }
}

/// `path` as an address, if it is one.
pub fn address(path: &Path) -> Option<&str> {
    let text = path.to_str()?;
    let (scheme, _) = text.split_once("://")?;
    let plain = !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric());
    plain.then_some(text)
}

/// How long anything may take.
#[derive(Debug, Clone, Copy)]
struct Patience {
    /// One page, with its redirects.
    page: Duration,
    /// Finding and reaching a server.
    connect: Duration,
    /// Between two requests to one server.
    pause: Duration,
}

const PATIENCE: Patience = Patience {
    page: Duration::from_secs(30),
    connect: Duration::from_secs(10),
    pause: Duration::from_secs(1),
};

/// Reads pages, one after the other.
pub struct Fetcher {
    agent: Agent,
    store: Store,
    anew: bool,
    /// Bytes of one page.
    most: usize,
    patience: Patience,
    /// By origin.
    robots: BTreeMap<String, Robots>,
    /// When each server was last asked.
    asked: BTreeMap<String, Instant>,
}

impl Fetcher {
    /// `most` is the number of bytes that a page may have.
    pub fn new(fetching: &Fetching, most: usize) -> Self {
        let allows = if fetching.private { any } else { is_public };
        Self::with(fetching, most, PATIENCE, DefaultResolver::default(), allows)
    }

    fn with(
        fetching: &Fetching,
        most: usize,
        patience: Patience,
        names: impl Resolver,
        allows: Policy,
    ) -> Self {
        let config = Agent::config_builder()
            .user_agent(concat!("crosscheck/", env!("CARGO_PKG_VERSION")))
            .accept("text/html, application/xhtml+xml, */*;q=0.8")
            // Each redirect is looked at here.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            // A proxy would look names up where nothing checks them.
            .proxy(None)
            .timeout_resolve(Some(patience.connect))
            .timeout_connect(Some(patience.connect))
            .build();
        let guarded = Guarded { names, allows };
        Self {
            agent: Agent::with_parts(config, DefaultConnector::default(), guarded),
            store: Store {
                dir: fetching.dir.clone(),
            },
            anew: fetching.anew,
            most,
            patience,
            robots: BTreeMap::new(),
            asked: BTreeMap::new(),
        }
    }

    /// The article at `address`, which becomes its name. A page that cannot be had is an input that says why.
    ///
    /// # Errors
    ///
    /// When a page cannot be kept.
    pub fn article(&mut self, address: &str) -> Result<Input> {
        let page = match self.page(address)? {
            Ok(page) => page,
            Err(why) => {
                let why = Saying::new("{page}").with("page", why);
                return Ok(Input::unreadable(address, why));
            }
        };
        let Page { told, bytes } = page;
        let content_type = told.content_type.as_deref().unwrap_or("");
        let meta = Metadata {
            url: Some(told.final_address.clone()),
            ..Metadata::default()
        };
        Ok(Input {
            format: Some(format(content_type, &told.final_address, &bytes)),
            charset: charset(content_type),
            ..Input::new(address, bytes)
        }
        .with_meta(meta))
    }

    /// From the folder, else from the network; why not in one sentence.
    fn page(&mut self, address: &str) -> Result<Result<Page, String>> {
        let url = match checked(address) {
            Ok(url) => url,
            Err(why) => return Ok(Err(why)),
        };
        let host = url.host_str().unwrap_or_default().to_owned();
        if !self.anew
            && let Some(kept) = self.store.find(&host, url.as_str())
        {
            return Ok(kept);
        }
        let (last, content_type, bytes) = match self.fetch(&url) {
            Ok(fetched) => fetched,
            Err(why) => return Ok(Err(why)),
        };
        let format = format(content_type.as_deref().unwrap_or(""), last.as_str(), &bytes);
        let told = Told {
            address: url.to_string(),
            final_address: last.to_string(),
            fetched: jiff::Timestamp::now()
                .strftime("%Y-%m-%dT%H:%M:%SZ")
                .to_string(),
            content_type,
            file: String::new(),
            sha256: String::new(),
        };
        self.store.keep(&host, told, ending(format), bytes).map(Ok)
    }

    /// Follows the redirects from `first`: the last address, the type that its server names, and the bytes.
    fn fetch(&mut self, first: &Url) -> Result<(Url, Option<String>, Vec<u8>), String> {
        let end = Instant::now() + self.patience.page;
        let mut url = first.clone();
        for _ in 0..=REDIRECTS {
            self.may_read(&url, end)?;
            self.keep_distance(&url, end)?;
            let response = self.ask(&url, end)?;
            let status = response.status();
            let header = |name: &str| {
                let value = response.headers().get(name)?;
                Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
            };
            if status.is_redirection() {
                let to = header("location")
                    .ok_or("the server leads elsewhere and does not say where")?;
                let next = url
                    .join(&to)
                    .map_err(|_| format!("it leads to {to}, which is no address"))?;
                url = checked(next.as_str()).map_err(|why| format!("it leads to {next}: {why}"))?;
                continue;
            }
            if !status.is_success() {
                return Err(format!(
                    "the server answered with status {}",
                    status.as_u16()
                ));
            }
            let length = header("content-length").and_then(|length| length.parse::<usize>().ok());
            if length.is_some_and(|length| length > self.most) {
                return Err(self.too_large());
            }
            let content_type = header("content-type");
            let most = u64::try_from(self.most).unwrap_or(u64::MAX);
            let bytes = body(response, most.saturating_add(1)).map_err(|error| {
                format!("{} could not be read to its end: {error}", place(&url))
            })?;
            if bytes.len() > self.most {
                return Err(self.too_large());
            }
            return Ok((url, content_type, bytes));
        }
        Err(format!(
            "it leads through more than {REDIRECTS} other addresses"
        ))
    }

    fn too_large(&self) -> String {
        format!(
            "the page has more than {} bytes and was not read",
            self.most
        )
    }

    fn ask(&self, url: &Url, end: Instant) -> Result<Response<ureq::Body>, String> {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(self.too_slow());
        }
        let request = self.agent.get(url.as_str()).config();
        let request = request.timeout_global(Some(left)).build();
        request.call().map_err(|error| match error {
            ureq::Error::Timeout(_) => self.too_slow(),
            ureq::Error::HostNotFound => format!("there is no server {}", place(url)),
            ureq::Error::Io(error) => {
                format!("{} could not be reached: {}", place(url), error.kind())
            }
            ureq::Error::Other(why) => why.to_string(),
            error => format!("{} could not be read: {error}", place(url)),
        })
    }

    fn too_slow(&self) -> String {
        let seconds = self.patience.page.as_secs_f32();
        format!("the server did not answer within {seconds} seconds")
    }

    /// Whether the site lets programs read `url`.
    fn may_read(&mut self, url: &Url, end: Instant) -> Result<(), String> {
        let origin = url.origin().ascii_serialization();
        if !self.robots.contains_key(&origin) {
            let found = self.robots_of(url, end)?;
            self.robots.insert(origin.clone(), found);
        }
        let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
        match self.robots.get(&origin) {
            Some(robots) if !robots.allow(path) => Err(format!(
                "the robots.txt of {} asks programs not to read it",
                place(url)
            )),
            _ => Ok(()),
        }
    }

    /// A site without the file allows everything; one that is out of order allows nothing. Redirects of the file that stay
    /// on the site are followed.
    fn robots_of(&self, url: &Url, end: Instant) -> Result<Robots, String> {
        let mut file = url.clone();
        file.set_path("/robots.txt");
        file.set_query(None);
        for _ in 0..=REDIRECTS {
            let response = self.ask(&file, end)?;
            let status = response.status();
            if status.is_redirection() {
                let to = response
                    .headers()
                    .get("location")
                    .and_then(|to| to.to_str().ok());
                match to.and_then(|to| file.join(to).ok()) {
                    Some(next) if next.host() == file.host() && checked(next.as_str()).is_ok() => {
                        file = next;
                        continue;
                    }
                    _ => return Ok(Robots::default()),
                }
            }
            if status.is_server_error() {
                return Ok(Robots::nothing());
            }
            if !status.is_success() {
                return Ok(Robots::default());
            }
            let bytes = body(response, ROBOTS_BYTES);
            let bytes = bytes.map_err(|error| format!("{}/robots.txt: {error}", place(url)))?;
            return Ok(Robots::read(&String::from_utf8_lossy(&bytes), AGENT));
        }
        Ok(Robots::default())
    }

    /// Waits until the server of `url` may be asked again.
    fn keep_distance(&mut self, url: &Url, end: Instant) -> Result<(), String> {
        let host = place(url);
        let robots = self.robots.get(&url.origin().ascii_serialization());
        let pause = robots.and_then(|robots| robots.pause).unwrap_or_default();
        let pause = pause.max(self.patience.pause);
        if let Some(last) = self.asked.get(&host) {
            let next = *last + pause;
            if next >= end {
                return Err(self.too_slow());
            }
            std::thread::sleep(next.saturating_duration_since(Instant::now()));
        }
        self.asked.insert(host, Instant::now());
        Ok(())
    }
}
