//! What the client promises beyond single exchanges, in the simulated network: order, limits,
//! timeouts, the pool, and futures.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use miniscript_http::driver::sim::{Faults, Reply, SimNet};
use miniscript_http::{Cause, ExchangeFuture, Http, Limits, Phase, Request, Response};

const SECOND: Duration = Duration::from_secs(1);

/// A network whose server `a.test` answers `hi` to each request, after a while.
fn net(delay: Duration) -> SimNet {
    let net = SimNet::new();
    net.host("a.test", &["10.0.0.1"]);
    net.server("10.0.0.1:80", answer_hi(delay));
    net
}

fn answer_hi(delay: Duration) -> impl FnMut(usize, &mut Vec<u8>) -> Vec<Reply> + Send {
    move |_, received| {
        let mut requests = 0;
        while let Some(end) = received.windows(4).position(|window| window == b"\r\n\r\n") {
            received.drain(..end + 4);
            requests += 1;
        }
        let hi = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi";
        (0..requests).map(|_| Reply::later(delay, hi)).collect()
    }
}

fn get(url: &str) -> Request {
    Request::get(url).expect("a good URL")
}

/// Polls until so much virtual time has passed: a single poll may return early.
fn pass(net: &SimNet, http: &Http, time: Duration) {
    let end = net.now() + time;
    while net.now() < end {
        http.poll(Some(end.since(net.now())));
    }
    http.poll(Some(Duration::ZERO));
}

fn run(http: &Http, future: &mut ExchangeFuture) -> Result<Response, miniscript_http::Error> {
    for _ in 0..1_000_000 {
        if let Some(outcome) = future.try_take() {
            return outcome;
        }
        http.poll(None);
    }
    panic!("the exchange never ends");
}

#[test]
fn no_more_than_the_limit_are_in_flight() {
    let net = net(SECOND);
    let http = Http::new(
        net.driver(),
        Limits {
            idle_total: 0,
            ..Limits::DEFAULT
        },
    );
    let mut futures: Vec<_> = (0..300)
        .map(|_| http.start(get("http://a.test/")))
        .collect();
    http.poll(Some(Duration::ZERO));
    assert_eq!((http.counts().in_flight, http.counts().queued), (256, 44));
    let mut peak = 0;
    while http.counts().in_flight > 0 {
        http.poll(None);
        peak = peak.max(net.open_connections());
    }
    assert_eq!(peak, 256);
    for future in &mut futures {
        assert_eq!(
            future
                .try_take()
                .expect("it is over")
                .expect("an answer")
                .text(),
            "hi"
        );
    }
    assert_eq!(net.now().since_origin(), 2 * SECOND, "two waves");
}

#[test]
fn a_full_queue_refuses() {
    let net = net(SECOND);
    let http = Http::new(
        net.driver(),
        Limits {
            in_flight: 1,
            queued: 1,
            ..Limits::DEFAULT
        },
    );
    let mut futures: Vec<_> = (0..3).map(|_| http.start(get("http://a.test/"))).collect();
    let error = run(&http, &mut futures[2]).expect_err("there is no place");
    assert_eq!(
        error.to_string(),
        "cannot fetch http://a.test/: the queue of requests exceeds the limit queued of 1 \
         (while queued)"
    );
    assert!(run(&http, &mut futures[1]).is_ok());
}

#[test]
fn lookups_of_one_name_are_shared() {
    let net = net(SECOND);
    let http = Http::new(net.driver(), Limits::DEFAULT);
    let mut futures: Vec<_> = (0..20).map(|_| http.start(get("http://A.test/"))).collect();
    for future in &mut futures {
        assert!(run(&http, future).is_ok());
    }
    assert_eq!(net.lookups(), ["a.test"]);
    assert!(http.fetch(get("http://10.0.0.1/")).is_ok());
    assert_eq!(net.lookups().len(), 1, "an address needs no lookup");
}

