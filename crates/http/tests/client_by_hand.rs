//! The client without any driver: what it asks for, step by step, and that reports which come too
//! late, twice or for nothing change nothing.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use miniscript_http::client::{Action, Client, ConnectionId};
use miniscript_http::{Failure, FailureKind, Limits, Request, Time};

const ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 1));
const NOW: Time = Time::ZERO;

fn actions(client: &mut Client) -> Vec<Action> {
    std::iter::from_fn(|| client.next_action()).collect()
}

fn get(url: &str) -> Request {
    Request::get(url).expect("a good URL")
}

/// Submits, resolves and connects; the connection.
fn connect(client: &mut Client) -> ConnectionId {
    client.submit(get("http://a.test/"), NOW);
    let lookup = match actions(client).as_slice() {
        [Action::Resolve(lookup, host)] if host == "a.test" => *lookup,
        other => panic!("{other:?}"),
    };
    client.resolved(lookup, Ok(vec![ADDRESS]), NOW);
    let connection = match actions(client).as_slice() {
        [Action::Connect(id, to)] if *to == SocketAddr::new(ADDRESS, 80) => *id,
        other => panic!("{other:?}"),
    };
    assert!(
        client.outgoing(connection).is_empty(),
        "nothing is sent before it is open"
    );
    client.connected(connection);
    assert_eq!(actions(client), [Action::Send(connection)]);
    connection
}

fn send_all(client: &mut Client, connection: ConnectionId) -> usize {
    let mut all = 0;
    loop {
        let count = client.outgoing(connection).len().min(10);
        if count == 0 {
            return all;
        }
        client.sent(connection, count);
        all += count;
    }
}

#[test]
fn one_exchange() {
    let mut client = Client::new(Limits::DEFAULT);
    let connection = connect(&mut client);
    assert!(send_all(&mut client, connection) > 50);
    client.received(connection, b"HTTP/1.1 200 OK\r\ncontent-le", NOW);
    client.received(connection, b"ngth: 3\r\n\r\na", NOW);
    assert_eq!(actions(&mut client), []);
    client.received(connection, b"bc", NOW);
    match actions(&mut client).as_slice() {
        [Action::Finished(_, Ok(response))] => assert_eq!(response.body, b"abc"),
        other => panic!("{other:?}"),
    }
    assert_eq!((client.idle_connections(), client.in_flight()), (1, 0));

    // The next exchange finds it; the server has gone; a fresh connection is opened, once.
    client.submit(get("http://a.test/2"), NOW);
    assert_eq!(actions(&mut client), [Action::Send(connection)]);
    client.closed(connection, NOW);
    match actions(&mut client).as_slice() {
        [Action::Abort(old), Action::Resolve(..)] => assert_eq!(*old, connection),
        other => panic!("{other:?}"),
    }
}

#[test]
fn late_reports_change_nothing() {
    let mut client = Client::new(Limits::DEFAULT);
    let connection = connect(&mut client);
    client.failed(connection, Failure::new(FailureKind::Reset, ""), NOW);
    let ended = actions(&mut client);
    assert!(matches!(
        ended.as_slice(),
        [Action::Abort(_), Action::Finished(_, Err(_))]
    ));
    for _ in 0..2 {
        client.connected(connection);
        client.sent(connection, 1_000);
        client.send_failed(connection);
        client.received(connection, b"HTTP/1.1 200 OK\r\n\r\n", NOW);
        client.closed(connection, NOW);
        client.failed(connection, Failure::new(FailureKind::Reset, ""), NOW);
        client.advance(NOW + Duration::from_secs(100_000));
        assert!(client.outgoing(connection).is_empty());
    }
    assert_eq!(actions(&mut client), []);
    assert_eq!((client.in_flight(), client.open_connections()), (0, 0));
}

#[test]
fn cancelled_in_every_phase() {
    let limits = Limits {
        in_flight: 1,
        ..Limits::DEFAULT
    };
    // Queued.
    let mut client = Client::new(limits);
    let first = client.submit(get("http://a.test/"), NOW);
    let second = client.submit(get("http://a.test/"), NOW);
    assert_eq!((client.in_flight(), client.queued()), (1, 1));
    client.cancel(second, NOW);
    assert_eq!((client.in_flight(), client.queued()), (1, 0));
    // Resolving: the lookup's end finds nobody.
    let lookup = match actions(&mut client).as_slice() {
        [Action::Resolve(lookup, _)] => *lookup,
        other => panic!("{other:?}"),
    };
    client.cancel(first, NOW);
    client.resolved(lookup, Ok(vec![ADDRESS]), NOW);
    assert_eq!((actions(&mut client), client.in_flight()), (vec![], 0));
    // Connecting.
    let third = client.submit(get("http://10.0.0.1/"), NOW);
    let connection = match actions(&mut client).as_slice() {
        [Action::Connect(id, _)] => *id,
        other => panic!("{other:?}"),
    };
    client.cancel(third, NOW);
    client.cancel(third, NOW);
    client.connected(connection);
    assert_eq!(actions(&mut client), [Action::Abort(connection)]);
}

#[test]
fn deadlines() {
    let mut client = Client::new(Limits::DEFAULT);
    assert_eq!(client.next_deadline(), None);
    client.submit(get("http://a.test/").timeout(Duration::from_secs(5)), NOW);
    assert_eq!(
        client.next_deadline(),
        Some(Time::new(Duration::from_secs(5)))
    );
    client.advance(Time::new(Duration::from_millis(4_999)));
    assert_eq!(client.in_flight(), 1);
    client.advance(Time::new(Duration::from_secs(5)));
    assert_eq!((client.in_flight(), client.next_deadline()), (0, None));
    client.submit(get("http://a.test/").timeout(Duration::MAX), NOW);
    assert_eq!(client.next_deadline(), None, "never");
}
