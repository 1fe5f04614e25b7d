//! HTTP/1.1 as functions and small state machines: bytes in, events out, no clock and no socket.
//!
//! Who calls it: [`client`](crate::client), and whoever wants to read or write HTTP over a
//! transport of their own. Nothing here names core, ext or a driver. Everything that parses a
//! peer's bytes is incremental: it keeps what it has seen, never looks at a byte twice before a
//! head is complete, and gives the same events however the input is cut.

mod block;
mod body;
mod chunked;
mod framing;
mod head;
mod headers;
mod protocol_error;
mod reader;
mod request;
mod response;
pub mod state;
mod url;
mod url_path;

pub use framing::Framing;
pub use head::{ResponseHead, Version};
pub use headers::Headers;
pub use protocol_error::{Exceeded, ProtocolError};
pub use reader::{Event, ResponseReader};
pub use request::{Request, RequestError};
pub use response::Response;
pub use url::{Host, Origin, Scheme, Url, UrlError};
