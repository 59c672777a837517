//! Servers that mean no good.

use data_encoding::BASE64;

use super::*;

/// Between the pieces of an answer.
const PAUSE: Duration = Duration::from_millis(50);

/// 128,000 bytes in a few hundred.
const BOMB: &str = "H4sIAAAAAAACA+3HoQ0AIAwAsFf4gIBe9s0cCftf4bmhdY3OtUfX7VMxO8Pd3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d\
         3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d\
         3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d\
         3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d/fsDxRluKAD0\
         AQA=";

fn zipped(length: Option<usize>) -> Vec<u8> {
    let body = BASE64.decode(BOMB.as_bytes()).unwrap();
    let length = length.map_or_else(String::new, |n| format!("Content-Length: {n}\r\n"));
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n{length}Connection: close\r\n\r\n"
    );
    [head.as_bytes(), &body].concat()
}

#[test]
fn no_answer_of_a_server_hangs_a_run_or_passes_its_limits() {
    let server = Server::open("127.0.0.1:0", PAUSE, |path| {
        match path {
        "/robots.txt" => vec![answer("404 Not Found", "", "")],
        "/bomb" => vec![zipped(None)],
        "/bomb-with-length" => vec![zipped(Some(BASE64.decode(BOMB.as_bytes()).unwrap().len()))],
        "/no-gzip" => vec![answer("200 OK", "Content-Encoding: gzip\r\n", "no gzip")],
        "/cut" => vec![b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\nConnection: close\r\n\r\nhalf".to_vec()],
        "/cut-chunk" => vec![
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n8\r\nhalf".to_vec(),
        ],
        "/wild-chunk" => vec![
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nfffffffffffffffff\r\nx".to_vec(),
        ],
        "/two-lengths" => {
            vec![b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: -9\r\nConnection: close\r\n\r\nxyz".to_vec()]
        }
        // A head of which a byte comes now and then.
        "/slow-head" => b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".iter().map(|byte| vec![*byte]).collect(),
        "/long-head" => vec![answer("200 OK", &format!("X: {}\r\n", "x".repeat(2 << 20)), "ok")],
        "/many-heads" => vec![answer("200 OK", &"X: y\r\n".repeat(100_000), "ok")],
        "/long-way" => vec![leads_to(&format!("/{}", "x".repeat(2 << 20)))],
        "/continued" => vec![b"HTTP/1.1 100 Continue\r\n\r\n".repeat(100_000)],
        "/unfinished" => vec![b"HTTP/1.1 200".to_vec()],
        path => match path.trim_start_matches('/').parse::<u32>() {
            // A new address behind each.
            Ok(number) => vec![leads_to(&format!("/{}", number + 1))],
            Err(_) => vec![page(path)],
        },
    }
    });
    let dir = TempDir::new().unwrap();
    let mut fetcher = fetcher(&dir, Names::default(), any);
    for (path, wanted) in [
        ("/bomb", "more than 1000 bytes"),
        ("/bomb-with-length", "more than 1000 bytes"),
        ("/no-gzip", "could not be read"),
        ("/cut", "could not be read"),
        ("/cut-chunk", "could not be read"),
        ("/wild-chunk", "could not be read"),
        ("/two-lengths", ""),
        ("/slow-head", "within 0.7 seconds"),
        ("/long-head", ""),
        ("/many-heads", ""),
        ("/long-way", ""),
        ("/continued", ""),
        ("/unfinished", ""),
        ("/1", "more than 5"),
    ] {
        let begun = Instant::now();
        let why = read(&mut fetcher, &server.at(path)).unwrap_err();
        assert!(why.contains(wanted), "{path}: {why}");
        assert!(why.len() < 400, "{path}: {} bytes of reason", why.len());
        assert!(begun.elapsed() < Duration::from_secs(3), "{path}");
    }
    let followed = server.asked().iter().filter(|path| path.len() == 2).count();
    assert_eq!(followed, 6);
    let kept = std::fs::read_dir(dir.path()).unwrap().count();
    assert_eq!(kept, 0, "nothing that failed is kept");
    assert_eq!(read(&mut fetcher, &server.at("/sound")).unwrap(), "/sound");
}

#[test]
fn a_robots_file_that_cannot_be_had_allows_or_forbids_as_its_rfc_says() {
    for (robots, allowed) in [
        (
            answer("404 Not Found", "", "User-agent: *\nDisallow: /"),
            true,
        ),
        (answer("403 Forbidden", "", ""), true),
        (answer("500 Internal Server Error", "", ""), false),
        (answer("503 Service Unavailable", "", ""), false),
        (leads_to("/robots.txt"), true),
        (leads_to("http://elsewhere.example/robots.txt"), true),
        (leads_to("file:///etc/passwd"), true),
        (
            answer("200 OK", "", "\u{FEFF}User-agent: *\nDisallow: /"),
            false,
        ),
        (answer("200 OK", "", &"Disallow: /\n".repeat(100_000)), true),
    ] {
        let shown = String::from_utf8_lossy(&robots)
            .chars()
            .take(80)
            .collect::<String>();
        let server = Server::open("127.0.0.1:0", PAUSE, move |path| match path {
            "/robots.txt" => vec![robots.clone()],
            path => vec![page(path)],
        });
        let dir = TempDir::new().unwrap();
        let mut fetcher = fetcher(&dir, Names::default(), any);
        let found = read(&mut fetcher, &server.at("/page"));
        assert_eq!(found.is_ok(), allowed, "{shown}: {found:?}");
    }
}

#[test]
fn this_machine_is_known_by_every_way_to_write_it() {
    // Not every machine has the sixth version of the protocol.
    if TcpListener::bind("[::1]:0").is_err() {
        return;
    }
    let server = Server::open("[::1]:0", PAUSE, |path| match path {
        "/robots.txt" => vec![answer("404 Not Found", "", "")],
        path => vec![page(path)],
    });
    let port = server.address.port();
    let dir = TempDir::new().unwrap();
    let mut careful = fetcher(&dir, Names::default(), is_public);
    for host in [
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:7f00:1]",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "127.0.0.1.",
        "localhost.",
        "LOCALHOST",
        "\u{FF11}27.0.0.1",
        "0",
        "[64:ff9b::7f00:1]",
    ] {
        let why = read(&mut careful, &format!("http://{host}:{port}/")).unwrap_err();
        // What looks names up may not know one of these spellings at all.
        let refusals = [
            "private network",
            "there is no server",
            "could not be reached",
        ];
        let refused = refusals.iter().any(|refusal| why.contains(refusal));
        assert!(refused, "{host}: {why}");
    }
    assert_eq!(server.asked(), [""; 0]);
    let mut allowed = fetcher(&dir, Names::default(), any);
    assert_eq!(read(&mut allowed, &server.at("/page")).unwrap(), "/page");
}
