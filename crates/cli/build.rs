//! The executables are hosts: plugins that they load must find the `joy_*` functions in them. And
//! on Linux their code is laid out so that little of it is resident (`layout.ld`).

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=layout.ld");
    // For `cargo xtask bench --layout`: what lies where.
    println!("cargo:rerun-if-env-changed=MINISCRIPT_LINK_MAP");
    if let Ok(map) = std::env::var("MINISCRIPT_LINK_MAP") {
        println!("cargo:rustc-link-arg-bin=miniscript=-Wl,-Map={map}");
    }
    let system = std::env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    match system.as_str() {
        // A plugin for Windows gets a table of addresses instead.
        "windows" | "none" => {}
        "macos" | "ios" => println!("cargo:rustc-link-arg-bins=-Wl,-export_dynamic"),
        _ => println!("cargo:rustc-link-arg-bins=-Wl,--export-dynamic-symbol=joy_*"),
    }
    if system == "linux" && optimised() {
        own_unwinder();
    }
    if system == "linux" && optimised() && !other_linker() {
        let folder = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
        println!("cargo:rustc-link-arg-bins=-Wl,-T,{folder}/layout.ld");
        if knows_packed_relocations() {
            // Thousands of pointers in tables of natives: relocated from four kilobytes instead
            // of a quarter of a megabyte.
            println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
        }
    }
}

/// Takes the unwinder in, where it is there to be taken in: one library less to load, which is a
/// tenth of the start and a hundred kilobytes. The compiler asks for `-lgcc_s`, so what stands in
/// for it is found first.
fn own_unwinder() {
    let target = std::env::var("CARGO_CFG_TARGET_ENV").unwrap_or_default();
    if target != "gnu" || !runs_here() {
        return;
    }
    let found = ["libgcc_eh.a", "libgcc.a"].map(|name| {
        // What the compiler does not find it answers with the bare name.
        told("cc", &format!("-print-file-name={name}")).filter(|path| path.starts_with('/'))
    });
    let [Some(unwinder), Some(helpers)] = found else {
        return;
    };
    let folder = std::env::var("OUT_DIR").unwrap_or_default();
    let instead = format!("GROUP({unwinder} {helpers})\n");
    if std::fs::write(format!("{folder}/libgcc_s.so"), instead).is_ok() {
        println!("cargo:rustc-link-arg-bins=-L{folder}");
    }
}

/// Whether the C library here, where the executables are to run, is glibc 2.36 or newer.
fn knows_packed_relocations() -> bool {
    let version = told("getconf", "GNU_LIBC_VERSION").unwrap_or_default();
    let minor = version.strip_prefix("glibc 2.");
    runs_here()
        && minor
            .and_then(|minor| minor.parse().ok())
            .is_some_and(|minor: u32| minor >= 36)
}

/// Whether the executables are made for the system that makes them.
fn runs_here() -> bool {
    std::env::var("HOST") == std::env::var("TARGET")
}

/// What a program answers.
fn told(program: &str, question: &str) -> Option<String> {
    let asked = std::process::Command::new(program).arg(question).output();
    let answer = String::from_utf8(asked.ok()?.stdout).ok()?;
    Some(answer.trim().to_owned())
}

/// Whether this is a build whose layout matters: one without optimisation has other functions.
fn optimised() -> bool {
    std::env::var("OPT_LEVEL").is_ok_and(|level| level != "0")
}

/// Whether somebody has chosen a linker that does not read linker scripts.
fn other_linker() -> bool {
    let flags = std::env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    ["mold", "gold", "wild"]
        .iter()
        .any(|linker| flags.contains(&format!("fuse-ld={linker}")))
}
