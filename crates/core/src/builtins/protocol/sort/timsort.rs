//! A stable merge sort of indices that asks exactly the questions CPython 3.11's
//! `list.sort` asks, in the same order: natural runs, binary insertion up to the
//! minimal run length, merges chosen by powers of the runs' boundaries (Munro and
//! Wild), galloping with an adaptive threshold (McIlroy; Peters' `listsort.txt`).
//!
//! The answers may contradict each other or fail: `items` then still holds every
//! index once. Indices into the slices are in range whatever the answers are:
//! galloping stays within the run it is given.

use alloc::vec::Vec;
use core::ops::ControlFlow;

/// Wins in a row that start galloping, and keep it going.
const MIN_GALLOP: usize = 7;
/// Runs waiting to be merged: powers grow strictly, and a length has 32 bits.
const MAX_RUNS: usize = 40;

/// Room for the shorter run of the largest merge; `None` if there is no memory.
pub(super) fn room(len: usize) -> Option<Vec<u32>> {
    let mut room = Vec::new();
    room.try_reserve_exact(len / 2 + 1).ok()?;
    Some(room)
}

/// Sorts; `less(a, b)` says whether `a` must come before `b`.
pub(super) fn sort<E>(
    items: &mut [u32],
    room: Vec<u32>,
    less: impl FnMut(u32, u32) -> Result<bool, E>,
) -> Result<(), E> {
    let mut sorter = Sorter {
        items,
        room,
        less,
        min_gallop: MIN_GALLOP,
        runs: [Run::default(); MAX_RUNS],
        count: 0,
    };
    sorter.sort()
}

/// A sorted stretch of the items.
#[derive(Clone, Copy, Default)]
struct Run {
    start: usize,
    len: usize,
    /// Of the boundary to the next run.
    power: u32,
}

struct Sorter<'a, F> {
    items: &'a mut [u32],
    /// The run that a merge has copied out.
    room: Vec<u32>,
    less: F,
    min_gallop: usize,
    runs: [Run; MAX_RUNS],
    count: usize,
}

impl<E, F: FnMut(u32, u32) -> Result<bool, E>> Sorter<'_, F> {
    fn sort(&mut self) -> Result<(), E> {
        let total = self.items.len();
        if total < 2 {
            return Ok(());
        }
        let minimum = min_run(total);
        let mut start = 0;
        while start < total {
            let mut len = self.natural_run(start)?;
            let wanted = minimum.min(total - start);
            if len < wanted {
                self.insert_sorted(start, start + len, start + wanted)?;
                len = wanted;
            }
            self.add_run(start, len)?;
            start += len;
        }
        while self.count > 1 {
            let mut at = self.count - 2;
            if at > 0 && self.runs[at - 1].len < self.runs[at + 1].len {
                at -= 1;
            }
            self.merge_at(at)?;
        }
        Ok(())
    }

    /// The length of the run at `start`; a descending one is turned round.
    fn natural_run(&mut self, start: usize) -> Result<usize, E> {
        let total = self.items.len();
        if start + 1 == total {
            return Ok(1);
        }
        let descending = (self.less)(self.items[start + 1], self.items[start])?;
        let mut end = start + 2;
        while end < total && (self.less)(self.items[end], self.items[end - 1])? == descending {
            end += 1;
        }
        if descending {
            self.items[start..end].reverse();
        }
        Ok(end - start)
    }

    /// Inserts `from .. end` one by one into the sorted `start .. from`.
    fn insert_sorted(&mut self, start: usize, from: usize, end: usize) -> Result<(), E> {
        for next in from.max(start + 1)..end {
            let pivot = self.items[next];
            let (mut left, mut right) = (start, next);
            while left < right {
                let middle = left + (right - left) / 2;
                if (self.less)(pivot, self.items[middle])? {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            self.items[left..=next].rotate_right(1);
        }
        Ok(())
    }

    /// Puts a run onto the stack, after merging those whose boundary is deeper
    /// than the one before it.
    fn add_run(&mut self, start: usize, len: usize) -> Result<(), E> {
        if self.count > 0 {
            let last = self.runs[self.count - 1];
            let power = power(last.start, last.len, len, self.items.len());
            while self.count > 1 && self.runs[self.count - 2].power > power {
                self.merge_at(self.count - 2)?;
            }
            self.runs[self.count - 1].power = power;
        }
        self.runs[self.count] = Run {
            start,
            len,
            power: 0,
        };
        self.count += 1;
        Ok(())
    }

    /// Merges runs `at` and `at + 1`, which lie side by side.
    fn merge_at(&mut self, at: usize) -> Result<(), E> {
        let (mut a, mut b) = (self.runs[at], self.runs[at + 1]);
        self.runs[at].len = a.len + b.len;
        self.runs.copy_within(at + 2..self.count, at + 1);
        self.count -= 1;
        // What of `a` is not above the first of `b`, and what of `b` is not below
        // the last of `a`, is in its place already.
        let skip = gallop_right(
            &mut self.less,
            self.items[b.start],
            &self.items[a.start..a.start + a.len],
            0,
        )?;
        a.start += skip;
        a.len -= skip;
        if a.len == 0 {
            return Ok(());
        }
        let last = self.items[a.start + a.len - 1];
        b.len = gallop_left(
            &mut self.less,
            last,
            &self.items[b.start..b.start + b.len],
            b.len - 1,
        )?;
        if b.len == 0 {
            return Ok(());
        }
        self.room.clear();
        let whole = &mut self.items[a.start..b.start + b.len];
        if a.len <= b.len {
            self.room.extend_from_slice(&whole[..a.len]);
            let mut merge = Low {
                items: whole,
                a: &self.room,
                to: 0,
                b: a.len,
            };
            let result = merge.run(&mut self.less, &mut self.min_gallop);
            merge.finish();
            result
        } else {
            self.room.extend_from_slice(&whole[a.len..]);
            let mut merge = High {
                na: a.len,
                to: whole.len(),
                items: whole,
                b: &self.room,
            };
            let result = merge.run(&mut self.less, &mut self.min_gallop);
            merge.finish();
            result
        }
    }
}

/// A merge from the front: `a` was copied out, `items[b..]` is the other run.
/// Between calls `to + a.len() == b`: there is room for just what is left of `a`.
struct Low<'a> {
    items: &'a mut [u32],
    a: &'a [u32],
    to: usize,
    b: usize,
}

