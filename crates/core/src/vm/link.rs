//! Linking: a chunk's function becomes a code object, its constants heap values.

use crate::compile::chunk::{Chunk, Const};
use crate::heap::OutOfMemory;
use crate::object::*;
use crate::value::Raw;
use crate::vm::state::State;
use alloc::sync::Arc;
use num_bigint::{BigInt, Sign};

/// Links function `index` of a chunk.
///
/// # Safety
/// Raw layer: nothing collects before the code is reachable.
pub(crate) unsafe fn link(
    vm: *mut State,
    chunk: &Arc<Chunk>,
    index: usize,
) -> Result<*mut CodeObj, OutOfMemory> {
    let code = CodeObj::new(&mut (*vm).heap, chunk, index)?;
    let consts = &(*(*code).proto).consts;
    for (i, constant) in consts.iter().enumerate() {
        let raw = build(vm, constant)?;
        (*code).consts.add(i).write(raw);
    }
    Ok(code)
}

/// Builds one constant.
///
/// # Safety
/// Raw layer.
pub(crate) unsafe fn build(vm: *mut State, constant: &Const) -> Result<Raw, OutOfMemory> {
    Ok(match constant {
        Const::None => Raw::NONE,
        Const::Bool(value) => Raw::from_bool(*value),
        Const::Ellipsis => (*vm).ellipsis,
        Const::Int(value) => Int64Obj::make(&mut (*vm).heap, *value)?,
        Const::Big(digits) => {
            BigObj::make(&mut (*vm).heap, &BigInt::from_slice(Sign::Plus, digits))?
        }
        Const::Float(value) => Raw::from_f64(*value),
        Const::Imaginary(value) => {
            let parts = [Raw::from_f64(0.0), Raw::from_f64(*value)];
            Raw::from_ptr(RecordObj::new(&mut (*vm).heap, ClassId::Complex, &parts)?)
        }
        Const::Str(bytes) if bytes.is_empty() => (*vm).empty_str,
        // Short strings are likely names: interned, so that look-ups compare addresses.
        Const::Str(bytes) if bytes.len() <= 64 => Raw::from_ptr((*vm).intern_bytes(bytes)?),
        Const::Str(bytes) => {
            let s = StrObj::new(&mut (*vm).heap, bytes)?;
            (*vm).hash_str(s);
            Raw::from_ptr(s)
        }
        Const::Bytes(data) => Raw::from_ptr(BytesObj::new(&mut (*vm).heap, data)?),
        Const::Tuple(items) => {
            let mut words = alloc::vec::Vec::new();
            words
                .try_reserve_exact(items.len())
                .map_err(|_| OutOfMemory)?;
            for item in items {
                words.push(build(vm, item)?);
            }
            Raw::from_ptr(TupleObj::from_slice(
                &mut (*vm).heap,
                words.as_ptr(),
                words.len(),
            )?)
        }
    })
}

/// The code of function `index` of the chunk that `parent` belongs to: functions
/// made in a loop share it.
///
/// # Safety
/// Raw layer.
pub(crate) unsafe fn cached(
    vm: *mut State,
    parent: *mut CodeObj,
    chunk: &Arc<Chunk>,
    index: usize,
) -> Result<*mut CodeObj, OutOfMemory> {
    let (key, found) = CodeObj::child(parent, index);
    if let Some(code) = found {
        return Ok(code);
    }
    let code = link(vm, chunk, index)?;
    CodeObj::add_child(&mut (*vm).heap, parent, key, code)?;
    Ok(code)
}
