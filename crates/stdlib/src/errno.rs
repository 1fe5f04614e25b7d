//! `errno`: the numbers of system errors by their names.

use crate::posix;
use crate::settings::Settings;
use miniscript_ext::Module;

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("errno")
        .doc("This module makes available standard errno system symbols.")
        .init(|cx, dict| {
            let codes = cx.dict()?;
            for &(number, name, _) in posix::NAMES {
                cx.scope(|cx| {
                    let (code, text) = (cx.int(i64::from(number))?, cx.str(name)?);
                    cx.dict_set_str(dict, name, code)?;
                    cx.dict_set(codes, code, text)
                })?;
            }
            cx.dict_set_str(dict, "errorcode", codes)
        })
}
