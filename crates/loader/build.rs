//! The test programs are hosts: plugins that they load must find the `joy_*` functions in them.
//! An executable that links this crate needs the same lines with `-bins` for `-tests`.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let system = std::env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    match system.as_str() {
        // A plugin for Windows gets a table of addresses instead.
        "windows" | "none" => {}
        "macos" | "ios" => println!("cargo:rustc-link-arg-tests=-Wl,-export_dynamic"),
        _ => println!("cargo:rustc-link-arg-tests=-Wl,--export-dynamic-symbol=joy_*"),
    }
}
