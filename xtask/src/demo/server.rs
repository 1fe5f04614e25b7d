//! The demo's own HTTP server: loopback only, a thread per connection, std and nothing else.
//!
//! It shares no code with the client under test. Routes: `GET /hello`, `POST /echo`, `PUT /item`
//! (answers method and body), `GET /slow?ms=N` (answers late), `GET /json`, `GET /chunked` and
//! `GET /until-close`. It counts the slow requests that it holds at once: that two tasks really
//! waited together is judged here and not by the client's word.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// A body larger than this is refused; the demo sends a few bytes.
const BODY_LIMIT: usize = 1 << 20;
/// `/slow` waits no longer than this, whatever is asked.
const SLOWEST: u64 = 10_000;

/// A running server; it ends with the process.
pub(crate) struct Server {
    address: String,
    log: Arc<Mutex<Log>>,
}

#[derive(Default)]
struct Log {
    waiting: usize,
    most: usize,
    first: Option<Instant>,
    last: Option<Instant>,
}

/// What the server saw of the slow requests since it was last told to forget.
pub(crate) struct SlowAnswers {
    /// The most requests that waited at the same time.
    pub(crate) at_once: usize,
    /// From the arrival of the first to the answer of the last.
    pub(crate) span: Duration,
}

impl Server {
    /// Listens on a free port of 127.0.0.1.
    pub(crate) fn start() -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?.to_string();
        let log = Arc::new(Mutex::new(Log::default()));
        let shared = Arc::clone(&log);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let log = Arc::clone(&shared);
                // A client that goes away in the middle is its own affair.
                std::thread::spawn(move || serve(&stream, &log).ok());
            }
        });
        Ok(Self { address, log })
    }

    /// Host and port, as scripts get it: `127.0.0.1:PORT`.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Begins a new count of slow requests.
    pub(crate) fn forget(&self) {
        *lock(&self.log) = Log::default();
    }

    /// The count so far.
    pub(crate) fn slow_answers(&self) -> SlowAnswers {
        let log = lock(&self.log);
        let span = match (log.first, log.last) {
            (Some(first), Some(last)) => last.duration_since(first),
            _ => Duration::ZERO,
        };
        SlowAnswers {
            at_once: log.most,
            span,
        }
    }
}

struct Request {
    method: String,
    target: String,
    body: Vec<u8>,
    keep_alive: bool,
}

fn serve(stream: &TcpStream, log: &Mutex<Log>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut input = BufReader::new(stream);
    while let Some(request) = read_request(&mut input)? {
        let mut output = stream;
        answer(&request, &mut output, log)?;
        if !request.keep_alive {
            break;
        }
    }
    Ok(())
}

/// Reads one request; `None` when the client has closed the connection between two.
fn read_request(input: &mut impl BufRead) -> std::io::Result<Option<Request>> {
    let mut line = String::new();
    if input.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Err(std::io::ErrorKind::InvalidData.into());
    };
    let mut request = Request {
        method: method.to_owned(),
        target: target.to_owned(),
        body: Vec::new(),
        keep_alive: words.next() == Some("HTTP/1.1") && !target.starts_with("/until-close"),
    };
    let mut length = 0;
    loop {
        let mut header = String::new();
        input.read_line(&mut header)?;
        let Some((name, value)) = header.trim_end().split_once(':') else {
            break;
        };
        match (name.to_ascii_lowercase().as_str(), value.trim()) {
            ("content-length", value) => length = value.parse().unwrap_or(usize::MAX),
            ("connection", value) if value.eq_ignore_ascii_case("close") => {
                request.keep_alive = false
            }
            _ => {}
        }
    }
    if length > BODY_LIMIT {
        return Err(std::io::ErrorKind::InvalidData.into());
    }
    request.body.resize(length, 0);
    input.read_exact(&mut request.body)?;
    Ok(Some(request))
}

