//! What the compiler refuses, as tests: each misuse stands beside a twin that
//! differs in the misuse alone and compiles, so that it is refused for that reason.
//!
//! # A Local cannot leave its activation
//! ```
//! # use miniscript_core::{Config, Vm};
//! # let mut vm = Vm::new(Config::default()).unwrap();
//! let mut kept = None;
//! vm.enter(|cx| { let x = cx.int(1)?; kept = Some(cx.keep(x)?); Ok(()) }).unwrap();
//! # assert!(kept.is_some());
//! ```
//! ```compile_fail,E0521
//! # use miniscript_core::{Config, Vm};
//! # let mut vm = Vm::new(Config::default()).unwrap();
//! let mut kept = None;
//! vm.enter(|cx| { let x = cx.int(1)?; kept = Some(x); Ok(()) }).unwrap();
//! # assert!(kept.is_some());
//! ```
//! Neither can it be its result:
//! ```compile_fail
//! # use miniscript_core::{Config, Vm};
//! # let mut vm = Vm::new(Config::default()).unwrap();
//! vm.enter(|cx| cx.int(1)).unwrap();
//! ```
//!
//! # Nor can what it lends
//! ```
//! # use miniscript_core::{Config, Vm};
//! # let mut vm = Vm::new(Config::default()).unwrap();
//! let mut kept = None;
//! vm.enter(|cx| { let x = cx.str("ab")?; kept = cx.as_str(x).map(String::from); Ok(()) }).unwrap();
//! # assert!(kept.is_some());
//! ```
//! ```compile_fail,E0521
//! # use miniscript_core::{Config, Vm};
//! # let mut vm = Vm::new(Config::default()).unwrap();
//! let mut kept = None;
//! vm.enter(|cx| { let x = cx.str("ab")?; kept = cx.as_str(x); Ok(()) }).unwrap();
//! # assert!(kept.is_some());
//! ```
//!
//! # A Local cannot enter another VM
//! ```
//! # use miniscript_core::{Config, Vm};
//! # let mut one = Vm::new(Config::default()).unwrap();
//! # let mut two = Vm::new(Config::default()).unwrap();
//! one.enter(|a| {
//!     let x = a.int(1)?;
//!     two.enter(|b| { let x = b.int(1)?; b.list(&[x]).map(|_| ()) }).unwrap();
//!     a.list(&[x]).map(|_| ())
//! }).unwrap();
//! ```
//! ```compile_fail
//! # use miniscript_core::{Config, Vm};
//! # let mut one = Vm::new(Config::default()).unwrap();
//! # let mut two = Vm::new(Config::default()).unwrap();
//! one.enter(|a| {
//!     let x = a.int(1)?;
//!     two.enter(|b| { let _y = b.int(1)?; b.list(&[x]).map(|_| ()) }).unwrap();
//!     a.list(&[x]).map(|_| ())
//! }).unwrap();
//! ```
//! A Root can be shown to another VM, which refuses it:
//! ```
//! # use miniscript_core::{Config, Vm};
//! # let mut one = Vm::new(Config::default()).unwrap();
//! # let mut two = Vm::new(Config::default()).unwrap();
//! let root = one.enter(|cx| { let x = cx.int(1)?; cx.keep(x) }).unwrap();
//! two.enter(|cx| { assert!(cx.load(&root).is_none()); Ok(()) }).unwrap();
//! ```
//!
//! # A Local of a scope cannot leave it; outer ones enter
//! ```
//! # use miniscript_core::{Config, Vm};
//! # let mut vm = Vm::new(Config::default()).unwrap();
//! vm.enter(|cx| {
//!     let outer = cx.list(&[])?;
//!     cx.scope(|cx| { let x = cx.int(1)?; cx.list_push(outer, x) })
//! }).unwrap();
//! ```
//! ```compile_fail
//! # use miniscript_core::{Config, Vm};
//! # let mut vm = Vm::new(Config::default()).unwrap();
//! vm.enter(|cx| {
//!     let inner = cx.scope(|cx| cx.int(1))?;
//!     cx.list(&[inner]).map(|_| ())
//! }).unwrap();
//! ```
//! ```compile_fail
//! # use miniscript_core::{Config, Vm};
//! # let mut vm = Vm::new(Config::default()).unwrap();
//! vm.enter(|cx| {
//!     let mut outer = cx.list(&[])?;
//!     cx.scope(|cx| { outer = cx.int(1)?; Ok(()) })
//! }).unwrap();
//! ```
//!
//! # A borrowed Value cannot live across a call into the VM
//! ```
//! # use miniscript_core::{Config, Vm};
//! # let mut vm = Vm::new(Config::default()).unwrap();
//! vm.enter(|cx| {
//!     let x = cx.int(1)?;
//!     let is_none = cx.get(x).is_none();
//!     cx.list(&[x])?;
//!     assert!(!is_none);
//!     Ok(())
//! }).unwrap();
//! ```
//! ```compile_fail,E0502
//! # use miniscript_core::{Config, Vm};
//! # let mut vm = Vm::new(Config::default()).unwrap();
//! vm.enter(|cx| {
//!     let x = cx.int(1)?;
//!     let value = cx.get(x);
//!     cx.list(&[x])?;
//!     assert!(!value.is_none());
//!     Ok(())
//! }).unwrap();
//! ```
//!
//! # Threads
//! A VM, a Local and a Context stay on their thread; a Module and a Root do not.
//! ```
//! fn is_send<T: Send>() {}
//! is_send::<miniscript_core::Module>();
//! is_send::<miniscript_core::Root>();
//! is_send::<miniscript_core::InterruptHandle>();
//! ```
//! ```compile_fail,E0277
//! fn is_send<T: Send>() {}
//! is_send::<miniscript_core::Vm>();
//! ```
//! ```compile_fail,E0277
//! fn is_send<T: Send>() {}
//! is_send::<miniscript_core::Local<'static>>();
//! ```
//! ```compile_fail,E0277
//! fn is_send<T: Send>() {}
//! is_send::<miniscript_core::Context<'static>>();
//! ```
//!
//! # Natives own what they keep
//! ```
//! # use miniscript_ext::{Module, pending};
//! # use std::sync::{Arc, atomic::{AtomicI64, Ordering}};
//! let count = Arc::new(AtomicI64::new(0));
//! let module = Module::new("m")
//!     .function("next", move || count.fetch_add(1, Ordering::Relaxed))
//!     .function("later", |text: String| pending(async move { text.len() }));
//! ```
//! Shared state without a lock:
//! ```compile_fail,E0277
//! # use miniscript_ext::Module;
//! # use std::{cell::Cell, rc::Rc};
//! let count = Rc::new(Cell::new(0));
//! let module = Module::new("m").function("next", move || count.replace(1));
//! ```
//! State that calls would change under each other:
//! ```compile_fail
//! # use miniscript_ext::Module;
//! let mut count = 0;
//! let module = Module::new("m").function("next", move || { count += 1; count });
//! ```
//! A lent argument in a future that outlives the call:
//! ```compile_fail
//! # use miniscript_ext::{Module, pending};
//! let module = Module::new("m").function("later", |text: &str| pending(async move { text.len() }));
//! ```
//! A result that is lent:
//! ```compile_fail
//! # use miniscript_ext::Module;
//! let module = Module::new("m").function("same", |text: &str| -> &str { text });
//! ```