impl Low<'_> {
    /// Merges; `Break` where one side is decided.
    fn run<E>(
        &mut self,
        less: &mut impl FnMut(u32, u32) -> Result<bool, E>,
        min_gallop: &mut usize,
    ) -> Result<(), E> {
        if self.take_b(1).is_break() || self.a.len() == 1 {
            return Ok(());
        }
        let mut threshold = *min_gallop;
        loop {
            let (mut a_wins, mut b_wins) = (0, 0);
            loop {
                if less(self.items[self.b], self.a[0])? {
                    (a_wins, b_wins) = (0, b_wins + 1);
                    if self.take_b(1).is_break() {
                        return Ok(());
                    }
                    if b_wins >= threshold {
                        break;
                    }
                } else {
                    (a_wins, b_wins) = (a_wins + 1, 0);
                    if self.take_a(1).is_break() {
                        return Ok(());
                    }
                    if a_wins >= threshold {
                        break;
                    }
                }
            }
            threshold += 1;
            loop {
                threshold -= (threshold > 1) as usize;
                *min_gallop = threshold;
                a_wins = gallop_right(less, self.items[self.b], self.a, 0)?;
                if a_wins > 0 && self.take_a(a_wins).is_break() {
                    return Ok(());
                }
                if self.take_b(1).is_break() {
                    return Ok(());
                }
                b_wins = gallop_left(less, self.a[0], &self.items[self.b..], 0)?;
                if b_wins > 0 && self.take_b(b_wins).is_break() {
                    return Ok(());
                }
                if self.take_a(1).is_break() {
                    return Ok(());
                }
                if a_wins < MIN_GALLOP && b_wins < MIN_GALLOP {
                    break;
                }
            }
            threshold += 1;
            *min_gallop = threshold;
        }
    }

    /// Moves `n` items of `a`; `Break` when one or none is left.
    fn take_a(&mut self, n: usize) -> ControlFlow<()> {
        let (taken, rest) = self.a.split_at(n.min(self.a.len()));
        self.items[self.to..self.to + taken.len()].copy_from_slice(taken);
        self.to += taken.len();
        self.a = rest;
        if rest.len() <= 1 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Moves `n` items of `b`; `Break` when none is left.
    fn take_b(&mut self, n: usize) -> ControlFlow<()> {
        self.items.copy_within(self.b..self.b + n, self.to);
        self.to += n;
        self.b += n;
        if self.b == self.items.len() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Puts what is left in its place: the last of `a` belongs behind all of `b`;
    /// if `b` has ended, or asking has failed, `a` fills the room that is left.
    fn finish(&mut self) {
        if self.a.len() == 1 {
            self.items.copy_within(self.b.., self.to);
            self.to += self.items.len() - self.b;
        }
        let end = self.to + self.a.len();
        self.items[self.to..end].copy_from_slice(self.a);
    }
}

/// A merge from the back: `b` was copied out, `items[..na]` is the other run, and
/// the next item goes to `to - 1`. Between calls `na + b.len() == to`.
struct High<'a> {
    items: &'a mut [u32],
    na: usize,
    b: &'a [u32],
    to: usize,
}

