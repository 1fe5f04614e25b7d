//! The requests that test servers see.

/// One complete request.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Seen {
    /// Takes a complete request off the front of `bytes`.
    pub(crate) fn take(bytes: &mut Vec<u8>) -> Option<Seen> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let length = head
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            .map_or(0, |(_, value)| value.parse::<usize>().expect("a length"));
        if bytes.len() < end + length {
            return None;
        }
        let body = bytes[end..end + length].to_vec();
        bytes.drain(..end + length);
        let mut words = head.split(' ');
        let method = words.next()?.to_string();
        let target = words.next()?.to_string();
        Some(Seen {
            method,
            target,
            head,
            body,
        })
    }
}
