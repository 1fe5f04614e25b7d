//! The 64-bit word every value is, and its encoding.
//!
//! `Raw` is `Copy`, holds no reference and promises nothing about the object it
//! may point to: that is the heap's contract (see `heap`). Everything in this
//! module is plain arithmetic on the word.
//!
//! | bits | meaning |
//! |---|---|
//! | `0x0000` + 48 bits, low three clear | pointer to a heap object |
//! | `0x0000_0000_0000_0001 ..= 7` | the singletons below |
//! | `0x0002 ..= 0xFFFA` in the top 16 | a double, its bits plus `2 << 48` |
//! | `0xFFFF` in the top 16 | a small int, 48 bits two's complement |
//!
//! Pointers are natural, so following one costs nothing; testing for a double
//! and decoding it share one subtraction; two small ints are recognised by one
//! `and` and one compare. Doubles that come from outside the VM are
//! canonicalised first ([`Raw::from_f64`]): a NaN with a payload could forge a
//! pointer.

use core::fmt;

/// One machine-independent word: a double, a small int, a singleton or a pointer.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub(crate) struct Raw(pub(crate) u64);

const DOUBLE_OFFSET: u64 = 2 << 48;
const DOUBLE_MAX: u64 = 0xFFF8 << 48;
const INT_TAG: u64 = 0xFFFF << 48;
const NOT_POINTER: u64 = 0xFFFF << 48 | 7;

impl Raw {
    /// An empty register, slot or missing argument; no script ever sees it.
    pub(crate) const UNBOUND: Raw = Raw(1);
    /// Python's `None`.
    pub(crate) const NONE: Raw = Raw(2);
    /// A native's answer: an exception is set in the fiber.
    pub(crate) const ERROR: Raw = Raw(3);
    /// What a debug build leaves in dead words of a stack: whoever counts one to the living
    /// without having written it is found at the next collection.
    pub(crate) const STALE: Raw = Raw(4);
    /// A native's answer: its future is in the fiber, park the task.
    pub(crate) const PENDING: Raw = Raw(5);
    /// Python's `False`.
    pub(crate) const FALSE: Raw = Raw(6);
    /// Python's `True`.
    pub(crate) const TRUE: Raw = Raw(7);

    /// Smallest int that fits the word.
    pub(crate) const INT_MIN: i64 = -(1 << 47);
    /// Largest int that fits the word.
    pub(crate) const INT_MAX: i64 = (1 << 47) - 1;

    /// A small int; the caller knows that it fits.
    #[inline(always)]
    pub(crate) const fn from_small(int: i64) -> Raw {
        Raw(INT_TAG | (int as u64 & 0x0000_FFFF_FFFF_FFFF))
    }

    /// A small int if `int` fits 48 bits.
    #[inline(always)]
    pub(crate) const fn try_small(int: i64) -> Option<Raw> {
        if int >= Raw::INT_MIN && int <= Raw::INT_MAX {
            Some(Raw::from_small(int))
        } else {
            None
        }
    }

    /// A double of any origin; NaN payloads are dropped.
    #[inline(always)]
    pub(crate) fn from_f64(double: f64) -> Raw {
        if double.is_nan() {
            return Raw((0x7FF8 << 48) + DOUBLE_OFFSET);
        }
        Raw(double.to_bits().wrapping_add(DOUBLE_OFFSET))
    }

    /// A double computed from canonical doubles only: hardware keeps the
    /// payload of its operands, so the result is canonical too.
    #[inline(always)]
    pub(crate) const fn from_canonical(double: f64) -> Raw {
        Raw(double.to_bits().wrapping_add(DOUBLE_OFFSET))
    }

    /// `True` or `False`.
    #[inline(always)]
    pub(crate) const fn from_bool(b: bool) -> Raw {
        Raw(6 | b as u64)
    }

    /// A pointer to a heap object.
    #[inline(always)]
    pub(crate) fn from_ptr<T>(ptr: *mut T) -> Raw {
        Raw(ptr as usize as u64)
    }

    #[inline(always)]
    pub(crate) const fn is_small(self) -> bool {
        self.0 >= INT_TAG
    }

    /// Both words are small ints: one `and`, one compare.
    #[inline(always)]
    pub(crate) const fn both_small(self, other: Raw) -> bool {
        self.0 & other.0 >= INT_TAG
    }

    #[inline(always)]
    pub(crate) const fn is_double(self) -> bool {
        self.0.wrapping_sub(DOUBLE_OFFSET) <= DOUBLE_MAX
    }

    #[inline(always)]
    pub(crate) const fn is_ptr(self) -> bool {
        self.0 & NOT_POINTER == 0
    }

    #[inline(always)]
    pub(crate) const fn is_bool(self) -> bool {
        self.0 & !1 == 6
    }

