//! The simulated network; its clock is also the VM's.

use super::{Answer, Net, Seen, Step};
use miniscript_runtime::Builder;
use miniscript_runtime::core::Clock;
use miniscript_runtime::http::driver::sim::{Reply, SimNet};
use miniscript_runtime::http::{Http, Limits};
use std::time::Duration;

const ADDRESS: &str = "10.0.0.1:8080";

/// A network in memory.
pub(crate) struct Sim(SimNet);

impl Default for Sim {
    fn default() -> Sim {
        let net = SimNet::new();
        net.host("server.test", &["10.0.0.1"]);
        net.slow_host("slow.test", &["10.0.0.1"], Duration::from_millis(300));
        Sim(net)
    }
}

struct SimClock(SimNet);

impl Clock for SimClock {
    fn now(&mut self) -> Duration {
        self.0.now().since_origin()
    }
}

impl Net for Sim {
    fn serve(&self, answer: Answer) -> u16 {
        self.0.server(ADDRESS, move |_, received| {
            let mut replies = Vec::new();
            while let Some(seen) = Seen::take(received) {
                for step in answer(&seen) {
                    match step {
                        Step::Send(bytes) => replies.push(Reply::bytes(bytes)),
                        Step::Drip(bytes) => replies.extend(
                            bytes
                                .into_iter()
                                .map(|byte| Reply::later(Duration::from_micros(100), [byte])),
                        ),
                        Step::Wait(time) => replies.push(Reply::later(time, [])),
                        Step::Close => replies.push(Reply::close()),
                    }
                }
            }
            replies
        });
        8080
    }

    fn accepted(&self) -> usize {
        self.0.accepted(ADDRESS)
    }

    fn closed_port(&self) -> u16 {
        9
    }

    fn http(&self) -> Http {
        Http::new(self.0.driver(), Limits::DEFAULT)
    }

    fn clock(&self, builder: Builder) -> Builder {
        builder.clock(Box::new(SimClock(self.0.clone())))
    }

    fn busy(&self) -> Duration {
        // Virtual time passes in the servers' waits and nowhere else.
        self.0.now().since_origin()
    }
}
