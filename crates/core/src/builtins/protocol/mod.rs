//! What every type takes part in: operators, comparison, hashing, truth, items,
//! iteration, text. Fast paths for built-in types first, then the special methods.

mod string;
pub(crate) mod text;

pub(crate) use string::{str_concat, str_contains, str_item, str_next, str_part, str_repeat};
pub(crate) use text::{ascii, format, join, percent, repr, str};

/// A binary operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BinOp {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    MatMul,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

/// A unary operator (`not` is `truth`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnOp {
    Neg,
    Pos,
    Invert,
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cmp {
    Lt,
    Le,
    Gt,
    Ge,
    Eq,
    Ne,
}

mod advance;
mod items;
mod iterate;
mod sequences;
mod slices;
mod sort;
mod unpack;

pub(crate) use advance::*;
pub(crate) use items::*;
pub(crate) use iterate::*;
pub(crate) use sequences::*;
pub(crate) use slices::*;
pub(crate) use sort::sort_list;
pub(crate) use unpack::*;
