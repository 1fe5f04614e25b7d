//! The scenarios that every driver must pass, each against a fresh server.

use std::time::Duration;

use miniscript_http::{Blame, Cause, FailureKind, Http, Limits, Phase, Request, Response};

use super::request::Seen;
use super::{Answer, Net, Server, Step, finish_all, ok, poll_until, send};

const MILLIS_300: Duration = Duration::from_millis(300);

fn start(net: &dyn Net, answer: Answer) -> (Box<dyn Server>, Http, String) {
    let server = net.serve(answer);
    let base = format!("http://{}", server.authority());
    (server, net.http(Limits::DEFAULT), base)
}

fn get(http: &Http, url: &str) -> Response {
    http.fetch(Request::get(url).expect("a good URL"))
        .unwrap_or_else(|error| panic!("{error}"))
}

/// The three framings, at once and byte by byte: `/drip/...` drips.
pub(crate) fn framings(net: &dyn Net) {
    fn answer(_: usize, seen: &Seen) -> Vec<Step> {
        let (bytes, closes) = match seen.target.rsplit('/').next() {
            Some("length") => (ok("hello world"), false),
            Some("chunked") => {
                let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
                let body = "5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nTrailer: 1\r\n\r\n";
                ([head, body].concat().into_bytes(), false)
            }
            _ => (
                b"HTTP/1.1 200 OK\r\nX-A: b\r\n\r\nhello world".to_vec(),
                true,
            ),
        };
        let drips = seen.target.starts_with("/drip");
        let mut steps = vec![if drips {
            Step::Drip(bytes)
        } else {
            Step::Send(bytes)
        }];
        steps.extend(closes.then_some(Step::Close));
        steps
    }
    for path in [
        "/length",
        "/chunked",
        "/close",
        "/drip/length",
        "/drip/chunked",
        "/drip/close",
    ] {
        let (_server, http, base) = start(net, answer);
        let response = get(&http, &format!("{base}{path}"));
        assert_eq!(
            (response.status, response.reason.as_str()),
            (200, "OK"),
            "{path}"
        );
        assert_eq!(response.text(), "hello world", "{path}");
        assert_eq!(response.url, format!("{base}{path}"));
        assert_eq!(
            http.counts().idle,
            usize::from(!path.ends_with("close")),
            "{path}"
        );
    }
}

/// Two requests travel over one accepted connection.
pub(crate) fn keep_alive(net: &dyn Net) {
    let (server, http, base) = start(net, |_, seen| vec![send(ok(&seen.target))]);
    assert_eq!(get(&http, &format!("{base}/1")).text(), "/1");
    assert_eq!(get(&http, &format!("{base}/2")).text(), "/2");
    assert_eq!((server.accepted(), http.counts().connections), (1, 1));
}

/// `connection: close` from either side is honoured.
pub(crate) fn connection_close(net: &dyn Net) {
    let (server, http, base) = start(net, |_, seen| {
        if seen.target == "/server" {
            return vec![
                send("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 1\r\n\r\na"),
                Step::Close,
            ];
        }
        vec![send(ok("b"))]
    });
    assert_eq!(get(&http, &format!("{base}/server")).text(), "a");
    let request = Request::get(&base).and_then(|request| request.header("connection", "close"));
    assert_eq!(
        http.fetch(request.expect("a good request"))
            .expect("an answer")
            .text(),
        "b"
    );
    assert_eq!(http.counts().connections, 0);
    assert_eq!(get(&http, &base).text(), "b");
    assert_eq!(server.accepted(), 3);
}

/// HEAD, 204, 304 and 1xx answers have no body and leave the connection usable.
pub(crate) fn no_body(net: &dyn Net) {
    let (server, http, base) = start(net, |_, seen| {
        vec![send(match seen.target.as_str() {
            "/204" => "HTTP/1.1 204 No Content\r\n\r\n",
            "/304" => "HTTP/1.1 304 Not Modified\r\ncontent-length: 9\r\n\r\n",
            "/100" => {
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n\
                 HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"
            }
            _ => "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n",
        })]
    });
    for (method, path, status) in [
        ("GET", "/204", 204),
        ("GET", "/304", 304),
        ("GET", "/100", 200),
        ("HEAD", "/", 200),
    ] {
        let request = Request::new(method, &format!("{base}{path}")).expect("a good URL");
        let response = http
            .fetch(request)
            .unwrap_or_else(|error| panic!("{method} {path}: {error}"));
        assert_eq!(
            (response.status, response.body.len()),
            (status, 0),
            "{method} {path}"
        );
    }
    assert_eq!(server.accepted(), 1);
}

