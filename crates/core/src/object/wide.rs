//! Arithmetic of ints of up to 128 bits without the big-integer crate: what a hash, a random
//! generator or a product of two words needs, in the machine's own words and with no copy of
//! the digits. What has more bits, and what is an error, is left to `protocol::number`.
//!
//! # Safety
//! The raw layer's contract (`heap`).

use super::{BigObj, Int64Obj, Kind, kind_of};
use crate::builtins::protocol::BinOp;
use crate::heap::{Heap, OutOfMemory};
use crate::value::Raw;

/// An int by sign and size; 0 is not negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wide {
    negative: bool,
    size: u128,
}

impl Wide {
    /// An int's value if 128 bits hold its size; `None` also for what is no int.
    #[inline]
    pub(crate) unsafe fn of(raw: Raw) -> Option<Wide> {
        if raw.is_small() {
            return Some(Wide::word(raw.small()));
        }
        match kind_of(raw)? {
            Kind::Int64 => Some(Wide::word((*raw.ptr::<Int64Obj>()).value)),
            Kind::Big => {
                let object = raw.ptr::<BigObj>();
                let size = BigObj::size(object)?;
                Some(Wide::new(BigObj::is_negative(object), size))
            }
            _ => None,
        }
    }

    /// The value as an object, in its smallest kind.
    #[inline]
    pub(crate) unsafe fn make(self, heap: &mut Heap) -> Result<Raw, OutOfMemory> {
        if let Ok(size) = u64::try_from(self.size) {
            let word = size as i64;
            if !self.negative && word >= 0 {
                return Int64Obj::make(heap, word);
            }
            if self.negative && size <= 1 << 63 {
                return Int64Obj::make(heap, word.wrapping_neg());
            }
        }
        BigObj::of_size(heap, self.negative, self.size)
    }

    #[inline]
    fn new(negative: bool, size: u128) -> Wide {
        Wide {
            negative: negative && size != 0,
            size,
        }
    }

    #[inline]
    fn word(word: i64) -> Wide {
        Wide {
            negative: word < 0,
            size: u128::from(word.unsigned_abs()),
        }
    }

    /// As two's complement, where that fits.
    #[inline]
    fn signed(self) -> Option<i128> {
        let size = i128::try_from(self.size).ok()?;
        Some(if self.negative { -size } else { size })
    }

    /// The result of an operator if 128 bits hold it; `None` also for what is an error or no
    /// int.
    #[inline]
    pub(crate) fn binary(self, op: BinOp, other: Wide) -> Option<Wide> {
        match op {
            BinOp::Add => self.add(other),
            BinOp::Sub => self.add(Wide::new(!other.negative, other.size)),
            BinOp::Mul => self.mul(other),
            BinOp::FloorDiv => Some(self.divide(other)?.0),
            BinOp::Mod => Some(self.divide(other)?.1),
            BinOp::LShift => self.shift_left(other),
            BinOp::RShift => self.shift_right(other),
            BinOp::And => self.bitwise(other, |a, b| a & b, |a, b| a & b),
            BinOp::Or => self.bitwise(other, |a, b| a | b, |a, b| a | b),
            BinOp::Xor => self.bitwise(other, |a, b| a ^ b, |a, b| a ^ b),
            BinOp::TrueDiv | BinOp::Pow | BinOp::MatMul => None,
        }
    }

    fn add(self, other: Wide) -> Option<Wide> {
        if self.negative == other.negative {
            return Some(Wide::new(self.negative, self.size.checked_add(other.size)?));
        }
        Some(match self.size.checked_sub(other.size) {
            Some(size) => Wide::new(self.negative, size),
            None => Wide::new(other.negative, other.size - self.size),
        })
    }

    fn mul(self, other: Wide) -> Option<Wide> {
        let size = match (u64::try_from(self.size), u64::try_from(other.size)) {
            (Ok(a), Ok(b)) => u128::from(a) * u128::from(b),
            _ => self.size.checked_mul(other.size)?,
        };
        Some(Wide::new(self.negative != other.negative, size))
    }

