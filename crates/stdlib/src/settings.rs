//! What the host tells the standard modules about itself.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// Takes bytes written to a stream of the host.
pub type Stream = Arc<dyn Fn(&[u8]) + Send + Sync>;

/// Fills a buffer with random bytes; whether it could.
pub type Entropy = Arc<dyn Fn(&mut [u8]) -> bool + Send + Sync>;

/// What `sys` shows of the host, and what else modules ask of it.
#[derive(Clone, Default)]
pub struct Settings {
    /// `sys.argv`: UTF-8 that may hold lone surrogates, for bytes that are no UTF-8.
    pub argv: Vec<Vec<u8>>,
    /// `sys.path`.
    pub path: Vec<String>,
    /// `sys.executable`.
    pub executable: String,
    /// Where `sys.stderr` writes; nothing is written without one.
    pub stderr: Option<Stream>,
    /// Where `random` and `secrets` have numbers from that nobody can foretell.
    pub entropy: Option<Entropy>,
}
