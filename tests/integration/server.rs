//! A server on this machine, for what is read from addresses.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;

/// The address of a server that answers every request with `page`, and a robots.txt with nothing.
pub fn serve(page: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut lines = BufReader::new(&stream).lines();
            let first = lines.next().and_then(Result::ok).unwrap_or_default();
            for _ in lines.take_while(|line| line.as_ref().is_ok_and(|line| !line.is_empty())) {}
            let (status, body) = if first.contains("robots.txt") {
                ("404 Not Found", "")
            } else {
                ("200 OK", page)
            };
            let head = format!(
                "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                body.len()
            );
            let _ = stream
                .write_all(head.as_bytes())
                .and_then(|()| stream.write_all(body.as_bytes()));
        }
    });
    format!("http://{address}/news/storm")
}
