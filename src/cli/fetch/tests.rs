#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod hostile;
mod server;

use std::net::{IpAddr, SocketAddr, TcpListener};

use crosscheck::source::{Content, Format};
use tempfile::TempDir;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::ResolvedSocketAddrs;
use ureq::unversioned::transport::NextTimeout;

use super::*;
use server::Server;

fn page(body: &str) -> Vec<u8> {
    answer("200 OK", "Content-Type: text/html; charset=utf-8\r\n", body)
}

fn answer(status: &str, head: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\n{head}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
    .into_bytes()
}

fn leads_to(address: &str) -> Vec<u8> {
    answer("302 Found", &format!("Location: {address}\r\n"), "")
}

/// Names that lead where a test says; everything else is looked up.
#[derive(Debug, Default)]
struct Names(BTreeMap<&'static str, Vec<SocketAddr>>);

impl Resolver for Names {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let Some(known) = self.0.get(uri.host().unwrap()) else {
            return DefaultResolver::default().resolve(uri, config, timeout);
        };
        let mut found = self.empty();
        for address in known {
            found.push(*address);
        }
        Ok(found)
    }
}

/// As in a run, but the one machine that tests can talk to counts as public.
fn outside(address: IpAddr) -> bool {
    address == IpAddr::from([127, 0, 0, 1]) || is_public(address)
}

const QUICK: Patience = Patience {
    page: Duration::from_millis(700),
    connect: Duration::from_millis(700),
    pause: Duration::ZERO,
};

fn fetcher(dir: &TempDir, names: Names, allows: Policy) -> Fetcher {
    let fetching = Fetching {
        dir: dir.path().to_owned(),
        anew: false,
        private: false,
    };
    Fetcher::with(&fetching, 1_000, QUICK, names, allows)
}

/// The text of a page, or why it cannot be had.
fn read(fetcher: &mut Fetcher, address: &str) -> Result<String, String> {
    match fetcher.article(address).unwrap().content {
        Content::Bytes(bytes) => Ok(String::from_utf8(bytes).unwrap()),
        Content::Unreadable { why, .. } => Err(why.to_string()),
    }
}

#[test]
fn addresses_of_this_machine_and_of_private_networks_are_not_public() {
    let private = [
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "198.18.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::10.0.0.1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "2001:0:1::1",
        "fec0::1",
        "3fff::1",
    ];
    for address in private {
        assert!(!is_public(address.parse().unwrap()), "{address}");
    }
    let public = [
        "8.8.8.8",
        "172.32.0.1",
        "100.128.0.1",
        "2606:4700::1111",
        "2a00:1450::1",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
    ];
    for address in public {
        assert!(is_public(address.parse().unwrap()), "{address}");
    }
}

#[test]
fn private_machines_are_refused_by_address_and_by_name() {
    let server = Server::start(|_| page("secret"));
    let port = server.address.port();
    let dir = TempDir::new().unwrap();
    let rebound = vec![SocketAddr::from(([93, 184, 215, 14], port)), server.address];
    let names = Names(BTreeMap::from([("rebound.example", rebound)]));
    let mut fetcher = fetcher(&dir, names, is_public);
    for host in [
        "127.0.0.1",
        "localhost",
        "0x7f.1",
        "2130706433",
        "169.254.169.254",
        "10.0.0.1",
        "192.168.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[fe80::1]",
        "[fd00::1]",
        "rebound.example",
    ] {
        let why = read(&mut fetcher, &format!("http://{host}:{port}/")).unwrap_err();
        assert!(why.contains("private network"), "{host}: {why}");
    }
    assert_eq!(server.asked(), [""; 0]);
}

#[test]
fn a_redirect_to_a_private_machine_is_not_followed() {
    let server = Server::start(|path| match path {
        "/robots.txt" => answer("404 Not Found", "", ""),
        "/by-address" => leads_to("http://127.0.0.2:9/"),
        "/by-name" => leads_to("http://inside.example/"),
        "/to-a-file" => leads_to("file:///etc/passwd"),
        "/round" => leads_to("/round"),
        "/nowhere" => answer("302 Found", "", ""),
        _ => page("public"),
    });
    let dir = TempDir::new().unwrap();
    let outer = ("outside.example", vec![server.address]);
    let inner = (
        "inside.example",
        vec![SocketAddr::from(([10, 0, 0, 7], 80))],
    );
    let mut fetcher = fetcher(&dir, Names(BTreeMap::from([outer, inner])), outside);
    for (path, wanted) in [
        ("by-address", "127.0.0.2 is at 127.0.0.2"),
        ("by-name", "inside.example is at 10.0.0.7"),
        ("to-a-file", "file is no scheme"),
        ("round", "more than 5"),
        ("nowhere", "does not say where"),
    ] {
        let why = read(&mut fetcher, &format!("http://outside.example/{path}")).unwrap_err();
        assert!(why.contains(wanted), "{path}: {why}");
    }
    assert_eq!(
        read(&mut fetcher, "http://outside.example/page").unwrap(),
        "public"
    );
}

