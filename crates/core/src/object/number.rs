//! Ints beyond the word: boxed i64, and big integers stored inline.
//!
//! A value that fits 48 bits is always small, one that fits 64 always `Int64`:
//! so equal ints have equal kinds. `BigObj` keeps magnitude digits in the
//! object; the big-integer crate works on copies.
//!
//! # Safety
//! The raw layer's contract (`heap`). The digits that are lent are used only while
//! their object is reachable.

use super::{ClassId, Header, Kind, is_kind};
use crate::heap::{Heap, OutOfMemory};
use crate::value::Raw;
use num_bigint::{BigInt, Sign};

/// An int of 49 to 64 bits.
#[repr(C)]
pub(crate) struct Int64Obj {
    pub(crate) header: Header,
    pub(crate) value: i64,
}

/// A word that is no int: what it means is the tag in the header's `aux`.
#[repr(C)]
pub(crate) struct TaggedObj {
    pub(crate) header: Header,
    pub(crate) word: u64,
}

/// An int of more than 64 bits: sign, then 32-bit digits, least significant first.
#[repr(C)]
pub(crate) struct BigObj {
    pub(crate) header: Header,
    len: u32,
    negative: bool,
}

/// Any int, unpacked.
pub(crate) enum IntValue {
    /// Fits 64 bits.
    Word(i64),
    /// Does not.
    Big(BigInt),
}

impl Int64Obj {
    /// The int as a value, boxed when it does not fit the word.
    #[inline]
    pub(crate) unsafe fn make(heap: &mut Heap, value: i64) -> Result<Raw, OutOfMemory> {
        match Raw::try_small(value) {
            Some(raw) => Ok(raw),
            None => Int64Obj::boxed(heap, value),
        }
    }

    #[inline(never)]
    unsafe fn boxed(heap: &mut Heap, value: i64) -> Result<Raw, OutOfMemory> {
        let object: *mut Int64Obj = heap.alloc(
            Header::new(Kind::Int64, ClassId::Int),
            size_of::<Int64Obj>(),
        )?;
        (*object).value = value;
        Ok(Raw::from_ptr(object))
    }
}

impl TaggedObj {
    pub(crate) unsafe fn make(
        heap: &mut Heap,
        class: ClassId,
        tag: u16,
        word: u64,
    ) -> Result<Raw, OutOfMemory> {
        let mut header = Header::new(Kind::Tagged, class);
        header.aux = tag;
        let object: *mut TaggedObj = heap.alloc(header, size_of::<TaggedObj>())?;
        (*object).word = word;
        Ok(Raw::from_ptr(object))
    }
}

impl BigObj {
    /// The value in its smallest kind.
    pub(crate) unsafe fn make(heap: &mut Heap, value: &BigInt) -> Result<Raw, OutOfMemory> {
        if let Ok(word) = i64::try_from(value) {
            return Int64Obj::make(heap, word);
        }
        let digits = value.iter_u32_digits();
        let object = BigObj::with_room(heap, value.sign() == Sign::Minus, digits.len())?;
        let data = object.add(1).cast::<u32>();
        for (i, digit) in digits.enumerate() {
            data.add(i).write(digit);
        }
        Ok(Raw::from_ptr(object))
    }

    /// A value of up to 128 bits, which no smaller kind holds.
    #[inline]
    pub(crate) unsafe fn of_size(
        heap: &mut Heap,
        negative: bool,
        size: u128,
    ) -> Result<Raw, OutOfMemory> {
        // There is always room for four digits: to write all is quicker than to count.
        let object = BigObj::with_room(heap, negative, 4)?;
        (*object).len = (128 - size.leading_zeros()).div_ceil(32);
        let digits = [0, 32, 64, 96].map(|shift| (size >> shift) as u32);
        object.add(1).cast::<[u32; 4]>().write(digits);
        Ok(Raw::from_ptr(object))
    }

    /// The size of a value of up to 128 bits.
    #[inline]
    pub(crate) unsafe fn size(object: *mut BigObj) -> Option<u128> {
        let digits = BigObj::digits(object);
        let word = |low: u32, high: u32| u64::from(low) | u64::from(high) << 32;
        let (low, high) = match *digits {
            [a, b] => (word(a, b), 0),
            [a, b, c] => (word(a, b), u64::from(c)),
            [a, b, c, d] => (word(a, b), word(c, d)),
            _ => return None,
        };
        Some(u128::from(low) | u128::from(high) << 64)
    }

    /// An object whose digits are still to be written.
    #[inline]
    unsafe fn with_room(
        heap: &mut Heap,
        negative: bool,
        len: usize,
    ) -> Result<*mut BigObj, OutOfMemory> {
        let header = Header::new(Kind::Big, ClassId::Int);
        let object: *mut BigObj = heap.alloc(header, size_of::<BigObj>() + len * 4)?;
        (*object).len = u32::try_from(len).map_err(|_| OutOfMemory)?;
        (*object).negative = negative;
        Ok(object)
    }

    pub(crate) unsafe fn is_negative(object: *mut BigObj) -> bool {
        (*object).negative
    }

    pub(crate) unsafe fn digits<'a>(object: *mut BigObj) -> &'a [u32] {
        core::slice::from_raw_parts(object.add(1).cast(), (*object).len as usize)
    }

    pub(crate) unsafe fn value(object: *mut BigObj) -> BigInt {
        let sign = if (*object).negative {
            Sign::Minus
        } else {
            Sign::Plus
        };
        BigInt::from_slice(sign, BigObj::digits(object))
    }

    /// Same value; both are big.
    pub(crate) unsafe fn equal(a: *mut BigObj, b: *mut BigObj) -> bool {
        (*a).negative == (*b).negative && BigObj::digits(a) == BigObj::digits(b)
    }
}

impl IntValue {
    /// An int (or bool) unpacked; `None` for anything else.
    pub(crate) unsafe fn of(raw: Raw) -> Option<IntValue> {
        if raw.is_small() {
            Some(IntValue::Word(raw.small()))
        } else if raw.is_bool() {
            Some(IntValue::Word((raw == Raw::TRUE) as i64))
        } else if is_kind(raw, Kind::Int64) {
            Some(IntValue::Word((*raw.ptr::<Int64Obj>()).value))
        } else if is_kind(raw, Kind::Big) {
            Some(IntValue::Big(BigObj::value(raw.ptr())))
        } else {
            None
        }
    }

    /// The value as a `BigInt`.
    pub(crate) fn into_big(self) -> BigInt {
        match self {
            IntValue::Word(word) => BigInt::from(word),
            IntValue::Big(big) => big,
        }
    }
}
