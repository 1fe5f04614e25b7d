//! temporary
use super::*;
use crate::vm::context::*;
macro_rules! p { ($($n:ident($($a:ident: $t:ty),*) -> $r:ty;)*) => { $(pub(crate) fn $n<'f>(cx: &mut Context<'f>, $($a: $t),*) -> Res<'f, $r> { let _ = ($($a),*); Err(cx.type_error(format_args!("pending"))) })* } }
p! {
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
 extend_list(a: Local<'f>, b: Local<'f>) -> ();
 extend_display(a: Local<'f>, b: Local<'f>) -> ();
}
pub(crate) fn sort_list<'f>(
    cx: &mut Context<'f>,
    _a: Local<'f>,
    _k: Option<Local<'f>>,
    _r: bool,
) -> Res<'f, ()> {
    Err(cx.type_error(format_args!("pending")))
}