    #[inline(always)]
    pub(crate) const fn is_none(self) -> bool {
        self.0 == Raw::NONE.0
    }

    #[inline(always)]
    pub(crate) const fn is_unbound(self) -> bool {
        self.0 == Raw::UNBOUND.0
    }

    /// The hash of what is only equal to itself; of an object never -1.
    #[inline(always)]
    pub(crate) const fn identity_hash(self) -> u64 {
        self.0.rotate_right(4)
    }

    /// The small int's value; meaningless for other words.
    #[inline(always)]
    pub(crate) const fn small(self) -> i64 {
        (self.0 << 16) as i64 >> 16
    }

    /// The small int shifted to the top of the word: sums and comparisons of
    /// these overflow and order exactly as the 48-bit ints do.
    #[inline(always)]
    pub(crate) const fn small_high(self) -> i64 {
        (self.0 << 16) as i64
    }

    /// The inverse of [`Raw::small_high`].
    #[inline(always)]
    pub(crate) const fn from_small_high(high: i64) -> Raw {
        Raw(INT_TAG | (high as u64 >> 16))
    }

    /// The double's value; meaningless for other words.
    #[inline(always)]
    pub(crate) const fn double(self) -> f64 {
        f64::from_bits(self.0.wrapping_sub(DOUBLE_OFFSET))
    }

    /// The value as an optional small int.
    #[inline(always)]
    pub(crate) const fn as_small(self) -> Option<i64> {
        if self.is_small() {
            Some(self.small())
        } else {
            None
        }
    }

    /// The value as an optional double.
    #[inline(always)]
    pub(crate) const fn as_double(self) -> Option<f64> {
        if self.is_double() {
            Some(self.double())
        } else {
            None
        }
    }

    /// The object's address; meaningless for words that are no pointers.
    #[inline(always)]
    pub(crate) const fn ptr<T>(self) -> *mut T {
        self.0 as usize as *mut T
    }
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Raw::UNBOUND => f.write_str("unbound"),
            Raw::NONE => f.write_str("None"),
            Raw::ERROR => f.write_str("error"),
            Raw::PENDING => f.write_str("pending"),
            Raw::FALSE => f.write_str("False"),
            Raw::TRUE => f.write_str("True"),
            raw if raw.is_small() => write!(f, "{}", raw.small()),
            raw if raw.is_double() => write!(f, "{:?}", raw.double()),
            raw => write!(f, "object@{:#x}", raw.0),
        }
    }
}

const _: () = assert!(size_of::<Raw>() == 8);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_what_they_hold() {
        for int in [0, 1, -1, Raw::INT_MAX, Raw::INT_MIN, 12345678901] {
            let raw = Raw::from_small(int);
            assert!(raw.is_small() && !raw.is_double() && !raw.is_ptr() && !raw.is_bool());
            assert_eq!(raw.small(), int);
            assert_eq!(Raw::from_small_high(raw.small_high()), raw);
        }
        assert_eq!(Raw::try_small(Raw::INT_MAX + 1), None);
        assert_eq!(Raw::try_small(Raw::INT_MIN - 1), None);
        for double in [
            0.0,
            -0.0,
            1.5,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::MAX,
            f64::MIN_POSITIVE,
            5e-324,
        ] {
            for double in [double, -double] {
                let raw = Raw::from_f64(double);
                assert!(raw.is_double() && !raw.is_small() && !raw.is_ptr());
                assert_eq!(raw.double().to_bits(), double.to_bits());
            }
        }
    }

    #[test]
    fn a_nan_cannot_forge_a_pointer() {
        for bits in [
            0x7FF8_0000_0000_0001,
            0xFFFF_FFFF_FFFF_FFFF,
            0xFFF8_0000_0000_0000,
            0x7FF0_0000_0000_0001_u64,
        ] {
            let raw = Raw::from_f64(f64::from_bits(bits));
            assert!(raw.is_double() && raw.double().is_nan());
        }
        // What the hardware itself makes of invalid operations stays a double.
        let indefinite = Raw::from_canonical(f64::from_bits(0xFFF8 << 48));
        assert!(indefinite.is_double() && !indefinite.is_small());
    }

    #[test]
    fn singletons_are_nothing_else() {
        for raw in [
            Raw::UNBOUND,
            Raw::NONE,
            Raw::ERROR,
            Raw::PENDING,
            Raw::FALSE,
            Raw::TRUE,
        ] {
            assert!(!raw.is_ptr() && !raw.is_small() && !raw.is_double());
        }
        assert_eq!(Raw::from_bool(true), Raw::TRUE);
        assert_eq!(Raw::from_bool(false), Raw::FALSE);
    }
}
