//! The module that runs as the main program (`-m NAME`): found as CPython's `runpy` finds
//! it, and with its sentences where there is none.

use crate::compile::Chunk;
use crate::object::ClassId;
use crate::vm::context::{Context, Res};
use crate::vm::host::Found;
use crate::vm::import::{load, loaded_image, search, texts};
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// What is there to run under a module's name.
#[derive(Debug)]
pub enum Program {
    /// The main program.
    Source {
        /// Its text.
        text: Vec<u8>,
        /// What tracebacks call it.
        filename: String,
        /// The package that its relative imports start from; empty: none.
        package: String,
    },
    /// The main program, compiled before.
    Compiled {
        /// Its code.
        chunk: Arc<Chunk>,
        /// The file it comes from.
        filename: String,
        /// The package that its relative imports start from; empty: none.
        package: String,
    },
    /// Nothing: why, as CPython says it.
    Missing(String),
}

impl<'f> Context<'f> {
    /// The module that is to run as the main program (`-m NAME`): a module's own
    /// text, or a package's `__main__`. The packages it is in are imported.
    ///
    /// # Errors
    /// What importing its packages raises.
    pub fn find_program(&mut self, name: &str) -> Res<'f, Program> {
        if name.starts_with('.') {
            let text = "Relative module names not supported";
            return Ok(Program::Missing(String::from(text)));
        }
        let (parent, last) = match name.rsplit_once('.') {
            Some((parent, last)) => (Some(parent), last),
            None => (None, name),
        };
        let folders = match parent.map(|parent| self.program_folders(parent, name)) {
            Some(folders) => match folders? {
                Ok(folders) => Some(folders),
                Err(text) => return Ok(Program::Missing(text)),
            },
            None => None,
        };
        match self.program_source(last, folders.as_deref())? {
            Some(
                Found::Namespace(_)
                | Found::Source {
                    package: Some(_), ..
                }
                | Found::Compiled {
                    package: Some(_), ..
                },
            ) => {}
            Some(Found::Source { text, filename, .. }) => {
                return Ok(Program::Source {
                    text,
                    filename,
                    package: String::from(parent.unwrap_or("")),
                });
            }
            Some(Found::Compiled {
                image,
                filename,
                source,
                ..
            }) => {
                return Ok(Program::Compiled {
                    chunk: loaded_image(self, &image, &filename, source)?,
                    filename,
                    package: String::from(parent.unwrap_or("")),
                });
            }
            Some(Found::Native(_)) => return Ok(Program::Missing(no_code(name))),
            None => {
                // A standard module or a registered one has no text to run.
                return Ok(Program::Missing(match load(self, name) {
                    Ok(_) => no_code(name),
                    Err(_) => format!("No module named {name}"),
                }));
            }
        }
        let main = format!("{name}.__main__");
        let folders = match self.program_folders(name, &main)? {
            Ok(folders) => folders,
            Err(text) => return Ok(Program::Missing(text)),
        };
        match self.program_source("__main__", Some(&folders))? {
            Some(Found::Source { text, filename, .. }) => Ok(Program::Source {
                text,
                filename,
                package: String::from(name),
            }),
            Some(Found::Compiled {
                image,
                filename,
                source,
                ..
            }) => Ok(Program::Compiled {
                chunk: loaded_image(self, &image, &filename, source)?,
                filename,
                package: String::from(name),
            }),
            _ => Ok(Program::Missing(format!(
                "No module named {main}; '{name}' is a package and cannot be directly executed"
            ))),
        }
    }

    fn program_source(&mut self, name: &str, folders: Option<&[String]>) -> Res<'f, Option<Found>> {
        search(self, name, folders, false)
            .map_err(|text| self.raise_bytes(ClassId::ImportError, text.as_bytes()))
    }

    /// Imports a package: its folders, or why there are none.
    fn program_folders(
        &mut self,
        package: &str,
        program: &str,
    ) -> Res<'f, Result<Vec<String>, String>> {
        let text = match load(self, package) {
            Ok(module) => {
                let path = self.name("__path__")?;
                if let Some(list) = self.find_attr(module, path)? {
                    return Ok(Ok(texts(self, list)));
                }
                format!(
                    "__path__ attribute not found on '{package}' while trying to find '{program}'"
                )
            }
            Err(error) => {
                let exception = self.exception(error);
                let name = self.find_attribute(exception, "name")?;
                let name = name.and_then(|name| self.as_str(name)).unwrap_or("");
                let ours = package
                    .strip_prefix(name)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
                if !ours || !self.is_instance(exception, ClassId::ModuleNotFoundError) {
                    return Err(self.raise_object(exception));
                }
                format!("No module named '{package}'")
            }
        };
        let mut text = format!(
            "Error while finding module specification for '{program}' (ModuleNotFoundError: {text})"
        );
        if let Some(stem) = program.strip_suffix(".py") {
            text.push_str(&format!(
                ". Try using '{stem}' instead of '{program}' as the module name."
            ));
        }
        Ok(Err(text))
    }
}

fn no_code(name: &str) -> String {
    format!("No code object available for {name}")
}
