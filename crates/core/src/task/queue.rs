//! The queue that wakers put tasks into, from any thread.

use super::TaskId;
use alloc::sync::Arc;
use alloc::task::Wake;
use alloc::vec::Vec;
use core::ptr::null_mut;
use core::sync::atomic::{AtomicBool, AtomicPtr, Ordering};
use core::task::Waker;

/// A stack of woken tasks: pushed to from any thread, taken whole by the scheduler.
pub(crate) struct WakeQueue {
    head: AtomicPtr<TaskWaker>,
    /// Interrupts the host's sleep.
    host: Waker,
}

/// One task's waker; at most once in the queue.
pub(crate) struct TaskWaker {
    pub(crate) id: TaskId,
    queued: AtomicBool,
    next: AtomicPtr<TaskWaker>,
    queue: Arc<WakeQueue>,
}

impl WakeQueue {
    pub(crate) fn new(host: Waker) -> Arc<WakeQueue> {
        Arc::new(WakeQueue {
            head: AtomicPtr::new(null_mut()),
            host,
        })
    }

    /// A waker for a task.
    pub(crate) fn waker(self: &Arc<WakeQueue>, id: TaskId) -> Arc<TaskWaker> {
        Arc::new(TaskWaker {
            id,
            queued: AtomicBool::new(false),
            next: AtomicPtr::new(null_mut()),
            queue: self.clone(),
        })
    }

    /// Takes what was woken, in the order of waking.
    pub(crate) fn take(&self, woken: &mut Vec<TaskId>) {
        let mut node = self.head.swap(null_mut(), Ordering::AcqRel);
        let start = woken.len();
        while !node.is_null() {
            // SAFETY: the queue owns one count of every node in it.
            let waker = unsafe { Arc::from_raw(node) };
            node = waker.next.load(Ordering::Relaxed);
            waker.queued.store(false, Ordering::Release);
            woken.push(waker.id);
        }
        woken[start..].reverse();
    }

    /// Whether nothing was woken.
    pub(crate) fn is_empty(&self) -> bool {
        self.head.load(Ordering::Acquire).is_null()
    }
}

impl Drop for WakeQueue {
    fn drop(&mut self) {
        self.take(&mut Vec::new());
    }
}

impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        if self.queued.swap(true, Ordering::AcqRel) {
            return;
        }
        let queue = self.queue.clone();
        let node = Arc::into_raw(self).cast_mut();
        let mut head = queue.head.load(Ordering::Relaxed);
        loop {
            // SAFETY: the node is owned until the exchange succeeds.
            unsafe { (*node).next.store(head, Ordering::Relaxed) };
            match queue
                .head
                .compare_exchange_weak(head, node, Ordering::Release, Ordering::Relaxed)
            {
                Ok(_) => break,
                Err(now) => head = now,
            }
        }
        queue.host.wake_by_ref();
    }
}