#[test]
fn addresses_are_tried_in_order_until_one_works() {
    let net = net(Duration::ZERO);
    net.host("many.test", &["10.0.0.9", "10.0.0.8", "10.0.0.1"]);
    net.hole("10.0.0.8:80");
    let limits = Limits {
        connect_time: 3 * SECOND,
        ..Limits::DEFAULT
    };
    let http = Http::new(net.driver(), limits);
    assert_eq!(
        http.fetch(get("http://many.test/"))
            .expect("an answer")
            .text(),
        "hi"
    );
    assert_eq!(
        net.now().since_origin(),
        3 * SECOND,
        "one refused, one swallowed"
    );

    net.host("none.test", &["10.0.0.9", "fd00::9"]);
    let error = http
        .fetch(get("http://none.test/"))
        .expect_err("nobody listens");
    assert_eq!(
        error.to_string(),
        "cannot fetch http://none.test/: connection refused: [fd00::9]:80, the last of 2 \
         addresses (while connecting)"
    );
    let error = http
        .fetch(get("http://10.0.0.8/"))
        .expect_err("nobody answers");
    assert_eq!(
        error.to_string(),
        "cannot fetch http://10.0.0.8/: no success after 3 s (limit connect_time) \
         (while connecting)"
    );
    assert_eq!(net.open_connections(), 1, "only the idle one is left");
}

#[test]
fn the_whole_exchange_has_a_limit() {
    let net = SimNet::new();
    // One byte each second, for ever: no single wait is long.
    net.server("10.0.0.1:80", |_, received| {
        received.clear();
        let mut replies = vec![Reply::bytes("HTTP/1.1 200 OK\r\n\r\n")];
        replies.extend((0..1000).map(|_| Reply::later(SECOND, "x")));
        replies
    });
    let http = Http::new(
        net.driver(),
        Limits {
            exchange_time: 30 * SECOND,
            ..Limits::DEFAULT
        },
    );
    let error = http
        .fetch(get("http://10.0.0.1/"))
        .expect_err("it never ends");
    assert_eq!(error.phase(), Some(Phase::Reading));
    assert_eq!(
        error.cause(),
        &Cause::Timeout {
            limit: "exchange_time",
            after: 30 * SECOND
        }
    );
    assert_eq!(
        (net.now().since_origin(), net.open_connections()),
        (30 * SECOND, 0)
    );
}

#[test]
fn a_name_service_that_never_answers_ends_by_the_limit() {
    let net = SimNet::new();
    net.slow_host("a.test", &["10.0.0.1"], 4000 * SECOND);
    let http = Http::new(net.driver(), Limits::DEFAULT);
    let error = http.fetch(get("http://a.test/")).expect_err("no answer");
    assert_eq!(error.phase(), Some(Phase::Resolving));
}

#[test]
fn idle_connections_close_in_time_and_in_number() {
    let net = net(Duration::ZERO);
    let limits = Limits {
        idle_per_origin: 3,
        idle_time: 10 * SECOND,
        ..Limits::DEFAULT
    };
    let http = Http::new(net.driver(), limits);
    let mut futures: Vec<_> = (0..8).map(|_| http.start(get("http://a.test/"))).collect();
    for future in &mut futures {
        assert!(run(&http, future).is_ok());
    }
    assert_eq!((http.counts().idle, net.open_connections()), (3, 3));
    pass(&net, &http, 9 * SECOND);
    assert_eq!(net.open_connections(), 3);
    pass(&net, &http, 2 * SECOND);
    assert_eq!((http.counts().idle, net.open_connections()), (0, 0));
}

#[test]
fn bytes_that_nobody_asked_for_end_the_connection() {
    let net = SimNet::new();
    net.server("10.0.0.1:80", |_, received| {
        received.clear();
        vec![
            Reply::bytes("HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\na"),
            Reply::later(SECOND, "HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nevil"),
        ]
    });
    net.server("10.0.0.2:80", |_, received| {
        received.clear();
        vec![Reply::bytes(
            "HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\naHTTP/1.1 200 OK\r\n\r\n",
        )]
    });
    let http = Http::new(net.driver(), Limits::DEFAULT);
    for address in ["10.0.0.1", "10.0.0.2"] {
        for _ in 0..2 {
            let response = http
                .fetch(get(&format!("http://{address}/")))
                .expect("an answer");
            assert_eq!(response.text(), "a");
            pass(&net, &http, 2 * SECOND);
        }
        assert_eq!(net.accepted(&format!("{address}:80")), 2);
    }
    assert_eq!(http.counts().connections, 0);
}

