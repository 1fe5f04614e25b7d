//! Two networks for the tests of the module `http`: sockets of the loopback, and the simulation
//! with its virtual clock. Both run the same servers.

mod loopback;
mod sim;

pub(crate) use loopback::Loopback;
pub(crate) use sim::Sim;

use miniscript_runtime::host::Captured;
use miniscript_runtime::http::Http;
use miniscript_runtime::{Builder, Error, Root, Vm};
use std::sync::Arc;
use std::time::Duration;

/// What a server does in answer to one request, in order.
pub(crate) enum Step {
    Send(Vec<u8>),
    /// Sends byte by byte.
    Drip(Vec<u8>),
    Wait(Duration),
    Close,
}

/// Answers a request.
pub(crate) type Answer = Arc<dyn Fn(&Seen) -> Vec<Step> + Send + Sync>;

/// Names ending in `.test` are the servers' machine, `slow.test` takes 300 ms to look up, other
/// names do not exist.
pub(crate) trait Net {
    /// Starts the network's one server: its port.
    fn serve(&self, answer: Answer) -> u16;
    /// Connections that the server has accepted.
    fn accepted(&self) -> usize;
    /// A port where nobody listens.
    fn closed_port(&self) -> u16;
    /// The client that goes through this network.
    fn http(&self) -> Http;
    /// Gives a VM the network's clock.
    fn clock(&self, builder: Builder) -> Builder;
    /// Time of the server's clock from the first request to the end of the last answer.
    fn busy(&self) -> Duration;
}

/// One complete request, as a server sees it.
pub(crate) struct Seen {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Seen {
    /// Takes a complete request off the front of `bytes`.
    fn take(bytes: &mut Vec<u8>) -> Option<Seen> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))
            .map_or(0, |length| length.parse().expect("a length"));
        let body = bytes.get(end..end + length)?;
        let body = String::from_utf8_lossy(body).into_owned();
        bytes.drain(..end + length);
        let mut words = head.split(' ').map(str::to_owned);
        Some(Seen {
            method: words.next()?,
            target: words.next()?,
            head,
            body,
        })
    }
}

/// A response with `content-length`.
pub(crate) fn ok(body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{body}").into_bytes()
}

/// A server's answer.
pub(crate) fn answer(body: impl Fn(&Seen) -> Vec<Step> + Send + Sync + 'static) -> Answer {
    Arc::new(body)
}

/// A VM in a network, and what it prints.
pub(crate) struct World {
    pub(crate) vm: Vm,
    pub(crate) http: Http,
    output: Captured,
}

impl World {
    /// A VM whose scripts know `BASE`, the server's URL, and the module `tick`, whose `sleep(ms)`
    /// waits for the VM's clock.
    pub(crate) fn new(net: &dyn Net, host: &str, port: u16) -> World {
        let (output, http) = (Captured::default(), net.http());
        let tick = miniscript_runtime::ext::Module::new("tick").function(
            "sleep",
            miniscript_runtime::ext::closure!(|cx, ms: u64| {
                cx.pending_sleep(Duration::from_millis(ms))
            }),
        );
        let builder = Vm::builder()
            .output(Box::new(output.clone()))
            .http(http.clone())
            .module(tick);
        let mut vm = net.clock(builder).build().expect("a VM");
        let base = format!("import http, tick\nBASE = 'http://{host}:{port}'\n");
        vm.run_source(&base, "setup.py").expect("the setup runs");
        World { vm, http, output }
    }

    /// Runs a script; what was printed since the VM was made.
    pub(crate) fn run(&mut self, script: &str) -> String {
        self.try_run(script)
            .unwrap_or_else(|error| panic!("{error}"));
        self.output.text()
    }

    /// Runs a script.
    pub(crate) fn try_run(&mut self, script: &str) -> Result<(), Error> {
        self.vm.run_source(script, "test.py")
    }

    /// The value of an expression.
    pub(crate) fn eval(&mut self, expression: &str) -> Root {
        self.vm
            .eval_root(expression, ())
            .unwrap_or_else(|error| panic!("{error}"))
    }

    /// The text of a str.
    pub(crate) fn text(&mut self, root: &Root) -> String {
        let text = self.vm.enter(|cx| {
            let value = cx.load(root).expect("a value of this VM");
            let value = cx.to_str(value)?;
            Ok(cx.as_str(value).unwrap_or_default().to_owned())
        });
        text.unwrap_or_else(|error| panic!("{error}"))
    }
}

/// The exception's class and message.
pub(crate) fn raised(error: &Error) -> String {
    match error {
        Error::Fault(fault) => format!("{}: {}", fault.type_name(), fault.message()),
        other => panic!("{other}"),
    }
}
