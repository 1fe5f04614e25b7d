//! Fetches URLs, all at once, and prints each answer's head and size:
//! `cargo run -p miniscript-http --features mio --example fetch -- http://127.0.0.1:8000/`

use std::process::ExitCode;

use miniscript_http::driver::mio::MioDriver;
use miniscript_http::{Http, Limits, Request};

fn main() -> Result<ExitCode, std::io::Error> {
    let http = Http::new(MioDriver::new()?, Limits::DEFAULT);
    let requests: Vec<_> = std::env::args()
        .skip(1)
        .map(|url| Request::get(&url))
        .collect();
    let mut under_way = Vec::new();
    let mut failed = false;
    for request in requests {
        match request {
            Ok(request) => under_way.push(http.start(request)),
            Err(error) => {
                eprintln!("{error}");
                failed = true;
            }
        }
    }
    while !under_way.is_empty() {
        http.poll(None);
        under_way.retain_mut(|exchange| match exchange.try_take() {
            None => true,
            Some(Ok(response)) => {
                println!("{}: {} {}", response.url, response.status, response.reason);
                for (name, value) in response.headers.iter() {
                    println!("  {name}: {value}");
                }
                println!("  ({} bytes)", response.body.len());
                false
            }
            Some(Err(error)) => {
                eprintln!("{error}");
                failed = true;
                false
            }
        });
    }
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}