/// What a POST sends.
pub(crate) fn post(net: &dyn Net) {
    let (_server, http, base) = start(net, |_, seen| {
        vec![send(ok(&format!(
            "{}|{}",
            seen.head,
            String::from_utf8_lossy(&seen.body)
        )))]
    });
    let request = Request::post(&format!("{base}/p?q=1"), "a=b").expect("a good URL");
    let text = http.fetch(request).expect("an answer").text();
    let (head, body) = text.split_once('|').expect("both");
    assert!(head.starts_with("POST /p?q=1 HTTP/1.1\r\nhost: "), "{head}");
    assert!(head.contains("\r\nuser-agent: miniscript/"), "{head}");
    assert!(
        head.contains("\r\naccept: */*\r\naccept-encoding: identity\r\n"),
        "{head}"
    );
    assert!(head.contains("\r\ncontent-length: 3\r\n"), "{head}");
    assert!(!head.to_lowercase().contains("content-type"), "{head}");
    assert_eq!(body, "a=b");
}

/// A megabyte in both directions.
pub(crate) fn large(net: &dyn Net) {
    let (server, http, base) = start(net, |_, seen| {
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n",
            seen.body.len()
        );
        vec![send(head), send(seen.body.clone())]
    });
    let body: Vec<u8> = (0..1_000_000u32).map(|n| (n % 251) as u8).collect();
    for _ in 0..2 {
        let request = Request::post(&base, body.clone()).expect("a good URL");
        let response = http.fetch(request).expect("an answer");
        assert!(
            response.body == body,
            "{} bytes came back",
            response.body.len()
        );
    }
    assert_eq!(server.accepted(), 1);
}

/// The server answers and closes before it has read the request.
pub(crate) fn early_answer(net: &dyn Net) {
    let (_server, http, base) = start(net, |_, _| {
        vec![
            send("HTTP/1.1 413 Too Large\r\ncontent-length: 2\r\nconnection: close\r\n\r\nno"),
            Step::Close,
        ]
    });
    let response = http
        .fetch(Request::post(&base, "x").expect("a good URL"))
        .expect("an answer");
    assert_eq!((response.status, response.text().as_str()), (413, "no"));
    assert_eq!(http.counts().connections, 0);
}

/// Nobody listens.
pub(crate) fn refused(net: &dyn Net) {
    let http = net.http(Limits::DEFAULT);
    let authority = net.closed_port();
    let error = http
        .fetch(Request::get(&format!("http://{authority}/x")).expect("a good URL"))
        .expect_err("nobody listens");
    assert_eq!(
        error.to_string(),
        format!(
            "cannot fetch http://{authority}/x: connection refused: {authority} (while connecting)"
        )
    );
    assert!(matches!(error.cause(), Cause::Network(f) if f.kind == FailureKind::Refused));
    assert_eq!(
        (error.phase(), error.blame()),
        (Some(Phase::Connecting), Blame::Network)
    );
    assert_eq!(http.counts(), Default::default());
}

/// The name service does not know the host.
pub(crate) fn unknown_host(net: &dyn Net) {
    let http = net.http(Limits::DEFAULT);
    let error = http
        .fetch(Request::get("http://nonexistent.invalid/").expect("a good URL"))
        .expect_err("no such host");
    let text = error.to_string();
    assert!(
        text.starts_with("cannot fetch http://nonexistent.invalid/: unknown host: "),
        "{text}"
    );
    assert!(text.ends_with(" (while resolving the host name)"), "{text}");
}

/// The server closes inside the body, whatever its framing, or before its head is complete.
pub(crate) fn closed_early(net: &dyn Net) {
    let (_server, http, base) = start(net, |_, seen| {
        let text = match seen.target.as_str() {
            "/length" => "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhel",
            "/chunked" => "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhel",
            "/head" => "HTTP/1.1 200 OK\r\ncont",
            _ => "",
        };
        vec![send(text), Step::Close]
    });
    for (path, cause, phase) in [
        (
            "/length",
            "after 3 of 10 bytes of the body",
            "reading the body",
        ),
        (
            "/chunked",
            "after 3 bytes, before the end of the body",
            "reading the body",
        ),
        (
            "/head",
            "before the answer was complete",
            "waiting for the answer",
        ),
        (
            "/",
            "before the answer was complete",
            "waiting for the answer",
        ),
    ] {
        let url = format!("{base}{path}");
        let error = http
            .fetch(Request::get(&url).expect("a good URL"))
            .expect_err("it is cut");
        assert_eq!(
            error.to_string(),
            format!("cannot fetch {url}: the server closed the connection {cause} (while {phase})")
        );
        assert_eq!(error.blame(), Blame::Peer);
    }
}

