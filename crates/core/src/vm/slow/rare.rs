//! Instructions that are rare or slow in any case: the loop has one arm for all of them.
//!
//! # Safety
//! As `slow` says: `fiber` runs, its frame on top is saved, `instr` is the instruction
//! that it stands behind.

use super::*;
use crate::compile::opcode::{Instr, Op};

#[inline(never)]
pub(crate) unsafe fn rare(fiber: *mut Fiber, instr: Instr) -> Flow {
    match instr.op() {
        Some(Op::DeleteCell) => delete_cell(fiber, instr),
        Some(Op::LoadClassCell) => load_class_cell(fiber, instr),
        Some(Op::DeleteGlobal) => delete_global(fiber, instr),
        Some(Op::DeleteName) => delete_name(fiber, instr),
        Some(Op::SetupAnnotations) => setup_annotations(fiber, instr),
        Some(Op::DeleteAttr) => delete_attr(fiber, instr),
        Some(Op::CallSuper) => call_super(fiber, instr),
        Some(Op::DeleteItem) => delete_item(fiber, instr),
        Some(Op::GetYieldFromIter) => get_yield_from_iter(fiber, instr),
        Some(Op::GetAwaitable) => get_awaitable(fiber, instr),
        Some(Op::GetAIter) => get_aiter(fiber, instr),
        Some(Op::GetANext) => get_anext(fiber, instr),
        Some(Op::EndAsyncFor) => end_async_for(fiber, instr),
        Some(Op::ListExtend) => list_extend(fiber, instr),
        Some(Op::ListToTuple) => list_to_tuple(fiber, instr),
        Some(Op::DictUpdate) => dict_update(fiber, instr),
        Some(Op::DictMerge) => dict_merge(fiber, instr),
        Some(Op::BuildSet) => build_set(fiber, instr),
        Some(Op::SetUpdate) => set_update(fiber, instr),
        Some(Op::UnpackStar) => unpack_star(fiber, instr),
        Some(Op::BuildClass) => build_class(fiber, instr),
        Some(Op::RaiseFrom) => raise_from(fiber, instr),
        Some(Op::RaiseAgain) => raise_again(fiber, instr),
        Some(Op::BeforeWith) => before_with(fiber, instr),
        Some(Op::ExcInfo) => exc_info(fiber, instr),
        Some(Op::ImportName) => import_name(fiber, instr),
        Some(Op::ImportFrom) => import_from(fiber, instr),
        Some(Op::ImportStar) => import_star(fiber, instr),
        Some(Op::PrintExpr) => print_expr(fiber, instr),
        Some(Op::MatchKind) => match_kind(fiber, instr),
        Some(Op::GetLen) => get_len(fiber, instr),
        Some(Op::MatchKeys) => match_keys(fiber, instr),
        Some(Op::MatchClass) => match_class(fiber, instr),
        Some(Op::MatchGroup) => match_group(fiber, instr),
        Some(Op::MergeGroup) => merge_group(fiber, instr),
        Some(Op::PushOwnExc) => push_own_exc(fiber, instr),
        Some(Op::PopOwnExc) => pop_own_exc(fiber, instr),
        _ => {
            let mut cx = native(fiber);
            let error = cx.raise(
                ClassId::SystemError,
                format_args!("unknown instruction {}", instr.op_byte()),
            );
            fail(fiber, cx, error)
        }
    }
}
