//! The module `http` in a bare VM: the simulated network is its reactor and its clock. What
//! scripts see of both drivers is tested in the crate `miniscript-runtime`.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use miniscript_core::syntax::Mode;
use miniscript_core::{Clock, Config, Exception, Fail, Reactor, Vm};
use miniscript_ext::Module;
use miniscript_http::driver::sim::{Reply, SimNet};
use miniscript_http::{Http, Limits, script};

struct SimClock(SimNet);

impl Clock for SimClock {
    fn now(&mut self) -> Duration {
        self.0.now().since_origin()
    }
}

struct SimReactor(Http);

impl Reactor for SimReactor {
    fn wait(&mut self, timeout: Option<Duration>) -> bool {
        self.0.poll(timeout);
        true
    }
}

/// A VM whose network has the server `a.test`: it answers with `body` after 300 ms.
fn vm(body: &'static str) -> (Vm, SimNet) {
    let net = SimNet::new();
    net.host("a.test", &["10.0.0.1"]);
    net.server("10.0.0.1:80", move |_, received| {
        if !received.ends_with(b"\r\n\r\n") {
            return Vec::new();
        }
        received.clear();
        let length = body.len();
        let text = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{body}");
        vec![Reply::later(Duration::from_millis(300), text)]
    });
    let http = Http::new(net.driver(), Limits::DEFAULT);
    let mut vm = Vm::new(Config {
        clock: Some(Box::new(SimClock(net.clone()))),
        reactor: Some(Box::new(SimReactor(http.clone()))),
        waker: http.waker(),
        ..Config::default()
    })
    .expect("a VM");
    vm.add_standard(script::module(move || Ok(http.clone())).build())
        .expect("good names");
    (vm, net)
}

/// Runs a script as `__main__`; the error's class and message.
fn run(vm: &mut Vm, source: &str) -> Result<(), String> {
    let fault = |fault: miniscript_core::Fault| {
        let (class, message) = (fault.type_name(), fault.message());
        format!("{class}: {message}")
    };
    let chunk = vm
        .compile(source.as_bytes(), "test.py", Mode::Module)
        .map_err(fault)?;
    let task = vm
        .spawn_chunk(&chunk, "__main__", None, true)
        .map_err(fault)?;
    vm.finish(task).map(|_| ()).map_err(fault)
}

#[test]
fn a_virtual_clock_passes_while_a_script_waits() {
    let (mut vm, net) = vm("hi");
    run(
        &mut vm,
        "import http\nassert str(http.get('http://a.test/')) == 'hi'\n\
         assert http.get('http://a.test/').text == 'hi'\n",
    )
    .expect("no error");
    assert_eq!(net.now().since_origin(), Duration::from_millis(600));
    assert_eq!(net.accepted("10.0.0.1:80"), 1);
    assert_eq!(vm.most_native_stacks(), 1);
}

#[test]
fn json_is_read_by_the_module_of_that_name() {
    let (mut vm, _net) = vm("[1, 2]");
    let script = "import http\nvalue = http.get('http://a.test/').json()\n";
    let error = run(&mut vm, script).expect_err("no such module");
    assert_eq!(error, "ModuleNotFoundError: No module named 'json'");
    let seen = Arc::new(Mutex::new(String::new()));
    let theirs = seen.clone();
    let json = Module::new("json").function("loads", move |text: String| {
        *theirs.lock().expect("no panic") = text;
        42
    });
    vm.register(json.build()).expect("a free name");
    run(&mut vm, &format!("{script}assert value == 42\n")).expect("no error");
    assert_eq!(*seen.lock().expect("no panic"), "[1, 2]");
}

#[test]
fn a_client_that_cannot_be_made_is_an_exception() {
    let mut vm = Vm::new(Config::default()).expect("a VM");
    let none = || Err(Fail::new(Exception::OSError, "the network cannot be used"));
    vm.add_standard(script::module(none).build())
        .expect("good names");
    let error = run(&mut vm, "import http\nhttp.get('http://a.test/')\n").expect_err("no network");
    assert_eq!(error, "OSError: the network cannot be used");
}

#[test]
fn requests_survive_a_script_that_spoils_the_module() {
    let (mut vm, _net) = vm("hi");
    run(
        &mut vm,
        "import http\nget = http.get\nhttp.Response = None\nhttp.__dict__.clear()\n\
         assert str(get('http://a.test/')) == 'hi'\n",
    )
    .expect("no error");
}

#[test]
fn the_module_works_while_every_allocation_collects() {
    let (mut vm, _net) = vm("hi");
    vm.set_stress(true);
    run(
        &mut vm,
        "import http\nfor _ in range(3):\n    r = http.get('http://a.test/', {'x-a': 'b'})\n    \
         assert (r.text, r.headers) == ('hi', {'content-length': '2'})\n",
    )
    .expect("no error");
}

#[test]
fn a_connection_that_never_opens_ends_in_time() {
    let (mut vm, net) = vm("hi");
    net.hole("10.0.0.9:80");
    net.host("hole.test", &["10.0.0.9"]);
    let error = run(&mut vm, "import http\nhttp.get('http://hole.test/')\n").expect_err("a hole");
    assert!(
        error.starts_with("TimeoutError: cannot fetch http://hole.test/"),
        "{error}"
    );
}
