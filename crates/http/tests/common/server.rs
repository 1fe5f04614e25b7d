//! A test server over std's sockets: a thread per listener, a thread per connection.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use super::request::Seen;
use super::{Answer, Server, Step};

/// Listens on a free port of the loopback until it is dropped.
pub(crate) struct TcpServer {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    accepted: AtomicUsize,
    open: AtomicUsize,
    stopped: AtomicBool,
}

impl TcpServer {
    pub(crate) fn start(answer: Answer) -> TcpServer {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let shared = Arc::new(Shared::default());
        let theirs = shared.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if theirs.stopped.load(Ordering::SeqCst) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                let number = theirs.accepted.fetch_add(1, Ordering::SeqCst);
                theirs.open.fetch_add(1, Ordering::SeqCst);
                let theirs = theirs.clone();
                std::thread::spawn(move || {
                    // A client that goes away is part of some tests.
                    let _ = serve(stream, number, answer);
                    theirs.open.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        TcpServer { address, shared }
    }
}

impl Server for TcpServer {
    fn authority(&self) -> String {
        format!("server.test:{}", self.address.port())
    }

    fn accepted(&self) -> usize {
        self.shared.accepted.load(Ordering::SeqCst)
    }

    fn open(&self) -> usize {
        self.shared.open.load(Ordering::SeqCst)
    }
}

impl Drop for TcpServer {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // Wakes the accepting thread, so that it sees the flag.
        let _ = TcpStream::connect(self.address);
    }
}

fn serve(mut stream: TcpStream, number: usize, answer: Answer) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut bytes = Vec::new();
    let mut buffer = [0; 65_536];
    loop {
        let count = stream.read(&mut buffer)?;
        if count == 0 {
            return Ok(());
        }
        bytes.extend_from_slice(&buffer[..count]);
        while let Some(seen) = Seen::take(&mut bytes) {
            for step in answer(number, &seen) {
                match step {
                    Step::Send(bytes) => stream.write_all(&bytes)?,
                    Step::Drip(bytes) => {
                        for byte in bytes {
                            stream.write_all(&[byte])?;
                            std::thread::sleep(Duration::from_micros(100));
                        }
                    }
                    Step::Wait(time) => std::thread::sleep(time),
                    Step::Close => return stream.shutdown(Shutdown::Both),
                    Step::Reset => return Ok(()),
                }
            }
        }
    }
}
