//! Every limit of the HTTP client, by name, with the reason for its value.
//!
//! A limit bounds what a peer or a script may make us do; it is never an allocation size: buffers
//! grow from what arrived. An error that a limit causes prints the field's name, so that its
//! reader knows what to change.

use core::time::Duration;

/// The longest URL that is accepted, in bytes of UTF-8; browsers and servers stop far earlier.
pub const MAX_URL_BYTES: usize = 65_536;

/// What a client accepts from peers and callers before it gives up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one response head, status line included. Large cookies take 16 KiB.
    pub head_bytes: usize,
    /// Header lines of one response head.
    pub head_lines: usize,
    /// 1xx answers skipped before the final one.
    pub informational: usize,
    /// Bytes of one line that gives a part's size in a chunked body, extensions included.
    pub chunk_line_bytes: usize,
    /// Bytes of all extensions of one chunked body: otherwise a body of one-byte parts could carry
    /// any amount of data that no body limit counts.
    pub chunk_extension_bytes: usize,
    /// Bytes of the trailer section of a chunked body.
    pub trailer_bytes: usize,
    /// Header lines of the trailer section.
    pub trailer_lines: usize,
    /// Bytes of one response body.
    pub body_bytes: u64,
    /// Exchanges that may be resolving, connecting, sending or receiving at once. The
    /// specification's number; more wait in a queue.
    pub in_flight: usize,
    /// Exchanges that may wait in the queue; more are refused.
    pub queued: usize,
    /// Idle connections kept for one scheme, host and port.
    pub idle_per_origin: usize,
    /// Idle connections kept in all.
    pub idle_total: usize,
    /// How long an idle connection is kept. Shorter than most servers' own patience, so that a
    /// reused connection is seldom found closed.
    pub idle_time: Duration,
    /// Addresses tried for one host name.
    pub addresses: usize,
    /// How long connecting to one address may take.
    pub connect_time: Duration,
    /// How long a whole exchange may take, from leaving the queue to the last byte of its body.
    /// A request can carry its own value.
    pub exchange_time: Duration,
}

impl Limits {
    /// The limits for hosts with megabytes to spare.
    pub const DEFAULT: Limits = Limits {
        head_bytes: 65_536,
        head_lines: 128,
        informational: 8,
        chunk_line_bytes: 4_096,
        chunk_extension_bytes: 65_536,
        trailer_bytes: 16_384,
        trailer_lines: 64,
        body_bytes: 256 * 1024 * 1024,
        in_flight: 256,
        queued: 16_384,
        idle_per_origin: 16,
        idle_total: 64,
        idle_time: Duration::from_secs(30),
        addresses: 16,
        connect_time: Duration::from_secs(30),
        exchange_time: Duration::from_secs(300),
    };

    /// The limits for devices with some hundred kilobytes of memory.
    pub const DEVICE: Limits = Limits {
        head_bytes: 4_096,
        head_lines: 48,
        chunk_line_bytes: 256,
        chunk_extension_bytes: 4_096,
        trailer_bytes: 1_024,
        trailer_lines: 16,
        body_bytes: 65_536,
        in_flight: 8,
        queued: 256,
        idle_per_origin: 1,
        idle_total: 2,
        addresses: 4,
        ..Limits::DEFAULT
    };
}

impl Default for Limits {
    fn default() -> Limits {
        Limits::DEFAULT
    }
}
