//! Servers on std's sockets, and a client on mio.

use super::{Answer, Net, Seen, Step};
use miniscript_runtime::Builder;
use miniscript_runtime::http::driver::mio::{MioDriver, Resolve, SystemResolver};
use miniscript_runtime::http::{Failure, Http, Limits};
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// The loopback; its servers end with the process.
#[derive(Default)]
pub(crate) struct Loopback {
    log: Arc<Mutex<Log>>,
}

#[derive(Default)]
struct Log {
    accepted: usize,
    first: Option<Instant>,
    last: Option<Instant>,
}

impl Net for Loopback {
    fn serve(&self, answer: Answer) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let log = self.log.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                log.lock().expect("no panic").accepted += 1;
                let (answer, log) = (answer.clone(), log.clone());
                // A client that goes away is part of some tests.
                std::thread::spawn(move || serve(stream, &answer, &log).ok());
            }
        });
        port
    }

    fn accepted(&self) -> usize {
        self.log.lock().expect("no panic").accepted
    }

    fn closed_port(&self) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.local_addr().expect("an address").port()
    }

    fn http(&self) -> Http {
        let driver = MioDriver::with_resolver(resolve).expect("a poll");
        Http::new(driver, Limits::DEFAULT)
    }

    fn clock(&self, builder: Builder) -> Builder {
        builder
    }

    fn busy(&self) -> Duration {
        let log = self.log.lock().expect("no panic");
        let (first, last) = (log.first.expect("a request"), log.last.expect("an answer"));
        last.duration_since(first)
    }
}

fn resolve(host: &str) -> Result<Vec<IpAddr>, Failure> {
    if host == "slow.test" {
        std::thread::sleep(Duration::from_millis(300));
    }
    if host.ends_with(".test") {
        return Ok(vec![IpAddr::V4(Ipv4Addr::LOCALHOST)]);
    }
    SystemResolver.resolve(host)
}

fn serve(mut stream: TcpStream, answer: &Answer, log: &Mutex<Log>) -> std::io::Result<()> {
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
            log.lock()
                .expect("no panic")
                .first
                .get_or_insert_with(Instant::now);
            for step in answer(&seen) {
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
                }
            }
            log.lock().expect("no panic").last = Some(Instant::now());
        }
    }
}
