//! The module `http` through scripts, in both drivers, and what only a real network shows.

mod net;

use miniscript_runtime::{Blame, Error, Module, Vm};
use net::{Loopback, Net, Sim, Step, World, answer, ok, raised};
use std::time::Duration;

/// Makes a test of every scenario for both networks.
macro_rules! scenarios {
    ($($name:ident)*) => {
        mod loopback { $(#[test] fn $name() { super::$name(&super::Loopback::default()); })* }
        mod simulated { $(#[test] fn $name() { super::$name(&super::Sim::default()); })* }
    };
}

scenarios! {
    framings methods responses one_connection failures slow_lookup two_tasks beneath_a_native
    cancelled timeouts dropped_while_waiting headers_and_arguments
}

fn world(net: &dyn Net, server: net::Answer) -> World {
    let port = net.serve(server);
    World::new(net, "server.test", port)
}

/// The three framings, at once and byte by byte.
fn framings(net: &dyn Net) {
    let mut world = world(
        net,
        answer(|seen| {
            let (bytes, closes) = match seen.target.rsplit('/').next() {
                Some("length") => (ok("hello world"), false),
                Some("chunked") => {
                    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
                    let body = "5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nTrailer: 1\r\n\r\n";
                    ([head, body].concat().into_bytes(), false)
                }
                _ => (b"HTTP/1.1 200 OK\r\n\r\nhello world".to_vec(), true),
            };
            let mut steps = vec![if seen.target.starts_with("/drip") {
                Step::Drip(bytes)
            } else {
                Step::Send(bytes)
            }];
            steps.extend(closes.then_some(Step::Close));
            steps
        }),
    );
    let printed = world.run(
        "for way in ['', '/drip']:\n    for kind in ['/length', '/chunked', '/close']:\n        \
         print(way + kind, http.get(BASE + way + kind))\n",
    );
    let expected = ["", "/drip"].map(|way| {
        ["/length", "/chunked", "/close"].map(|kind| format!("{way}{kind} hello world\n"))
    });
    assert_eq!(printed, expected.concat().concat());
}

/// A server that tells what it was asked.
fn echo() -> net::Answer {
    answer(|seen| {
        let text = format!("{} {} [{}]", seen.method, seen.target, seen.body);
        match seen.method.as_str() {
            "HEAD" => vec![Step::Send(
                b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n".to_vec(),
            )],
            _ => vec![Step::Send(ok(&text))],
        }
    })
}

fn methods(net: &dyn Net) {
    let printed = world(net, echo()).run(
        r#"
print(http.get(BASE + "/a?b=c"))
print(http.post(BASE + "/a", "caf\u00e9"))
print(http.post(BASE + "/a"))
print(http.put(BASE + "/a", body="x"))
print(http.delete(BASE + "/a"))
print(http.request(BASE + "/a"))
print(http.request(BASE + "/a", "PUT", "new"))
print(http.request(url=BASE + "/a", method="patch", body="p"))
head = http.head(BASE + "/a")
print(head.status, head.headers, [head.text])
"#,
    );
    assert_eq!(
        printed,
        "GET /a?b=c []\nPOST /a [caf\u{e9}]\nPOST /a []\nPUT /a [x]\nDELETE /a []\nGET /a []\n\
         PUT /a [new]\nPATCH /a [p]\n200 {'content-length': '500'} ['']\n"
    );
}

fn responses(net: &dyn Net) {
    let mut world = world(
        net,
        answer(|seen| {
            let head = match seen.target.as_str() {
                "/latin" => "200 OK\r\nContent-Type: text/plain; charset=latin-1",
                _ => "404 Not Here\r\nSet-Cookie: a=1\r\nX-Thing: T\r\nset-cookie: b=2",
            };
            let body = b"gr\xfcn";
            let mut bytes = format!("HTTP/1.1 {head}\r\nContent-Length: 4\r\n\r\n").into_bytes();
            bytes.extend_from_slice(body);
            vec![Step::Send(bytes)]
        }),
    );
    let printed = world.run(
        r#"
r = http.get(BASE + "/none#part")
print(repr(r), r.status, r.reason, r.ok, r.url == BASE + "/none")
print(r.headers)
print([str(r), r.text, r.body])
print(http.get(BASE + "/latin"), http.get(BASE + "/latin").ok, type(r).__module__, type(r).__name__)
print(f"{r}", isinstance(r, http.Response))
"#,
    );
    assert_eq!(
        printed,
        "<Response [404]> 404 Not Here False True\n\
         {'set-cookie': 'a=1, b=2', 'x-thing': 'T', 'content-length': '4'}\n\
         ['gr\u{fffd}n', 'gr\u{fffd}n', 'gr\u{fffd}n']\n\
         gr\u{fc}n True http Response\ngr\u{fffd}n True\n"
    );
}

fn one_connection(net: &dyn Net) {
    let mut world = world(net, echo());
    let printed = world.run("print(http.get(BASE))\nprint(http.get(BASE + '/2'))\n");
    assert_eq!(printed, "GET / []\nGET /2 []\n");
    assert_eq!(net.accepted(), 1);
}

/// Each failure with its class and its sentence.
fn failures(net: &dyn Net) {
    let mut world = world(
        net,
        answer(|seen| match seen.target.as_str() {
            "/half" => vec![
                Step::Send(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello".to_vec()),
                Step::Close,
            ],
            "/chunks" => vec![
                Step::Send(
                    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel".to_vec(),
                ),
                Step::Close,
            ],
            _ => vec![Step::Send(b"SSH-2.0-OpenSSH\r\n\r\n".to_vec()), Step::Close],
        }),
    );
    let closed = net.closed_port();
    let base = world.eval("BASE");
    let base = world.text(&base);
    let rows = [
        (
            format!("http.get('http://server.test:{closed}/x')"),
            format!(
                "ConnectionRefusedError: cannot fetch http://server.test:{closed}/x: \
                 connection refused"
            ),
            "(while connecting)",
        ),
        (
            "http.get('http://no-such-host.invalid/')".to_owned(),
            "OSError: cannot fetch http://no-such-host.invalid/: unknown host".to_owned(),
            "(while resolving the host name)",
        ),
        (
            "http.get(BASE + '/half')".to_owned(),
            format!(
                "ConnectionError: cannot fetch {base}/half: the server closed the connection \
                 after 5 of 10 bytes of the body"
            ),
            "(while reading the body)",
        ),
        (
            "http.get(BASE + '/chunks')".to_owned(),
            format!(
                "ConnectionError: cannot fetch {base}/chunks: the server closed the connection \
                 after 3 bytes, before the end of the body"
            ),
            "(while reading the body)",
        ),
        (
            "http.get(BASE + '/ssh')".to_owned(),
            format!("OSError: cannot fetch {base}/ssh: "),
            "(while waiting for the answer)",
        ),
        (
            "http.get('https://server.test/')".to_owned(),
            "OSError: cannot fetch https://server.test/: https needs TLS, which is not built in \
             yet; only http:// URLs can be fetched"
                .to_owned(),
            "",
        ),
        (
            "http.get('server.test')".to_owned(),
            "ValueError: cannot fetch server.test: the URL does not begin with http://".to_owned(),
            "",
        ),
    ];
    for (call, begin, end) in rows {
        let error = world.try_run(&call).expect_err("an exception");
        let text = raised(&error);
        assert!(
            text.starts_with(&begin) && text.ends_with(end),
            "{call}: {text}"
        );
    }
    // The VM goes on, and so does its client.
    assert_eq!(world.run("print(1)"), "1\n");
}

/// Ticks while the rest of a script waits.
const TICKER: &str = r#"
ticks = 0
done = False
def ticker():
    global ticks
    while not done:
        tick.sleep(10)
        ticks += 1
"#;

fn slow_lookup(net: &dyn Net) {
    let port = net.serve(echo());
    let mut world = World::new(net, "slow.test", port);
    world.run(TICKER);
    world.run("def fetch():\n    global done\n    try:\n        return http.get(BASE).text\n    finally:\n        done = True\n");
    let (ticker, fetch) = (world.eval("ticker"), world.eval("fetch"));
    let ticker = world.vm.spawn(&ticker, &[]).expect("a task");
    let fetch = world.vm.spawn(&fetch, &[]).expect("a task");
    let text = world.vm.finish(fetch).expect("an answer");
    assert_eq!(world.text(&text), "GET / []");
    world.vm.finish(ticker).expect("the ticker ends");
    let ticks = world.eval("ticks");
    let ticks: usize = world.text(&ticks).parse().expect("a number");
    assert!(ticks >= 10, "{ticks} ticks in 300 ms");
}

/// Two tasks started from Rust, on this thread.
fn two_tasks(net: &dyn Net) {
    let late = || {
        vec![
            Step::Wait(Duration::from_millis(300)),
            Step::Send(ok("late")),
        ]
    };
    let mut world = world(net, answer(move |_| late()));
    world.run("def fetch(name):\n    return name + ': ' + http.get(BASE).text\n");
    let fetch = world.eval("fetch");
    let names = [world.eval("'first'"), world.eval("'second'")];
    let tasks = names.map(|name| world.vm.spawn(&fetch, &[&name]).expect("a task"));
    let texts = tasks.map(|task| {
        let text = world.vm.finish(task).expect("an answer");
        world.text(&text)
    });
    assert_eq!(texts, ["first: late", "second: late"]);
    let busy = net.busy();
    assert!(busy < Duration::from_millis(450), "{busy:?}");
    assert!(busy >= Duration::from_millis(300), "{busy:?}");
}

/// Waiting in a key function, beneath the native sort.
fn beneath_a_native(net: &dyn Net) {
    let late = |body: &str| {
        vec![
            Step::Wait(Duration::from_millis(50)),
            Step::Send(ok(body.trim_start_matches('/'))),
        ]
    };
    let mut world = world(net, answer(move |seen| late(&seen.target)));
    world.run(TICKER);
    world.run(
        "def work():\n    global done\n    paths = ['/3', '/1', '/2']\n    \
         paths.sort(key=lambda path: http.get(BASE + path).text)\n    done = True\n    \
         return str(paths)\n",
    );
    let (ticker, work) = (world.eval("ticker"), world.eval("work"));
    let ticker = world.vm.spawn(&ticker, &[]).expect("a task");
    let work = world.vm.spawn(&work, &[]).expect("a task");
    let sorted = world.vm.finish(work).expect("a list");
    assert_eq!(world.text(&sorted), "['/1', '/2', '/3']");
    world.vm.finish(ticker).expect("the ticker ends");
    let ticks = world.eval("ticks");
    let ticks: usize = world.text(&ticks).parse().expect("a number");
    assert!(ticks >= 8, "{ticks} ticks in 150 ms");
}

/// A cancelled task takes its exchange with it.
fn cancelled(net: &dyn Net) {
    let late = || vec![Step::Wait(Duration::from_secs(20)), Step::Send(ok("late"))];
    let mut world = world(net, answer(move |_| late()));
    world.run("def fetch():\n    http.get(BASE)\ndef pause():\n    tick.sleep(50)\n");
    let (fetch, pause) = (world.eval("fetch"), world.eval("pause"));
    let fetch = world.vm.spawn(&fetch, &[]).expect("a task");
    let first = world.vm.spawn(&pause, &[]).expect("a task");
    world.vm.finish(first).expect("it ends");
    assert_eq!(world.http.counts().in_flight, 1);
    assert!(world.vm.cancel(&fetch));
    let error = world.vm.finish(fetch).map(drop).expect_err("cancelled");
    assert!(raised(&error).starts_with("CancelledError"), "{error}");
    let second = world.vm.spawn(&pause, &[]).expect("a task");
    world.vm.finish(second).expect("it ends");
    let counts = world.http.counts();
    assert_eq!((counts.in_flight, counts.connections), (0, 0));
}

fn timeouts(net: &dyn Net) {
    let mut world = world(net, answer(|_| vec![Step::Wait(Duration::from_secs(20))]));
    let printed = world.run(
        r#"
try:
    http.get(BASE, timeout=0.1)
except TimeoutError as error:
    print("after 0.1 s (limit timeout)" in str(error), isinstance(error, OSError))
"#,
    );
    assert_eq!(printed, "True True\n");
}

/// Dropping a VM whose tasks wait, with and without a native stack.
fn dropped_while_waiting(net: &dyn Net) {
    let late = || vec![Step::Wait(Duration::from_secs(20)), Step::Send(ok("late"))];
    let mut world = world(net, answer(move |_| late()));
    world.run(
        "def plain():\n    http.get(BASE)\ndef beneath():\n    [1].sort(key=lambda _: \
         http.get(BASE))\ndef pause():\n    tick.sleep(50)\n",
    );
    let functions = ["plain", "beneath", "pause"].map(|name| world.eval(name));
    let [_plain, _beneath, pause] =
        functions.map(|function| world.vm.spawn(&function, &[]).expect("a task"));
    world.vm.finish(pause).expect("it ends");
    let World { vm, http, .. } = world;
    assert_eq!(http.counts().in_flight, 2);
    drop(vm);
    http.poll(Some(Duration::ZERO));
    assert_eq!(http.counts().in_flight, 0);
}

fn headers_and_arguments(net: &dyn Net) {
    let mut world = world(
        net,
        answer(|seen| {
            let wanted = |line: &&str| line.to_lowercase().starts_with("x-");
            let lines: Vec<_> = seen.head.lines().filter(wanted).collect();
            vec![Step::Send(ok(&lines.join("|")))]
        }),
    );
    let printed = world.run(
        r#"
print(http.get(BASE, {"X-One": "1", "X-Two": "caf\u00e9"}))
print(http.post(BASE, None, headers={"x-a": " b "}, timeout=None))
def refused(*args, **kwargs):
    try:
        http.request(*args, **kwargs)
    except Exception as error:
        print(type(error).__name__, error)
refused()
refused(1)
refused("http://h/", "GE T")
refused("http://h/", body=1)
refused("http://h/", headers=[])
refused("http://h/", headers={"a": 1})
refused("http://h/", headers={"a": "b\r\nc: d"})
refused("http://h/", headers={"Content-Length": "1"})
refused("http://h/", timeout=0)
refused("http://h/", timeout=float("nan"))
refused("http://h/", timeout="1")
"#,
    );
    assert_eq!(
        printed,
        "X-One: 1|X-Two: caf\u{fffd}\nx-a: b\n\
         TypeError request() missing required argument 'url' (pos 1)\n\
         TypeError request() argument 1 must be str, not int\n\
         ValueError cannot fetch http://h/: the method 'GE T' is not a valid name\n\
         TypeError request() argument 3 must be str or bytes-like object, not int\n\
         TypeError headers must be dict, not list\n\
         TypeError header values must be str, not int\n\
         ValueError cannot fetch http://h/: the value of the header 'a' has a line end, another \
         control character or a character outside Latin-1\n\
         ValueError cannot fetch http://h/: the header 'content-length' is set by the HTTP \
         client itself\n\
         ValueError timeout must be a positive number of seconds\n\
         ValueError timeout must be a positive number of seconds\n\
         TypeError request() argument 5 must be real number, not str\n"
    );
}

/// The builder's own event loop opens the network at the first request; Ctrl-C ends the wait.
#[test]
fn an_interrupt_ends_the_wait() {
    let port = Loopback::default().serve(answer(|_| vec![Step::Wait(Duration::from_secs(20))]));
    let mut vm = Vm::builder().build().expect("a VM");
    let (handle, waker) = (vm.interrupt_handle(), vm.waker());
    let thread = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(200));
        handle.interrupt();
        waker.wake();
    });
    let script = format!("import http\nhttp.get('http://127.0.0.1:{port}/')\n");
    let error = vm.run_source(&script, "test.py").expect_err("interrupted");
    match &error {
        Error::Fault(fault) => assert_eq!(fault.blame(), Blame::Interrupt),
        other => panic!("{other}"),
    }
    thread.join().expect("no panic");
    vm.run_source("print", "test.py").expect("the VM goes on");
}

/// A task that is always ready keeps nobody from the network.
#[test]
fn a_busy_task_starves_no_request() {
    let net = Loopback::default();
    let mut world = world(&net, echo());
    world.run(
        "done = False\ndef busy():\n    while not done:\n        tick.sleep(0)\n\
         def fetch():\n    global done\n    text = http.get(BASE).text\n    tick.sleep(20)\n    \
         done = True\n    return text\n",
    );
    let (busy, fetch) = (world.eval("busy"), world.eval("fetch"));
    let busy = world.vm.spawn(&busy, &[]).expect("a task");
    let fetch = world.vm.spawn(&fetch, &[]).expect("a task");
    let text = world.vm.finish(fetch).expect("an answer");
    assert_eq!(world.text(&text), "GET / []");
    world.vm.finish(busy).expect("it ends");
}

/// The module takes none of the places for extensions, and can be left out.
#[test]
fn a_standard_module() {
    let mut builder = Vm::builder();
    for number in 0..32 {
        builder = builder.module(Module::new(format!("module{number}")));
    }
    let mut vm = builder.build().expect("a VM");
    vm.run_source("import http, module31", "test.py")
        .expect("both are there");
    let mut vm = Vm::builder().without_http().build().expect("a VM");
    let error = vm
        .run_source("import http", "test.py")
        .expect_err("it is left out");
    assert_eq!(
        raised(&error),
        "ModuleNotFoundError: No module named 'http'"
    );
}

/// An error shows the script's own lines, not the module's.
#[test]
fn a_traceback_names_the_script() {
    let net = Sim::default();
    let mut world = world(&net, echo());
    let error = world
        .try_run("def fetch():\n    http.get('http://server.test:9/')\n\nfetch()\n")
        .expect_err("refused");
    let Error::Fault(fault) = &error else {
        panic!("{error}");
    };
    assert_eq!(
        fault.traceback(),
        "Traceback (most recent call last):\n  File \"test.py\", line 4, in <module>\n  \
         File \"test.py\", line 2, in fetch\nConnectionRefusedError: cannot fetch \
         http://server.test:9/: connection refused: 10.0.0.1:9 (while connecting)\n"
    );
}
