//! Properties of the response reader and the URL parser: the same events however the input is
//! cut, and no input that panics.

use miniscript_http::proto::{Event, ProtocolError, ResponseReader};
use miniscript_http::{Headers, Limits, Request, Url};
use proptest::prelude::*;

/// What a reader said about one input, with the pieces of the body joined.
#[derive(Debug, Default, PartialEq)]
struct Story {
    statuses: Vec<u16>,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    trailers: Option<Vec<(String, String)>>,
    error: Option<ProtocolError>,
    excess: usize,
}

fn owned(headers: &Headers) -> Vec<(String, String)> {
    headers
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect()
}

/// Reads `pieces` one after the other, then the close.
fn read<'i>(method: &str, pieces: impl IntoIterator<Item = &'i [u8]>) -> Story {
    let mut reader = ResponseReader::new(method, &LIMITS);
    let mut story = Story::default();
    for mut piece in pieces {
        if story.error.is_some() || story.trailers.is_some() {
            story.excess += piece.len();
            continue;
        }
        loop {
            let event = reader.next(&mut piece);
            let goes_on = tell(&mut story, event);
            if !goes_on {
                break;
            }
        }
        story.excess += piece.len();
    }
    if story.error.is_none() && story.trailers.is_none() {
        let event = reader.close();
        tell(&mut story, event);
    }
    if story.error.is_some() {
        // Where in a piece an error was noticed says how the input was cut.
        story.excess = 0;
    }
    story
}

fn tell(story: &mut Story, event: Result<Event<'_>, ProtocolError>) -> bool {
    match event {
        Ok(Event::NeedMore) => return false,
        Ok(Event::Informational(head)) => story.statuses.push(head.status),
        Ok(Event::Head(head)) => {
            story.statuses.push(head.status);
            story.headers = owned(&head.headers);
        }
        Ok(Event::Data(data)) => {
            assert!(!data.is_empty());
            story.body.extend_from_slice(data);
        }
        Ok(Event::End(trailers)) => {
            story.trailers = Some(owned(&trailers));
            return false;
        }
        Err(error) => {
            story.error = Some(error);
            return false;
        }
    }
    true
}

/// Small, so that generated input reaches them.
const LIMITS: Limits = Limits {
    head_bytes: 300,
    head_lines: 8,
    informational: 2,
    chunk_line_bytes: 24,
    chunk_extension_bytes: 40,
    trailer_bytes: 60,
    trailer_lines: 3,
    body_bytes: 200,
    ..Limits::DEFAULT
};

fn cut<'i>(bytes: &'i [u8], cuts: &[prop::sample::Index]) -> Vec<&'i [u8]> {
    let mut at: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
    at.sort_unstable();
    let mut pieces = Vec::new();
    let mut from = 0;
    for to in at {
        pieces.push(&bytes[from..to]);
        from = to;
    }
    pieces.push(&bytes[from..]);
    pieces
}

