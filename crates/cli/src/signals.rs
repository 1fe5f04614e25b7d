//! Ctrl-C. Used by both executables.
//!
//! On Unix the handler of the signal sets the machine's flag, and a thread that ends its waits is
//! made when it waits for the first time: most scripts never do, and a thread takes a third of a
//! megabyte and a tenth of the start. Elsewhere, and where lines are typed, the thread is there
//! from the beginning.

use crate::lines::Watch;
use miniscript_runtime::{Builder, Error, Vm};

/// Makes a machine that Ctrl-C interrupts, but for the prompt if one is shown.
///
/// # Errors
/// As [`Builder::build`].
pub(crate) fn build(builder: Builder, watch: Option<Watch>) -> Result<Vm, Error> {
    // A shell that starts a program in the background has it ignore Ctrl-C: so it stays.
    if system::is_ignored() {
        return builder.build();
    }
    let Some(watch) = watch else {
        return system::build(builder);
    };
    let vm = builder.build()?;
    let (handle, waker) = (vm.interrupt_handle(), vm.waker());
    system::listen(move || {
        if !watch.interrupt() {
            handle.interrupt();
            waker.wake_by_ref();
        }
    });
    Ok(vm)
}

/// Ends the process as Ctrl-C does where nobody listens; where that fails, or signals end no
/// processes, it returns.
pub(crate) fn die() {
    system::die();
}

#[cfg(unix)]
mod system {
    use super::{Builder, Error, Vm};
    use signal_hook::consts::SIGINT;
    use signal_hook::iterator::Signals;
    use std::mem::MaybeUninit;

    pub(super) fn is_ignored() -> bool {
        let mut present = MaybeUninit::<libc::sigaction>::uninit();
        // SAFETY: without a new action the call only writes the present one, and says whether.
        unsafe {
            libc::sigaction(SIGINT, std::ptr::null(), present.as_mut_ptr()) == 0
                && present.assume_init().sa_sigaction == libc::SIG_IGN
        }
    }

    pub(super) fn build(builder: Builder) -> Result<Vm, Error> {
        let vm = builder
            .before_waiting(|waker| listen(move || waker.wake_by_ref()))
            .build()?;
        let handle = vm.interrupt_handle();
        // SAFETY: the handle is made to be used by signal handlers: it sets a flag. Where there is
        // no memory to register it, Ctrl-C ends the process.
        held_back(|| unsafe {
            let _ = signal_hook::low_level::register(SIGINT, move || handle.interrupt());
        });
        Ok(vm)
    }

    /// Holds Ctrl-C back while `change` changes what it does: in between the handler is there and
    /// has nothing to call.
    fn held_back(change: impl FnOnce()) {
        let mut only = MaybeUninit::<libc::sigset_t>::uninit();
        let mut before = MaybeUninit::<libc::sigset_t>::uninit();
        // SAFETY: the set is made before it is read; where the mask was changed, the one before is
        // known. Nobody waits for the signal meanwhile.
        unsafe {
            libc::sigemptyset(only.as_mut_ptr());
            libc::sigaddset(only.as_mut_ptr(), SIGINT);
            let held =
                libc::pthread_sigmask(libc::SIG_BLOCK, only.as_ptr(), before.as_mut_ptr()) == 0;
            change();
            if held {
                libc::pthread_sigmask(libc::SIG_SETMASK, before.as_ptr(), std::ptr::null_mut());
            }
        }
    }

    pub(super) fn die() {
        let _ = signal_hook::low_level::emulate_default_handler(SIGINT);
    }

    /// Calls `told` at each Ctrl-C, in a thread of its own.
    pub(super) fn listen(told: impl Fn() + Send + 'static) {
        // Where the system has no thread left, Ctrl-C reaches what runs but not what waits.
        let mut signals = None;
        held_back(|| signals = Signals::new([SIGINT]).ok());
        let Some(mut signals) = signals else {
            return;
        };
        let _ = std::thread::Builder::new()
            .name("ctrl-c".to_owned())
            .spawn(move || signals.forever().for_each(|_| told()));
    }
}

#[cfg(not(unix))]
mod system {
    use super::{Builder, Error, Vm};

    pub(super) fn is_ignored() -> bool {
        false
    }

    pub(super) fn build(builder: Builder) -> Result<Vm, Error> {
        let vm = builder.build()?;
        let (handle, waker) = (vm.interrupt_handle(), vm.waker());
        listen(move || {
            handle.interrupt();
            waker.wake_by_ref();
        });
        Ok(vm)
    }

    pub(super) fn die() {}

    /// Calls `told` at each Ctrl-C, in a thread of its own.
    pub(super) fn listen(told: impl Fn() + Send + 'static) {
        // Where the system has no thread left, Ctrl-C ends the process.
        let _ = ctrlc::try_set_handler(told);
    }
}
