//! The scenarios in the simulated network: as it is, byte by byte, with small sends, and with
//! seeded random faults.

mod common;

use std::cell::Cell;
use std::time::Duration;

use common::request::Seen;
use common::{Answer, Net, Server, Step};
use miniscript_http::driver::sim::{Faults, Reply, SimNet};
use miniscript_http::{Http, Limits};

struct Sim {
    net: SimNet,
    next_port: Cell<u16>,
}

struct SimServer {
    net: SimNet,
    port: u16,
}

fn sim(faults: Faults) -> Sim {
    let net = SimNet::new();
    net.faults(faults);
    net.host("server.test", &["10.0.0.1"]);
    net.slow_host("slow.test", &["10.0.0.1"], Duration::from_millis(300));
    Sim {
        net,
        next_port: Cell::new(8000),
    }
}

impl Net for Sim {
    fn serve(&self, answer: Answer) -> Box<dyn Server> {
        let port = self.next_port.replace(self.next_port.get() + 1);
        self.net
            .server(&format!("10.0.0.1:{port}"), move |number, received| {
                let mut replies = Vec::new();
                while let Some(seen) = Seen::take(received) {
                    let mut delay = Duration::ZERO;
                    for step in answer(number, &seen) {
                        let delay = std::mem::take(&mut delay);
                        match step {
                            Step::Send(bytes) => replies.push(Reply::later(delay, bytes)),
                            Step::Drip(bytes) => replies.extend(
                                bytes
                                    .into_iter()
                                    .map(|b| Reply::later(Duration::from_micros(100), [b])),
                            ),
                            Step::Wait(time) => replies.push(Reply::later(time, [])),
                            Step::Close => replies.push(Reply::Close(delay)),
                            Step::Reset => replies.push(Reply::Reset(delay)),
                        }
                    }
                }
                replies
            });
        Box::new(SimServer {
            net: self.net.clone(),
            port,
        })
    }

    fn http(&self, limits: Limits) -> Http {
        Http::new(self.net.driver(), limits)
    }

    fn closed_port(&self) -> String {
        "10.0.0.1:9".to_string()
    }
}

impl Server for SimServer {
    fn authority(&self) -> String {
        format!("server.test:{}", self.port)
    }

    fn accepted(&self) -> usize {
        self.net.accepted(&format!("10.0.0.1:{}", self.port))
    }

    fn open(&self) -> usize {
        self.net.open_connections()
    }
}

mod plain {
    use super::*;
    scenarios!(sim(Faults::default()), 256);
}

mod byte_by_byte {
    use super::*;
    scenarios!(
        sim(Faults {
            recv_bytes: 1,
            ..Faults::default()
        }),
        256
    );
}

mod small_sends {
    use super::*;
    scenarios!(
        sim(Faults {
            send_bytes: 7,
            latency: Duration::from_millis(2),
            ..Faults::default()
        }),
        64
    );
}

mod seeded {
    use super::*;
    scenarios!(
        sim(Faults {
            seed: 20_26,
            recv_bytes: 4096,
            ..Faults::default()
        }),
        256
    );

    #[test]
    fn many_seeds() {
        for seed in 1..60 {
            let faults = Faults {
                seed,
                recv_bytes: 40,
                send_bytes: 40,
                ..Faults::default()
            };
            common::scenarios::framings(&sim(faults));
            common::scenarios::keep_alive(&sim(faults));
            common::scenarios::closed_early(&sim(faults));
            common::scenarios::stale_connection(&sim(faults));
            common::scenarios::cancel(&sim(faults));
        }
    }
}