    /// Quotient and remainder, rounded down.
    fn divide(self, other: Wide) -> Option<(Wide, Wide)> {
        let (quotient, rest) = match (u64::try_from(self.size), u64::try_from(other.size)) {
            (_, Ok(0)) => return None,
            (Ok(a), Ok(b)) => (u128::from(a / b), u128::from(a % b)),
            _ => (self.size / other.size, self.size % other.size),
        };
        if self.negative == other.negative || rest == 0 {
            let quotient = Wide::new(self.negative != other.negative, quotient);
            return Some((quotient, Wide::new(other.negative, rest)));
        }
        let quotient = Wide::new(true, quotient.checked_add(1)?);
        Some((quotient, Wide::new(other.negative, other.size - rest)))
    }

    fn shift_left(self, other: Wide) -> Option<Wide> {
        let by = u32::try_from(other.size).ok().filter(|_| !other.negative)?;
        if self.size == 0 {
            return Some(self);
        }
        // Nothing but zeros may be shifted out.
        (by <= self.size.leading_zeros()).then(|| Wide::new(self.negative, self.size << by))
    }

    fn shift_right(self, other: Wide) -> Option<Wide> {
        if other.negative {
            return None;
        }
        let by = u32::try_from(other.size).unwrap_or(u32::MAX);
        let shifted = |size: u128| size.checked_shr(by).unwrap_or(0);
        Some(if self.negative {
            Wide::new(true, shifted(self.size - 1) + 1)
        } else {
            Wide::new(false, shifted(self.size))
        })
    }

    #[inline]
    fn bitwise(
        self,
        other: Wide,
        unsigned: impl Fn(u128, u128) -> u128,
        signed: impl Fn(i128, i128) -> i128,
    ) -> Option<Wide> {
        if !self.negative && !other.negative {
            return Some(Wide::new(false, unsigned(self.size, other.size)));
        }
        let result = signed(self.signed()?, other.signed()?);
        Some(Wide::new(result < 0, result.unsigned_abs()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::{BigInt, Sign};
    use num_integer::Integer;
    use proptest::prelude::*;

    fn big(wide: Wide) -> BigInt {
        let sign = if wide.negative {
            Sign::Minus
        } else {
            Sign::Plus
        };
        BigInt::from_biguint(sign, wide.size.into())
    }

    /// Sizes of every length, and those at the edges of words.
    fn wides() -> impl Strategy<Value = Wide> {
        let size = prop_oneof![
            (any::<u128>(), 0..128_u32).prop_map(|(bits, by)| bits >> by),
            (0..128_u32, -2..3_i32)
                .prop_map(|(by, off)| { (1_u128 << by).wrapping_add_signed(off.into()) }),
        ];
        (any::<bool>(), size).prop_map(|(negative, size)| Wide::new(negative, size))
    }

    proptest! {
        #[test]
        fn agrees_with_big_integers(a in wides(), b in wides()) {
            let (x, y) = (big(a), big(b));
            let fits = |value: &BigInt| value.bits() <= 128;
            let check = |op, expected: BigInt| {
                match a.binary(op, b) {
                    Some(found) => {
                        prop_assert_eq!(big(found), expected);
                        prop_assert!(!found.negative || found.size != 0);
                    }
                    // Two's complement has a bit less.
                    None => prop_assert!(
                        !fits(&expected) || a.signed().is_none() || b.signed().is_none()
                    ),
                }
                Ok(())
            };
            check(BinOp::Add, &x + &y)?;
            check(BinOp::Sub, &x - &y)?;
            check(BinOp::Mul, &x * &y)?;
            check(BinOp::And, &x & &y)?;
            check(BinOp::Or, &x | &y)?;
            check(BinOp::Xor, &x ^ &y)?;
            if b.size != 0 {
                let (quotient, rest) = x.div_mod_floor(&y);
                check(BinOp::FloorDiv, quotient)?;
                check(BinOp::Mod, rest)?;
            } else {
                prop_assert_eq!(a.binary(BinOp::Mod, b), None);
            }
        }

        #[test]
        fn shifts_agree_with_big_integers(a in wides(), by in 0..300_u32) {
            let (x, count) = (big(a), Wide::word(by.into()));
            let expected = &x << by;
            match a.binary(BinOp::LShift, count) {
                Some(found) => prop_assert_eq!(big(found), expected),
                None => prop_assert!(expected.bits() > 128),
            }
            let found = a.binary(BinOp::RShift, count).map(big);
            prop_assert_eq!(found, Some(x >> by));
            prop_assert_eq!(a.binary(BinOp::RShift, Wide::word(-1)), None);
            prop_assert_eq!(a.binary(BinOp::LShift, Wide::word(-1)), None);
        }
    }
}
