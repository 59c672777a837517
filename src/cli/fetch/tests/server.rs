//! A server on this machine that says what a test wants.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A server on this machine. It answers as the function says to each path, and writes down what was asked.
pub struct Server {
    pub address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// An answer is sent in the pieces that a NUL parts it into.
    pub fn start(answer: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self::open("127.0.0.1:0", Duration::from_millis(150), move |path| {
            let answer = answer(path);
            answer
                .split(|&byte| byte == 0)
                .map(<[u8]>::to_vec)
                .collect()
        })
    }

    /// Sends the very bytes of each piece, with a pause after it where there are several.
    pub fn open(
        at: &str,
        pause: Duration,
        answer: impl Fn(&str) -> Vec<Vec<u8>> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind(at).unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        let answer = Arc::new(answer);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(stream) = stream else { return };
                let (log, answer) = (Arc::clone(&log), Arc::clone(&answer));
                std::thread::spawn(move || {
                    let path = path(&stream);
                    log.lock().unwrap().push(path.clone());
                    send(stream, &answer(&path), pause);
                });
            }
        });
        Self { address, asked }
    }

    pub fn at(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

/// Head and path of a request.
fn path(stream: &TcpStream) -> String {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().and_then(Result::ok).unwrap_or_default();
    let head = lines.take_while(|line| line.as_ref().is_ok_and(|line| !line.is_empty()));
    let agent = head.filter_map(Result::ok).find(|line| {
        line.to_ascii_lowercase()
            .starts_with("user-agent: crosscheck/")
    });
    assert!(agent.is_some(), "who asks is said");
    first.split(' ').nth(1).unwrap_or_default().to_owned()
}

fn send(mut stream: TcpStream, pieces: &[Vec<u8>], pause: Duration) {
    for piece in pieces {
        let sent = stream.write_all(piece).and_then(|()| stream.flush());
        if sent.is_err() {
            return;
        }
        if pieces.len() > 1 {
            std::thread::sleep(pause);
        }
    }
}
