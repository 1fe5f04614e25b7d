//! The scenarios over real sockets of the loopback, and what only the mio driver promises.

mod common;

use std::net::{IpAddr, Ipv4Addr, TcpListener};
use std::time::{Duration, Instant};

use common::server::TcpServer;
use common::{Answer, Net, Server, ok, send};
use miniscript_http::driver::mio::{MioDriver, Resolve, SystemResolver};
use miniscript_http::{ExchangeFuture, Failure, Http, Limits, Request};

struct Loopback;

impl Net for Loopback {
    fn serve(&self, answer: Answer) -> Box<dyn Server> {
        Box::new(TcpServer::start(answer))
    }

    fn http(&self, limits: Limits) -> Http {
        Http::new(MioDriver::with_resolver(resolve).expect("a poll"), limits)
    }

    fn closed_port(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.local_addr().expect("an address").to_string()
    }
}

fn resolve(host: &str) -> Result<Vec<IpAddr>, Failure> {
    if host == "slow.test" {
        std::thread::sleep(Duration::from_millis(320));
    }
    if host.ends_with(".test") {
        return Ok(vec![IpAddr::V4(Ipv4Addr::LOCALHOST)]);
    }
    SystemResolver.resolve(host)
}

scenarios!(Loopback, 64);

#[test]
fn handles_and_futures_are_send() {
    fn is_send<T: Send + 'static>() {}
    fn is_sync<T: Sync>() {}
    is_send::<Http>();
    is_sync::<Http>();
    is_send::<ExchangeFuture>();
}

#[test]
fn the_system_finds_localhost() {
    let server = TcpServer::start(|_, _| vec![send(ok("hi"))]);
    let http = Http::new(MioDriver::new().expect("a poll"), Limits::DEFAULT);
    let url = format!(
        "http://{}",
        server.authority().replace("server.test", "localhost")
    );
    let response = http
        .fetch(Request::get(&url).expect("a good URL"))
        .expect("an answer");
    assert_eq!(response.text(), "hi");
}

#[test]
fn addresses_are_tried_in_order() {
    let server = TcpServer::start(|_, _| vec![send(ok("hi"))]);
    // 127.0.0.2 answers to nobody's port, but belongs to the loopback where Linux runs it.
    let resolver = |_: &str| {
        Ok(vec![
            IpAddr::from([127, 0, 0, 2]),
            IpAddr::from([127, 0, 0, 1]),
        ])
    };
    let driver = MioDriver::with_resolver(resolver).expect("a poll");
    let http = Http::new(
        driver,
        Limits {
            connect_time: Duration::from_secs(1),
            ..Limits::DEFAULT
        },
    );
    let url = format!("http://{}", server.authority());
    let response = http
        .fetch(Request::get(&url).expect("a good URL"))
        .expect("an answer");
    assert_eq!(response.text(), "hi");
}

#[test]
fn the_waker_ends_a_sleep() {
    let http = Loopback.http(Limits::DEFAULT);
    let waker = http.waker();
    let start = Instant::now();
    let thread = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(30));
        waker.wake();
    });
    http.poll(Some(Duration::from_secs(20)));
    assert!(start.elapsed() < Duration::from_secs(10));
    thread.join().expect("no panic");
    let start = Instant::now();
    http.poll(Some(Duration::from_millis(40)));
    assert!(
        start.elapsed() >= Duration::from_millis(30),
        "a wake ends one sleep"
    );
}

#[test]
fn several_threads_fetch_through_one_client() {
    let server = TcpServer::start(|_, seen| {
        vec![
            common::Step::Wait(Duration::from_millis(20)),
            send(ok(&seen.target)),
        ]
    });
    let http = Loopback.http(Limits::DEFAULT);
    let threads: Vec<_> = (0..8)
        .map(|n| {
            let (http, url) = (http.clone(), format!("http://{}/{n}", server.authority()));
            std::thread::spawn(move || {
                for _ in 0..5 {
                    let request = Request::get(&url).expect("a good URL");
                    let response = http.fetch(request).expect("an answer");
                    assert_eq!(response.text(), format!("/{n}"));
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().expect("no panic");
    }
}

#[test]
fn more_slow_lookups_than_threads_still_end() {
    let resolver = |_: &str| {
        std::thread::sleep(Duration::from_millis(10));
        Ok(vec![IpAddr::V4(Ipv4Addr::LOCALHOST)])
    };
    let server = TcpServer::start(|_, _| vec![send(ok("hi"))]);
    let http = Http::new(
        MioDriver::with_resolver(resolver).expect("a poll"),
        Limits::DEFAULT,
    );
    let port = server.authority().replace("server.test:", "");
    let futures = (0..100)
        .map(|n| Request::get(&format!("http://h{n}.test:{port}/")).expect("a good URL"))
        .map(|request| http.start(request));
    for result in common::finish_all(&http, futures.collect()) {
        assert_eq!(result.expect("an answer").text(), "hi");
    }
}