#[test]
fn addresses_that_are_none_are_refused() {
    let dir = TempDir::new().unwrap();
    let mut fetcher = fetcher(&dir, Names::default(), any);
    for (address, wanted) in [
        ("ftp://a.example/x", "ftp is no scheme"),
        ("file:///etc/passwd", "file is no scheme"),
        ("http://me:word@a.example/", "name and a password"),
        ("http://", "no address"),
    ] {
        let why = read(&mut fetcher, address).unwrap_err();
        assert!(why.contains(wanted), "{address}: {why}");
    }
}

#[test]
fn what_is_too_large_too_slow_or_refused_says_so() {
    let server = Server::start(|path| match path {
        "/robots.txt" => answer("200 OK", "", "User-agent: *\nDisallow: /closed\n"),
        "/large" => page(&"x".repeat(1_001)),
        "/endless" => [
            b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".as_slice(),
            &[b'x'; 5_000],
        ]
        .concat(),
        "/slow" => {
            b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n1\x002\x003\x004\x005\x006\x007\x008\x009"
                .to_vec()
        }
        "/silent" => [0; 9].to_vec(),
        "/gone" => answer("410 Gone", "", ""),
        "/garbage" => b"no http at all\r\n\r\n".to_vec(),
        path => page(path),
    });
    let dir = TempDir::new().unwrap();
    let mut fetcher = fetcher(&dir, Names::default(), any);
    for (path, wanted) in [
        ("/large", "more than 1000 bytes"),
        ("/endless", "more than 1000 bytes"),
        ("/slow", "timeout"),
        ("/silent", "within 0.7 seconds"),
        ("/gone", "status 410"),
        ("/garbage", "could not be read"),
        ("/closed/x", "robots.txt"),
    ] {
        let begun = Instant::now();
        let why = read(&mut fetcher, &server.at(path)).unwrap_err();
        assert!(why.contains(wanted), "{path}: {why}");
        assert!(begun.elapsed() < Duration::from_secs(3), "{path}");
    }
    assert_eq!(read(&mut fetcher, &server.at("/open")).unwrap(), "/open");
    assert!(!server.asked().contains(&"/closed/x".to_owned()));
    let robots = server
        .asked()
        .iter()
        .filter(|path| *path == "/robots.txt")
        .count();
    assert_eq!(robots, 1);
}

#[test]
fn a_page_is_asked_for_once_and_a_changed_copy_is_not_believed() {
    let server = Server::start(|path| match path {
        "/robots.txt" => answer("404 Not Found", "", ""),
        _ => answer(
            "200 OK",
            "Content-Type: text/html; charset=windows-1258\r\n",
            "<p>12</p>",
        ),
    });
    let dir = TempDir::new().unwrap();
    let address = server.at("/a?b=1#part");
    let input = fetcher(&dir, Names::default(), any)
        .article(&address)
        .unwrap();
    assert_eq!(input.format, Some(Format::Html));
    assert_eq!(input.charset.as_deref(), Some("windows-1258"));
    assert_eq!(input.meta.url, Some(server.at("/a?b=1")));
    read(&mut fetcher(&dir, Names::default(), any), &address).unwrap();
    assert_eq!(server.asked(), ["/robots.txt", "/a?b=1"]);

    let files = std::fs::read_dir(dir.path().join("127.0.0.1")).unwrap();
    let page = files
        .map(|file| file.unwrap().path())
        .find(|path| path.extension().is_some_and(|ending| ending == "html"));
    std::fs::write(page.unwrap(), "<p>13</p>").unwrap();
    let why = read(&mut fetcher(&dir, Names::default(), any), &address).unwrap_err();
    assert!(why.contains("changed since"), "{why}");
    let mut anew = fetcher(&dir, Names::default(), any);
    anew.anew = true;
    assert_eq!(read(&mut anew, &address).unwrap(), "<p>12</p>");
}

#[test]
fn requests_to_one_server_keep_a_distance() {
    let server = Server::start(|path| match path {
        "/robots.txt" => answer("200 OK", "", "User-agent: crosscheck\nCrawl-delay: 0.3\n"),
        path => page(path),
    });
    let dir = TempDir::new().unwrap();
    let mut fetcher = fetcher(&dir, Names::default(), any);
    let begun = Instant::now();
    for path in ["/1", "/2", "/3"] {
        read(&mut fetcher, &server.at(path)).unwrap();
    }
    assert!(begun.elapsed() >= Duration::from_millis(600));
}

#[test]
fn the_longest_rule_of_a_robots_file_counts() {
    let text = "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: CrossCheck\n\
                Disallow: /private # not this\nAllow: /private/news\nDisallow: /*.pdf$\nDisallow:\nSitemap: x\n";
    let robots = Robots::read(text, "crosscheck");
    for (path, allowed) in [
        ("/", true),
        ("/private/x", false),
        ("/private/news/1", true),
        ("/a.pdf", false),
        ("/a.pdf?x", true),
    ] {
        assert_eq!(robots.allow(path), allowed, "{path}");
    }
    assert!(!Robots::read(text, "another").allow("/news"));
    assert!(Robots::read("<html>no rules</html>", "crosscheck").allow("/news"));
}