fn answer(request: &Request, output: &mut impl Write, log: &Mutex<Log>) -> std::io::Result<()> {
    let (path, query) = request
        .target
        .split_once('?')
        .unwrap_or((&request.target, ""));
    let text = |body: &[u8]| whole("200 OK", "text/plain; charset=utf-8", body);
    let bytes = match (request.method.as_str(), path) {
        ("GET", "/hello") => text(b"hello from the demo server"),
        ("POST", "/echo") => text(&request.body),
        ("PUT", "/item") => text(&[b"PUT ", request.body.as_slice()].concat()),
        ("GET", "/slow") => text(slow(query, log).as_bytes()),
        ("GET", "/json") => whole("200 OK", "application/json", JSON.as_bytes()),
        ("GET", "/chunked") => chunked(&["one ", "two ", "three"]),
        ("GET", "/until-close") => {
            b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nends with the connection".to_vec()
        }
        _ => whole(
            "404 Not Found",
            "text/plain; charset=utf-8",
            format!("nothing at {path}").as_bytes(),
        ),
    };
    output.write_all(&bytes)?;
    output.flush()
}

const JSON: &str = r#"{"name": "Ada", "born": 1815, "languages": ["Python", "Joy"]}"#;

fn slow(query: &str, log: &Mutex<Log>) -> String {
    let asked = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("ms="))
        .and_then(|ms| ms.parse().ok());
    let wait: u64 = asked.unwrap_or(300).min(SLOWEST);
    {
        let mut log = lock(log);
        log.waiting += 1;
        log.most = log.most.max(log.waiting);
        log.first.get_or_insert_with(Instant::now);
    }
    std::thread::sleep(Duration::from_millis(wait));
    let mut log = lock(log);
    log.waiting = log.waiting.saturating_sub(1);
    log.last = Some(Instant::now());
    format!("late by {wait} ms")
}

fn lock(log: &Mutex<Log>) -> MutexGuard<'_, Log> {
    log.lock().unwrap_or_else(PoisonError::into_inner)
}

fn whole(status: &str, kind: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

fn chunked(parts: &[&str]) -> Vec<u8> {
    let mut text =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
            .to_owned();
    for part in parts {
        text += &format!("{:x}\r\n{part}\r\n", part.len());
    }
    text += "0\r\n\r\n";
    text.into_bytes()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn ask(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(server.address()).expect("the server listens");
        stream.write_all(request.as_bytes()).expect("sent");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("answered");
        text
    }

    #[test]
    fn routes_answer() {
        let server = Server::start().expect("a free port");
        let rows = [
            (
                "GET /hello HTTP/1.1\r\nConnection: close\r\n\r\n",
                "hello from the demo server",
            ),
            (
                "POST /echo HTTP/1.1\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc",
                "\r\n\r\nabc",
            ),
            (
                "PUT /item HTTP/1.1\r\nConnection: close\r\nContent-Length: 3\r\n\r\nnew",
                "PUT new",
            ),
            (
                "GET /chunked HTTP/1.1\r\nConnection: close\r\n\r\n",
                "4\r\none \r\n4\r\ntwo \r\n5\r\nthree\r\n0\r\n\r\n",
            ),
            (
                "GET /until-close HTTP/1.1\r\n\r\n",
                "ends with the connection",
            ),
            (
                "GET /nowhere HTTP/1.1\r\nConnection: close\r\n\r\n",
                "nothing at /nowhere",
            ),
        ];
        for (request, end) in rows {
            assert!(ask(&server, request).ends_with(end), "{request}");
        }
    }

    #[test]
    fn a_connection_is_kept() {
        let server = Server::start().expect("a free port");
        let two = "GET /hello HTTP/1.1\r\n\r\nGET /json HTTP/1.1\r\nConnection: close\r\n\r\n";
        let text = ask(&server, two);
        assert_eq!(text.matches("HTTP/1.1 200 OK").count(), 2);
    }

    #[test]
    fn slow_requests_are_counted_together() {
        let server = Server::start().expect("a free port");
        let one = "GET /slow?ms=150 HTTP/1.1\r\nConnection: close\r\n\r\n";
        std::thread::scope(|scope| {
            scope.spawn(|| ask(&server, one));
            scope.spawn(|| ask(&server, one));
        });
        assert_eq!(server.slow_answers().at_once, 2);
        server.forget();
        assert_eq!(server.slow_answers().at_once, 0);
    }
}
