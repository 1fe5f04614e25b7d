//! Constant expressions: what is computed while compiling.
//!
//! Only where the result is certainly the one that the program would compute; anything else
//! (overflow past 64 bits, errors, long results) is left to run time.

use super::emit::copy_bytes;
use super::{Gen, Res};
use crate::compile::chunk::Const;
use crate::compile::names::push;
use crate::syntax::{
    BytesRange, Constant, Error, ExprContext, ExprId, ExprKind, ExprRange, Operator, UnaryOp,
};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// The longest string that folding makes.
const MAX_TEXT: usize = 4096;

impl Gen<'_> {
    /// The value of a literal.
    pub(super) fn literal(&self, value: Constant) -> Res<Const> {
        Ok(match value {
            Constant::None => Const::None,
            Constant::True => Const::Bool(true),
            Constant::False => Const::Bool(false),
            Constant::Ellipsis => Const::Ellipsis,
            Constant::Int(value) => Const::Int(value),
            Constant::BigInt { radix, digits } => self.big(radix, digits)?,
            Constant::Float(value) => Const::Float(value),
            Constant::Str { value, .. } => Const::Str(copy_bytes(self.tree.bytes(value))?.into()),
            Constant::Imaginary(value) => Const::Imaginary(value),
            Constant::Bytes(value) => Const::Bytes(copy_bytes(self.tree.bytes(value))?.into()),
        })
    }

    fn big(&self, radix: u8, digits: BytesRange) -> Res<Const> {
        let text = self.tree.bytes(digits);
        let value = |digit: u8| char::from(digit).to_digit(u32::from(radix)).unwrap_or(0);
        let mut words: Vec<u32> = Vec::new();
        if radix == 10 {
            for &digit in text {
                let mut carry = u64::from(value(digit));
                for word in &mut words {
                    carry += u64::from(*word) * 10;
                    *word = carry as u32;
                    carry >>= 32;
                }
                if carry != 0 {
                    push(&mut words, carry as u32)?;
                }
            }
        } else {
            let bits = u32::from(radix).trailing_zeros();
            let (mut word, mut filled) = (0_u64, 0);
            for &digit in text.iter().rev() {
                word |= u64::from(value(digit)) << filled;
                filled += bits;
                if filled >= 32 {
                    push(&mut words, word as u32)?;
                    word >>= 32;
                    filled -= 32;
                }
            }
            if filled > 0 {
                push(&mut words, word as u32)?;
            }
            while words.last() == Some(&0) {
                words.pop();
            }
        }
        if words.len() <= 2 {
            let wide = words
                .iter()
                .rev()
                .fold(0_u64, |all, &word| all << 32 | u64::from(word));
            if let Ok(small) = i64::try_from(wide) {
                return Ok(Const::Int(small));
            }
        }
        Ok(Const::Big(words.into_boxed_slice()))
    }

    /// The value of a constant expression.
    pub(super) fn fold(&self, id: ExprId) -> Res<Option<Const>> {
        let expr = self.tree.expr(id);
        match expr.kind {
            ExprKind::Constant(value) => self.literal(value).map(Some),
            ExprKind::UnaryOp { op, operand } => {
                // Two to the 63rd is not an i64, its negation is.
                if op == UnaryOp::USub
                    && let ExprKind::Constant(Constant::BigInt { radix, digits }) =
                        self.tree.expr(operand).kind
                    && self.big(radix, digits)? == Const::Big(Box::new([0, 1 << 31]))
                {
                    return Ok(Some(Const::Int(i64::MIN)));
                }
                let Some(value) = self.fold(operand)? else {
                    return Ok(None);
                };
                Ok(fold_unary(op, &value))
            }
            ExprKind::BinOp { .. } => self.fold_spine(id),
            ExprKind::Tuple {
                elts,
                ctx: ExprContext::Load,
            } => self.fold_tuple(elts),
            ExprKind::Name { id, .. } if id.index() == self.known.debug.0 as usize => {
                Ok(Some(Const::Bool(self.options.debug)))
            }
            _ => Ok(None),
        }
    }

    fn fold_tuple(&self, elts: ExprRange) -> Res<Option<Const>> {
        let mut items = Vec::new();
        for &elt in self.tree.exprs(elts) {
            let Some(item) = self.fold(elt)? else {
                return Ok(None);
            };
            push(&mut items, item)?;
        }
        Ok(Some(Const::Tuple(items.into_boxed_slice())))
    }

    fn fold_spine(&self, id: ExprId) -> Res<Option<Const>> {
        let mut links = Vec::new();
        let mut at = id;
        while let ExprKind::BinOp { left, op, right } = self.tree.expr(at).kind {
            push(&mut links, (op, right))?;
            at = left;
        }
        let Some(mut value) = self.fold(at)? else {
            return Ok(None);
        };
        for &(op, right) in links.iter().rev() {
            let Some(right) = self.fold(right)? else {
                return Ok(None);
            };
            let Some(next) = fold_binary(op, &value, &right)? else {
                return Ok(None);
            };
            value = next;
        }
        Ok(Some(value))
    }

    /// All of a list's values, if they are constants.
    pub(super) fn fold_all(&self, elts: ExprRange) -> Res<Option<Const>> {
        self.fold_tuple(elts)
    }
}

