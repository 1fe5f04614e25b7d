//! What every type takes part in: operators, comparison, hashing, truth, items,
//! iteration, text. Fast paths for built-in types first, then the special methods.

mod string;
pub(crate) mod text;

pub(crate) use string::{str_concat, str_contains, str_item, str_repeat};
pub(crate) use text::{ascii, format, join, percent, percent_bytes, repr, str};
mod arith;
mod bytes;
pub(crate) mod codec;
mod compare;
mod hash;
pub(crate) mod memory;
mod memory_items;
mod number;
mod truth;

pub(crate) use arith::{absolute, binary, builtin_first, divmod, fallback, power, unary};
pub(crate) use bytes::{
    array_del_item, array_set_item, byte_of, bytes_compare, bytes_concat, bytes_contains,
    bytes_item, bytes_of_items, bytes_repeat, bytes_required, data_of, is_array,
};
pub(crate) use codec::{decode, encode};
pub(crate) use compare::{compare, eq, holds, lt, not_ordered, of_numbers};
pub(crate) use hash::hash;
pub(crate) use number::{float_to_int, number_binary, reserve};
pub(crate) use truth::{
    cannot_fit, count, find_float, find_index, float_of, index, index_clamped, index_i64,
    is_overridden, len, length, strict_float, strict_int, truth,
};

mod advance;
pub(crate) mod awaiting;
pub(crate) mod delegate;
mod items;
mod iterate;
mod matching;
pub(crate) mod sets;
mod slices;
mod sort;
mod unpack;

pub(crate) use advance::{advance, hint};
pub(crate) use awaiting::{async_iter, async_next, awaitable};
pub(crate) use items::{
    contains, contains_by_walking, count_equal, del_item, dict_place, find, fresh_list, get_item,
    index_within, set_item,
};
pub(crate) use iterate::{
    Batches, as_iterator, counting_iter, dict_iter, extend_list, find_truth, for_each, is_iterator,
    is_sequence, iter, list_of, next,
};
pub(crate) use matching::{match_class, match_keys};
pub(crate) use slices::{adjust, has_index, place, slice_indices, unpack_slice};
pub(crate) use sort::sort_list;
pub(crate) use unpack::{
    dict_merge, dict_update, extend_args, extend_display, merge_mapping, unpack, unpack_star,
};

/// A binary operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    TrueDiv,
    /// `//`
    FloorDiv,
    /// `%`
    Mod,
    /// `**`
    Pow,
    /// `@`
    MatMul,
    /// `<<`
    LShift,
    /// `>>`
    RShift,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
}

/// A unary operator (`not` is `truth`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnOp {
    /// `-`
    Neg,
    /// `+`
    Pos,
    /// `~`
    Invert,
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cmp {
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `==`
    Eq,
    /// `!=`
    Ne,
}

impl BinOp {
    /// Every operator, in order: tables of methods name them by number.
    pub(crate) const ALL: [BinOp; 13] = [
        BinOp::Add,
        BinOp::Sub,
        BinOp::Mul,
        BinOp::TrueDiv,
        BinOp::FloorDiv,
        BinOp::Mod,
        BinOp::Pow,
        BinOp::MatMul,
        BinOp::LShift,
        BinOp::RShift,
        BinOp::And,
        BinOp::Or,
        BinOp::Xor,
    ];
}

impl Cmp {
    /// Every comparison, in order.
    pub(crate) const ALL: [Cmp; 6] = [Cmp::Lt, Cmp::Le, Cmp::Gt, Cmp::Ge, Cmp::Eq, Cmp::Ne];
}

impl UnOp {
    /// Every unary operator, in order.
    pub(crate) const ALL: [UnOp; 3] = [UnOp::Neg, UnOp::Pos, UnOp::Invert];
}
