//! Warnings that built-in types give: through the module `warnings`, whose filters decide.

use super::{Context, Res};
use crate::object::ClassId;
use crate::vm::import;
use core::fmt::Write;

impl<'f> Context<'f> {
    /// Warns the script code that called the running native, as `warnings.warn` does.
    ///
    /// # Errors
    /// What the filters make of it; MemoryError.
    pub(crate) fn warn(
        &mut self,
        category: ClassId,
        message: core::fmt::Arguments<'_>,
    ) -> Res<'f, ()> {
        self.scope(|cx| {
            let module = match import::load(cx, "warnings") {
                Ok(module) => module,
                // Left out of a small build: nobody can ask for warnings there.
                Err(error) if cx.error_is(&error, ClassId::ImportError) => return Ok(()),
                Err(error) => return Err(error),
            };
            let name = cx.name("warn")?;
            let Some(function) = cx.find_attr(module, name)? else {
                return Ok(());
            };
            let mut text = cx.text();
            let _ = write!(text, "{message}");
            let text = cx.finish(text)?;
            let category = cx.class_object(category);
            cx.call(function, &[text, category]).map(|_| ())
        })
    }

    /// The DeprecationWarning of a special method whose answer is of a subclass of the number
    /// that it has to be.
    pub(crate) fn warn_of_subclass(
        &mut self,
        method: &str,
        wanted: &str,
        found: &str,
    ) -> Res<'f, ()> {
        self.warn(
            ClassId::DeprecationWarning,
            format_args!(
                "{method} returned non-{wanted} (type {found}).  The ability to return an \
                 instance of a strict subclass of {wanted} is deprecated, and may be removed in a \
                 future version of Python."
            ),
        )
    }
}
