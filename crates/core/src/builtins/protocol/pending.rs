//! temporary
use super::*;
use crate::vm::context::*;
macro_rules! p { ($($n:ident($($a:ident: $t:ty),*) -> $r:ty;)*) => { $(pub(crate) fn $n<'f>(cx: &mut Context<'f>, $($a: $t),*) -> Res<'f, $r> { let _ = ($($a),*); Err(cx.type_error(format_args!("pending"))) })* } }
p! {
 binary(op: BinOp, a: Local<'f>, b: Local<'f>, i: bool) -> Local<'f>;
 unary(op: UnOp, a: Local<'f>) -> Local<'f>;
 compare(op: Cmp, a: Local<'f>, b: Local<'f>) -> Local<'f>;
 eq(a: Local<'f>, b: Local<'f>) -> bool;
 hash(a: Local<'f>) -> u64;
 truth(a: Local<'f>) -> bool;
 index(a: Local<'f>) -> Local<'f>;
 index_i64(a: Local<'f>) -> i64;
 index_clamped(a: Local<'f>) -> i64;
 float_of(a: Local<'f>) -> f64;
 get_item(a: Local<'f>, b: Local<'f>) -> Local<'f>;
 set_item(a: Local<'f>, b: Local<'f>, c: Local<'f>) -> ();
 del_item(a: Local<'f>, b: Local<'f>) -> ();
 contains(a: Local<'f>, b: Local<'f>) -> bool;
 iter(a: Local<'f>) -> Local<'f>;
 next(a: Local<'f>) -> Option<Local<'f>>;
 slice_indices(a: Local<'f>, n: usize) -> (i64,i64,i64,usize);
 list_of(a: Local<'f>) -> Local<'f>;
 unpack(a: Local<'f>, n: usize) -> Local<'f>;
 unpack_star(a: Local<'f>, n: usize, m: usize) -> Local<'f>;
 dict_update(a: Local<'f>, b: Local<'f>) -> ();
 dict_merge(a: Local<'f>, b: Local<'f>, c: Local<'f>) -> ();
 extend_args(a: Local<'f>, b: Local<'f>, c: Local<'f>) -> ();
 extend_display(a: Local<'f>, b: Local<'f>) -> ();
}
pub(crate) fn unsupported<'f>(
    cx: &mut Context<'f>,
    _op: BinOp,
    _a: Local<'f>,
    _b: Local<'f>,
    _i: bool,
) -> Error<'f> {
    cx.type_error(format_args!("pending"))
}
pub(crate) fn not_ordered<'f>(
    cx: &mut Context<'f>,
    _op: Cmp,
    _a: Local<'f>,
    _b: Local<'f>,
) -> Error<'f> {
    cx.type_error(format_args!("pending"))
}