/// Answers that are not HTTP, or contradict themselves.
pub(crate) fn broken_answers(net: &dyn Net) {
    let (_server, http, base) = start(net, |_, seen| {
        vec![send(match seen.target.as_str() {
            "/ssh" => "SSH-2.0-OpenSSH_9.2\r\n",
            "/both" => "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n",
            "/two" => "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n",
            _ => "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\n",
        })]
    });
    for (path, cause) in [
        ("/ssh", "the answer is not HTTP/1.0 or HTTP/1.1"),
        (
            "/both",
            "the answer has both content-length and transfer-encoding",
        ),
        ("/two", "the answer's content-length is not one number"),
        ("/chunk", "the chunked body has a malformed chunk size line"),
    ] {
        let url = format!("{base}{path}");
        let error = http
            .fetch(Request::get(&url).expect("a good URL"))
            .expect_err("it is broken");
        assert!(error.to_string().contains(cause), "{error}");
        assert_eq!(
            (error.blame(), http.counts().connections),
            (Blame::Peer, 0),
            "{error}"
        );
    }
}

/// A connection that the server gave up when the next request came: GET is sent again, POST is
/// not.
pub(crate) fn stale_connection(net: &dyn Net) {
    fn answer(connection: usize, seen: &Seen) -> Vec<Step> {
        match (connection, seen.target.as_str()) {
            (0, "/again") => vec![Step::Close],
            _ => vec![send(ok("fine"))],
        }
    }
    let (server, http, base) = start(net, answer);
    get(&http, &base);
    assert_eq!(get(&http, &format!("{base}/again")).text(), "fine");
    assert_eq!(server.accepted(), 2);

    let (server, http, base) = start(net, answer);
    get(&http, &base);
    let request = Request::post(&format!("{base}/again"), "x").expect("a good URL");
    let error = http.fetch(request).expect_err("a POST is not repeated");
    assert_eq!(
        error.cause(),
        &Cause::Closed {
            received: 0,
            expected: None
        }
    );
    assert_eq!(server.accepted(), 1);
}

/// An idle connection that the server closes leaves the pool before the next request, so that
/// even a POST goes well.
pub(crate) fn closed_while_idle(net: &dyn Net) {
    let (server, http, base) = start(net, |connection, _| match connection {
        0 => vec![
            send(ok("first")),
            Step::Wait(Duration::from_millis(20)),
            Step::Close,
        ],
        _ => vec![send(ok("second"))],
    });
    get(&http, &base);
    poll_until(&http, "the idle connection leaves", || {
        http.counts().connections == 0
    });
    let response = http
        .fetch(Request::post(&base, "x").expect("a good URL"))
        .expect("an answer");
    assert_eq!((response.text().as_str(), server.accepted()), ("second", 2));
}

/// A slow lookup holds up nobody else.
pub(crate) fn slow_lookup(net: &dyn Net) {
    let (server, http, base) = start(net, |_, _| vec![send(ok("hi"))]);
    let slow_base = base.replace("server.test", "slow.test");
    let before = http.now();
    let mut slow = http.start(Request::get(&slow_base).expect("a good URL"));
    http.poll(Some(Duration::ZERO));
    assert_eq!(get(&http, &base).text(), "hi");
    assert!(http.now().since(before) < MILLIS_300);
    assert!(slow.try_take().is_none());
    let result = finish_all(&http, vec![slow]).remove(0);
    assert_eq!(result.expect("an answer").text(), "hi");
    assert!(http.now().since(before) >= MILLIS_300);
    assert_eq!(server.accepted(), 2, "one per host name");
}

/// Many exchanges at once, each answered after 100 ms.
pub(crate) fn many(net: &dyn Net, count: usize) {
    let (server, http, base) = start(net, |_, seen| {
        vec![
            Step::Wait(Duration::from_millis(100)),
            send(ok(&seen.target)),
        ]
    });
    let before = http.now();
    let urls: Vec<String> = (0..count).map(|n| format!("{base}/{n}")).collect();
    let futures = urls
        .iter()
        .map(|url| http.start(Request::get(url).expect("a good URL")));
    let results = finish_all(&http, futures.collect());
    for (n, result) in results.into_iter().enumerate() {
        let response = result.unwrap_or_else(|error| panic!("{n}: {error}"));
        assert_eq!(response.text(), format!("/{n}"));
    }
    let took = http.now().since(before);
    assert!(
        took < Duration::from_millis(100) * (count as u32),
        "{took:?}: one after the other"
    );
    assert_eq!(server.accepted(), count);
}