impl High<'_> {
    fn run<E>(
        &mut self,
        less: &mut impl FnMut(u32, u32) -> Result<bool, E>,
        min_gallop: &mut usize,
    ) -> Result<(), E> {
        if self.take_a(1).is_break() || self.b.len() == 1 {
            return Ok(());
        }
        let mut threshold = *min_gallop;
        loop {
            let (mut a_wins, mut b_wins) = (0, 0);
            loop {
                if less(self.b[self.b.len() - 1], self.items[self.na - 1])? {
                    (a_wins, b_wins) = (a_wins + 1, 0);
                    if self.take_a(1).is_break() {
                        return Ok(());
                    }
                    if a_wins >= threshold {
                        break;
                    }
                } else {
                    (a_wins, b_wins) = (0, b_wins + 1);
                    if self.take_b(1).is_break() {
                        return Ok(());
                    }
                    if b_wins >= threshold {
                        break;
                    }
                }
            }
            threshold += 1;
            loop {
                threshold -= (threshold > 1) as usize;
                *min_gallop = threshold;
                let key = self.b[self.b.len() - 1];
                a_wins = self.na - gallop_right(less, key, &self.items[..self.na], self.na - 1)?;
                if a_wins > 0 && self.take_a(a_wins).is_break() {
                    return Ok(());
                }
                if self.take_b(1).is_break() {
                    return Ok(());
                }
                let key = self.items[self.na - 1];
                b_wins = self.b.len() - gallop_left(less, key, self.b, self.b.len() - 1)?;
                if b_wins > 0 && self.take_b(b_wins).is_break() {
                    return Ok(());
                }
                if self.take_a(1).is_break() {
                    return Ok(());
                }
                if a_wins < MIN_GALLOP && b_wins < MIN_GALLOP {
                    break;
                }
            }
            threshold += 1;
            *min_gallop = threshold;
        }
    }

    /// Moves the last `n` items of `a`; `Break` when none is left.
    fn take_a(&mut self, n: usize) -> ControlFlow<()> {
        self.items.copy_within(self.na - n..self.na, self.to - n);
        self.na -= n;
        self.to -= n;
        if self.na == 0 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Moves the last `n` items of `b`; `Break` when one or none is left.
    fn take_b(&mut self, n: usize) -> ControlFlow<()> {
        let (rest, taken) = self.b.split_at(self.b.len().saturating_sub(n));
        self.items[self.to - taken.len()..self.to].copy_from_slice(taken);
        self.to -= taken.len();
        self.b = rest;
        if rest.len() <= 1 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Puts what is left in its place: the first of `b` belongs before all of `a`.
    fn finish(&mut self) {
        if self.b.len() == 1 {
            self.items.copy_within(..self.na, self.to - self.na);
            self.to -= self.na;
        }
        let start = self.to - self.b.len();
        self.items[start..self.to].copy_from_slice(self.b);
    }
}

/// How many items of the sorted `run` come before `key`, equal ones not counted;
/// the search begins at `hint` and doubles its steps.
fn gallop_left<E>(
    less: &mut impl FnMut(u32, u32) -> Result<bool, E>,
    key: u32,
    run: &[u32],
    hint: usize,
) -> Result<usize, E> {
    search(|item| less(item, key), run, hint)
}

/// The same, equal ones counted.
fn gallop_right<E>(
    less: &mut impl FnMut(u32, u32) -> Result<bool, E>,
    key: u32,
    run: &[u32],
    hint: usize,
) -> Result<usize, E> {
    search(|item| less(key, item).map(|above| !above), run, hint)
}

/// The number of leading items that are `before`.
fn search<E>(
    mut before: impl FnMut(u32) -> Result<bool, E>,
    run: &[u32],
    hint: usize,
) -> Result<usize, E> {
    let (mut last, mut step) = (0, 1usize);
    let (mut low, mut high);
    if before(run[hint])? {
        let most = run.len() - hint;
        while step < most && before(run[hint + step])? {
            last = step;
            step = step.saturating_mul(2).saturating_add(1);
        }
        (low, high) = (hint + last + 1, hint + step.min(most));
    } else {
        let most = hint + 1;
        while step < most && !before(run[hint - step])? {
            last = step;
            step = step.saturating_mul(2).saturating_add(1);
        }
        (low, high) = (hint + 1 - step.min(most), hint - last);
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if before(run[middle])? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(high)
}

/// The least length of a run: between 32 and 64, so that the number of runs is
/// just below a power of two.
fn min_run(len: usize) -> usize {
    let (mut len, mut odd) = (len, 0);
    while len >= 64 {
        odd |= len & 1;
        len >>= 1;
    }
    len + odd
}

/// The depth of the boundary between two runs in the ideal merge tree: the first
/// binary digit in which the places of their middles, as fractions of `total`, differ.
fn power(start: usize, first: usize, second: usize, total: usize) -> u32 {
    // Twice the middles; below 2^34 for any list that can be sorted.
    let total = total as u64;
    let mut a = 2 * start as u64 + first as u64;
    let mut b = a + first as u64 + second as u64;
    let mut depth = 0;
    loop {
        depth += 1;
        if a >= total {
            a -= total;
            b -= total;
        } else if b >= total || depth as usize >= MAX_RUNS {
            return depth;
        }
        a <<= 1;
        b <<= 1;
    }
}