/// Answers made of plausible parts, most of them valid.
fn answer() -> impl Strategy<Value = Vec<u8>> {
    let status = prop_oneof![
        8 => Just("HTTP/1.1 200 OK\r\n"),
        1 => Just("HTTP/1.0 200 OK\r\n"),
        1 => Just("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\n"),
        1 => Just("HTTP/1.1 204 No Content\r\n"),
        1 => Just("\r\nHTTP/1.1 404\n"),
        1 => Just("HTTP/1.1 2000 OK\r\n"),
        1 => Just("HTTP/3 200\r\n"),
    ];
    let field = prop_oneof![
        Just("Server: x\r\n"),
        Just("X-Folded: a\r\n  b\r\n"),
        Just("x-latin: \u{e9}\n"),
        Just("Connection: close\r\n"),
        Just("bad field\r\n"),
    ];
    let body = prop_oneof![
        (0usize..120, 0usize..120).prop_map(|(length, sent)| {
            format!("Content-Length: {length}\r\n\r\n{}", "b".repeat(sent))
        }),
        Just("Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello".to_string()),
        Just("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello".to_string()),
        Just("Transfer-Encoding: gzip\r\n\r\n".to_string()),
        (
            prop::collection::vec(
                (1usize..40, prop::bool::weighted(0.2), "(;[a-z]{0,9})?"),
                0..6
            ),
            prop_oneof![
                Just("\r\n"),
                Just("T: 1\r\n\r\n"),
                Just("T 1\r\n\r\n"),
                Just("")
            ],
        )
            .prop_map(|(parts, trailer)| {
                let mut out = "Transfer-Encoding: chunked\r\n\r\n".to_string();
                for (size, wrong, extension) in parts {
                    let data = "d".repeat(size + usize::from(wrong && size % 3 == 0));
                    out += &format!("{size:x}{extension}\r\n{data}\r\n");
                }
                out + "0\r\n" + trailer
            }),
        "[ -~\r\n]{0,80}".prop_map(|text| format!("\r\n{text}")),
    ];
    let rest = prop_oneof![4 => Just(""), 1 => Just("HTTP/1.1 200 OK\r\n\r\n")];
    (status, prop::collection::vec(field, 0..4), body, rest)
        .prop_map(|(status, fields, body, rest)| [status, &fields.concat(), &body, rest].concat())
        .prop_map(String::into_bytes)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn any_cut_tells_the_same_story(
        bytes in answer(),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        method in prop_oneof![4 => Just("GET"), 1 => Just("HEAD")],
    ) {
        let whole = read(method, [&bytes[..]]);
        prop_assert_eq!(&read(method, cut(&bytes, &cuts)), &whole);
        prop_assert_eq!(&read(method, bytes.chunks(1)), &whole);
    }

    #[test]
    fn any_bytes_tell_the_same_story(
        prefix in prop_oneof![Just(""), Just("HTTP/1.1 200 OK\r\n"),
            Just("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")],
        noise in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let bytes = [prefix.as_bytes(), &noise].concat();
        prop_assert_eq!(read("GET", bytes.chunks(1)), read("GET", [&bytes[..]]));
    }

    #[test]
    fn a_changed_byte_never_panics(
        bytes in answer(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut bytes = bytes;
        let at = at.index(bytes.len());
        bytes[at] = byte;
        prop_assert_eq!(read("GET", bytes.chunks(1)), read("GET", [&bytes[..]]));
    }

    #[test]
    fn chunked_bodies_come_back(
        parts in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..30), 0..6),
    ) {
        let mut bytes = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
        for part in &parts {
            bytes.extend(format!("{:X}\r\n", part.len()).bytes());
            bytes.extend(part);
            bytes.extend(b"\r\n");
        }
        bytes.extend(b"0\r\n\r\n");
        let story = read("GET", [&bytes[..]]);
        prop_assert_eq!(story.error, None);
        prop_assert_eq!(story.body, parts.concat());
    }

    #[test]
    fn urls_never_panic_and_normalise_once(text in "(http://)?[ -~é\n]{0,40}") {
        if let Ok(url) = Url::parse(&text) {
            let shown = url.to_string();
            prop_assert!(shown.bytes().all(|byte| (0x21..0x7f).contains(&byte)), "{shown}");
            prop_assert_eq!(Url::parse(&shown), Ok(url));
        }
    }

    #[test]
    fn a_request_head_holds_exactly_its_fields(
        target in "[ -~é]{0,20}",
        name in "[ -~\r\n]{0,12}",
        value in "[ -~é\r\n\0]{0,20}",
    ) {
        let Ok(request) = Request::get(&format!("http://h/{target}")) else { return Ok(()) };
        let Ok(request) = request.header(&name, &value) else { return Ok(()) };
        let head = request.head_bytes();
        let mut fields = [httparse::EMPTY_HEADER; 8];
        let mut parsed = httparse::Request::new(&mut fields);
        prop_assert_eq!(parsed.parse(&head), Ok(httparse::Status::Complete(head.len())));
        let known = ["host", "user-agent", "accept", "accept-encoding"];
        let expected = if known.iter().any(|k| k.eq_ignore_ascii_case(&name)) { 4 } else { 5 };
        prop_assert_eq!(parsed.headers.len(), expected);
    }
}

#[test]
fn byte_by_byte_costs_no_more_than_at_once() {
    // A reader that looked at everything again for each byte would take minutes.
    let limits = Limits {
        head_bytes: 4_000_000,
        head_lines: 200_000,
        ..Limits::DEFAULT
    };
    let mut bytes = b"HTTP/1.1 200 OK\r\n".to_vec();
    for n in 0..150_000 {
        bytes.extend(format!("x-{n}: some value\r\n").bytes());
    }
    bytes.extend(b"\r\n");
    let mut reader = ResponseReader::new("GET", &limits);
    let mut heads = 0;
    for mut byte in bytes.chunks(1) {
        if let Event::Head(head) = reader.next(&mut byte).expect("a good head") {
            assert_eq!(head.headers.len(), 150_000);
            heads += 1;
        }
    }
    assert_eq!(heads, 1);
}
