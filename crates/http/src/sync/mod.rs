//! The one place where the crate chooses its shared pointer and its lock.
//!
//! With `std`: `Arc` and a mutex, and everything built on them ([`Http`](crate::Http),
//! [`ExchangeFuture`](crate::ExchangeFuture)) is `Send`. Without: `Rc` and a `RefCell`, and the
//! same types are `!Send`, because no lock can be built for every bare-metal target without unsafe
//! code or a critical section that the firmware must supply. A VM on such a target registers its
//! HTTP natives as local ones. Both variants offer the same names; a lock is only ever held for
//! the length of a closure of this crate that calls nothing outside of it; what may sleep or call a
//! driver stands behind a [`Gate`] instead.

cfg_if::cfg_if! {
    if #[cfg(feature = "std")] {
        mod hosted;
        pub use hosted::MaybeSend;
        pub(crate) use hosted::{Gate, Lock, Shared};
    } else {
        mod single;
        pub use single::MaybeSend;
        pub(crate) use single::{Gate, Lock, Shared};
    }
}