/// The truth of a constant.
pub(super) fn truth(value: &Const) -> bool {
    match value {
        Const::None => false,
        Const::Bool(value) => *value,
        Const::Ellipsis | Const::Big(_) => true,
        Const::Int(value) => *value != 0,
        Const::Float(value) | Const::Imaginary(value) => *value != 0.0,
        Const::Str(text) | Const::Bytes(text) => !text.is_empty(),
        Const::Tuple(items) => !items.is_empty(),
    }
}

fn as_int(value: &Const) -> Option<i64> {
    match value {
        Const::Int(value) => Some(*value),
        Const::Bool(value) => Some(i64::from(*value)),
        _ => None,
    }
}

fn as_float(value: &Const) -> Option<f64> {
    const EXACT: i64 = 1 << 53;
    match value {
        Const::Float(value) => Some(*value),
        _ => as_int(value)
            .filter(|value| (-EXACT..=EXACT).contains(value))
            .map(|v| v as f64),
    }
}

fn fold_unary(op: UnaryOp, value: &Const) -> Option<Const> {
    match (op, value) {
        (UnaryOp::Not, _) => Some(Const::Bool(!truth(value))),
        (UnaryOp::USub, Const::Float(value)) => Some(Const::Float(-value)),
        (UnaryOp::UAdd, Const::Float(value)) => Some(Const::Float(*value)),
        (UnaryOp::USub, _) => as_int(value)?.checked_neg().map(Const::Int),
        (UnaryOp::UAdd, _) => as_int(value).map(Const::Int),
        (UnaryOp::Invert, _) => as_int(value).map(|value| Const::Int(!value)),
    }
}

/// The result of an operator on constants, if it is computed here.
pub(super) fn fold_binary(op: Operator, left: &Const, right: &Const) -> Res<Option<Const>> {
    match (left, right) {
        (Const::Str(left), Const::Str(right)) => {
            return Ok(fold_texts(op, left, right)?.map(|text| Const::Str(text.into())));
        }
        (Const::Bytes(left), Const::Bytes(right)) => {
            return Ok(fold_texts(op, left, right)?.map(|data| Const::Bytes(data.into())));
        }
        _ => {}
    }
    if let (Const::Bool(left), Const::Bool(right)) = (left, right) {
        // These stay bool.
        match op {
            Operator::BitAnd => return Ok(Some(Const::Bool(left & right))),
            Operator::BitOr => return Ok(Some(Const::Bool(left | right))),
            Operator::BitXor => return Ok(Some(Const::Bool(left ^ right))),
            _ => {}
        }
    }
    if let (Some(left), Some(right)) = (as_int(left), as_int(right)) {
        return Ok(fold_ints(op, left, right));
    }
    if let (Some(left), Some(right)) = (as_float(left), as_float(right)) {
        return Ok(match op {
            Operator::Add => Some(Const::Float(left + right)),
            Operator::Sub => Some(Const::Float(left - right)),
            Operator::Mult => Some(Const::Float(left * right)),
            Operator::Div if right != 0.0 => Some(Const::Float(left / right)),
            _ => None,
        });
    }
    Ok(None)
}

/// Two texts, or the bytes of two literals, one after the other.
fn fold_texts(op: Operator, left: &[u8], right: &[u8]) -> Res<Option<Box<[u8]>>> {
    if op != Operator::Add || left.len() + right.len() > MAX_TEXT {
        return Ok(None);
    }
    let mut text = Vec::new();
    text.try_reserve_exact(left.len() + right.len())
        .map_err(|_| Error::memory())?;
    text.extend_from_slice(left);
    text.extend_from_slice(right);
    Ok(Some(text.into_boxed_slice()))
}

fn fold_ints(op: Operator, left: i64, right: i64) -> Option<Const> {
    let small = |limit: i64| {
        u32::try_from(right)
            .ok()
            .filter(|&right| i64::from(right) < limit)
    };
    let int = match op {
        Operator::Add => left.checked_add(right),
        Operator::Sub => left.checked_sub(right),
        Operator::Mult => left.checked_mul(right),
        Operator::Pow => left.checked_pow(small(64)?),
        Operator::LShift => {
            let shift = small(63)?;
            let value = left.checked_shl(shift)?;
            (value >> shift == left).then_some(value)
        }
        Operator::RShift => left.checked_shr(small(63)?),
        Operator::BitAnd => Some(left & right),
        Operator::BitOr => Some(left | right),
        Operator::BitXor => Some(left ^ right),
        Operator::FloorDiv => {
            let quotient = left.checked_div(right)?;
            let exact = left.checked_rem(right)? == 0 || (left < 0) == (right < 0);
            quotient.checked_sub(i64::from(!exact))
        }
        Operator::Mod => {
            let rest = left.checked_rem(right)?;
            let wrap = rest != 0 && (rest < 0) != (right < 0);
            if wrap {
                rest.checked_add(right)
            } else {
                Some(rest)
            }
        }
        Operator::Div => {
            let (left, right) = (as_float(&Const::Int(left))?, as_float(&Const::Int(right))?);
            return (right != 0.0).then(|| Const::Float(left / right));
        }
        Operator::MatMult => None,
    };
    int.map(Const::Int)
}
