//! `translate` and `maketrans`: tables of 256 bytes.

use super::split::unchanged;
use super::{own, written};
use crate::builtins::protocol;
use crate::text::Sink;
use crate::vm::context::{Args, Context, Res};

pub(super) fn translate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let table = args.at(1);
    let table = if cx.is_none(table) {
        None
    } else {
        let table = protocol::data_of(cx, table)?;
        match <&[u8; 256]>::try_from(table) {
            Ok(table) => Some(table),
            Err(_) => {
                return Err(cx.value_error(format_args!(
                    "translation table must be 256 characters long"
                )));
            }
        }
    };
    let deleted = match args.get(cx, 2) {
        Some(deleted) => protocol::data_of(cx, deleted)?,
        None => &[],
    };
    cx.note_bytes(deleted.len());
    let mut dropped = [false; 256];
    for &byte in deleted {
        if let Some(dropped) = dropped.get_mut(usize::from(byte)) {
            *dropped = true;
        }
    }
    let data = own(cx, args)?;
    let at = |byte: u8| usize::from(byte);
    let changes = |byte: u8| {
        dropped.get(at(byte)) == Some(&true)
            || table.is_some_and(|table| table.get(at(byte)) != Some(&byte))
    };
    if !data.iter().any(|&byte| changes(byte)) {
        return unchanged(cx, args.at(0), data);
    }
    written(cx, args.at(0), data.len(), |out| {
        for &byte in data {
            if dropped.get(at(byte)) == Some(&true) {
                continue;
            }
            let mapped = table.and_then(|table| table.get(at(byte)));
            out.write_byte(mapped.copied().unwrap_or(byte))?;
        }
        Ok(())
    })
}

pub(super) fn maketrans<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let from = protocol::data_of(cx, args.at(0))?;
    let to = protocol::data_of(cx, args.at(1))?;
    if from.len() != to.len() {
        return Err(cx.value_error(format_args!("maketrans arguments must have same length")));
    }
    cx.note_bytes(from.len());
    let mut table: [u8; 256] = core::array::from_fn(|byte| byte as u8);
    for (&from, &to) in from.iter().zip(to) {
        if let Some(place) = table.get_mut(usize::from(from)) {
            *place = to;
        }
    }
    cx.bytes(&table)
}