#[test]
fn a_reset_is_told() {
    let net = SimNet::new();
    net.server("10.0.0.1:80", |_, received| {
        received.clear();
        vec![
            Reply::bytes("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc"),
            Reply::reset(),
        ]
    });
    let http = Http::new(net.driver(), Limits::DEFAULT);
    let error = http.fetch(get("http://10.0.0.1/")).expect_err("it is cut");
    assert_eq!(
        error.to_string(),
        "cannot fetch http://10.0.0.1/: connection reset by the server (while reading the body)"
    );
}

#[test]
fn an_answer_that_comes_before_a_reset_is_read() {
    let net = SimNet::new();
    net.faults(Faults {
        send_bytes: 1000,
        ..Faults::default()
    });
    let mut answered = false;
    net.server("10.0.0.1:80", move |_, received| {
        received.clear();
        if std::mem::replace(&mut answered, true) {
            return vec![];
        }
        vec![
            Reply::bytes("HTTP/1.1 413 No\r\ncontent-length: 2\r\n\r\nno"),
            Reply::reset(),
        ]
    });
    let http = Http::new(net.driver(), Limits::DEFAULT);
    let request = Request::post("http://10.0.0.1/", vec![b'x'; 100_000]).expect("a good URL");
    assert_eq!(http.fetch(request).expect("an answer").status, 413);
    assert_eq!(http.counts().connections, 0);
}

#[test]
fn the_same_seed_gives_the_same_run() {
    let story = |seed| {
        let net = net(Duration::from_millis(7));
        net.faults(Faults {
            seed,
            latency: Duration::from_millis(1),
            ..Faults::default()
        });
        let http = Http::new(
            net.driver(),
            Limits {
                in_flight: 5,
                ..Limits::DEFAULT
            },
        );
        let mut futures: Vec<_> = (0..40).map(|_| http.start(get("http://a.test/"))).collect();
        let mut ends = Vec::new();
        while ends.len() < futures.len() {
            http.poll(None);
            for (index, future) in futures.iter_mut().enumerate() {
                if let Some(outcome) = future.try_take() {
                    assert_eq!(outcome.expect("an answer").text(), "hi");
                    ends.push((net.now(), index));
                }
            }
        }
        ends
    };
    assert_eq!(story(7), story(7));
}

#[derive(Default)]
struct Count(AtomicUsize);

impl Wake for Count {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn a_future_is_woken_once_and_resolves() {
    let net = net(SECOND);
    let http = Http::new(net.driver(), Limits::DEFAULT);
    let count = Arc::new(Count::default());
    let waker = Waker::from(count.clone());
    let mut cx = Context::from_waker(&waker);
    let mut future = pin!(http.start(get("http://a.test/")));
    for _ in 0..3 {
        assert!(future.as_mut().poll(&mut cx).is_pending());
    }
    while count.0.load(Ordering::SeqCst) == 0 {
        http.poll(None);
    }
    match future.as_mut().poll(&mut cx) {
        Poll::Ready(Ok(response)) => assert_eq!(response.text(), "hi"),
        other => panic!("{other:?}"),
    }
    assert_eq!(count.0.load(Ordering::SeqCst), 1);
    assert!(
        matches!(future.as_mut().poll(&mut cx), Poll::Ready(Err(_))),
        "but only once"
    );
}

#[test]
fn the_clock_moves_no_further_than_asked() {
    let net = net(10 * SECOND);
    let http = Http::new(net.driver(), Limits::DEFAULT);
    let mut future = http.start(get("http://10.0.0.1/"));
    http.poll(Some(SECOND));
    http.poll(Some(SECOND));
    http.poll(Some(SECOND));
    assert!(net.now().since_origin() <= 3 * SECOND);
    assert!(run(&http, &mut future).is_ok());
    assert_eq!(net.now().since_origin(), 10 * SECOND);
}