/// Cancelling closes the connection and makes room.
pub(crate) fn cancel(net: &dyn Net) {
    let server = net.serve(|_, seen| match seen.target.as_str() {
        "/never" => vec![],
        _ => vec![send(ok("next"))],
    });
    let http = net.http(Limits {
        in_flight: 1,
        ..Limits::DEFAULT
    });
    let url = format!("http://{}", server.authority());
    let never = http.start(Request::get(&format!("{url}/never")).expect("a good URL"));
    poll_until(&http, "the connection", || server.accepted() == 1);
    let next = http.start(Request::get(&url).expect("a good URL"));
    http.poll(Some(Duration::ZERO));
    assert_eq!((http.counts().in_flight, http.counts().queued), (1, 1));
    never.cancel();
    let result = finish_all(&http, vec![next]).remove(0);
    assert_eq!(result.expect("an answer").text(), "next");
    poll_until(&http, "the server sees the close", || server.open() == 1);
}

/// A request's own time limit.
pub(crate) fn timeout(net: &dyn Net) {
    let (_server, http, base) = start(net, |_, _| vec![]);
    let before = http.now();
    let request = Request::get(&base)
        .expect("a good URL")
        .timeout(Duration::from_millis(50));
    let error = http.fetch(request).expect_err("nobody answers");
    assert!(http.now().since(before) >= Duration::from_millis(50));
    assert_eq!(
        error.to_string(),
        format!(
            "cannot fetch {base}/: no success after 0.05 s (limit timeout) \
             (while waiting for the answer)"
        )
    );
    assert_eq!(http.counts().connections, 0);
}

/// Every body framing ends at the limit.
pub(crate) fn body_limit(net: &dyn Net) {
    let server = net.serve(|_, seen| {
        let text = match seen.target.as_str() {
            "/length" => "HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\n",
            "/chunked" => "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nb\r\n",
            _ => "HTTP/1.1 200 OK\r\n\r\nhello world",
        };
        vec![send(text)]
    });
    let http = net.http(Limits {
        body_bytes: 10,
        ..Limits::DEFAULT
    });
    for path in ["/length", "/chunked", "/close"] {
        let url = format!("http://{}{path}", server.authority());
        let error = http
            .fetch(Request::get(&url).expect("a good URL"))
            .expect_err("too large");
        let text = error.to_string();
        assert!(
            text.contains("the body exceeds the limit body_bytes of 10"),
            "{text}"
        );
    }
}

/// https is refused with a sentence, never fetched in the clear.
pub(crate) fn tls_missing(net: &dyn Net) {
    let http = net.http(Limits::DEFAULT);
    let error = http
        .fetch(Request::get("https://server.test/").expect("a good URL"))
        .expect_err("there is no TLS");
    assert_eq!(
        error.to_string(),
        "cannot fetch https://server.test/: https needs TLS, which is not built in yet; \
         only http:// URLs can be fetched"
    );
    assert_eq!(error.blame(), Blame::Caller);
}

/// Dropping the client ends its futures.
pub(crate) fn stopped(net: &dyn Net) {
    let (_server, http, base) = start(net, |_, _| vec![]);
    let mut known = http.start(Request::get(&base).expect("a good URL"));
    http.poll(Some(Duration::ZERO));
    let mut unknown = http.start(Request::get(&base).expect("a good URL"));
    drop(http);
    for future in [&mut known, &mut unknown] {
        let error = future
            .try_take()
            .expect("an outcome")
            .expect_err("the client is gone");
        assert_eq!(error.cause(), &Cause::Stopped);
        assert_eq!(error.url(), format!("{base}/"));
    }
}

/// Makes a test of every scenario; `$net` is an expression for a fresh network.
#[macro_export]
macro_rules! scenarios {
    ($net:expr, $many:expr) => {
        $crate::scenarios! { @each $net,
            framings keep_alive connection_close no_body post large early_answer refused
            unknown_host closed_early broken_answers stale_connection closed_while_idle
            slow_lookup cancel timeout body_limit tls_missing stopped
        }

        #[test]
        fn many() {
            common::scenarios::many(&$net, $many);
        }
    };
    (@each $net:expr, $($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                common::scenarios::$name(&$net);
            }
        )*
    };
}
