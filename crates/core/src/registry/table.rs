//! The tables: 32 modules of 64 functions each, and the standard modules, which
//! take none of these places.

use super::ModuleInit;
use crate::vm::native::{NativeClosure, NativeDef};
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use core::fmt;

/// Modules that an embedder can register.
pub const MODULES: usize = 32;
/// Functions that a module can have.
pub const FUNCTIONS_PER_MODULE: usize = 64;

/// A native module: described once, usable in any number of VMs.
#[derive(Clone)]
pub struct Module {
    name: String,
    functions: heapless::Vec<Arc<NativeDef>, FUNCTIONS_PER_MODULE>,
    init: Option<ModuleInit>,
    /// The first thing that was wrong, reported when the module is registered.
    refusal: Option<Refusal>,
}

/// A function of a module, before it is added.
#[derive(Clone)]
pub struct Function {
    pub(crate) def: Arc<NativeDef>,
}

/// Why a module or function was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// There are 32 modules already.
    TooManyModules {
        /// The module that found no place.
        module: String,
    },
    /// The module has 64 functions already.
    TooManyFunctions {
        /// The module.
        module: String,
        /// The function that found no place.
        function: String,
    },
    /// A module of that name is registered, or is a standard one.
    DuplicateModule {
        /// The name.
        module: String,
    },
    /// The module has a function of that name.
    DuplicateFunction {
        /// The module.
        module: String,
        /// The function.
        function: String,
    },
    /// Not a name that a script could write.
    InvalidName {
        /// The module.
        module: String,
        /// The name at fault: the module's own, or a function's.
        name: String,
    },
    /// A function's signature does not fit the code that it describes.
    InvalidSignature {
        /// The module.
        module: String,
        /// The function.
        function: String,
        /// What does not fit.
        reason: String,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::TooManyModules { module } => {
                write!(
                    f,
                    "cannot register module '{module}': a VM holds at most {MODULES} extension modules"
                )
            }
            Refusal::TooManyFunctions { module, function } => write!(
                f,
                "cannot add function '{function}' to module '{module}': a module holds at most {FUNCTIONS_PER_MODULE} functions"
            ),
            Refusal::DuplicateModule { module } => {
                write!(
                    f,
                    "cannot register module '{module}': a module of that name is there already"
                )
            }
            Refusal::DuplicateFunction { module, function } => {
                write!(
                    f,
                    "cannot add function '{function}' to module '{module}': it has one of that name already"
                )
            }
            Refusal::InvalidName { module, name } => write!(
                f,
                "cannot register '{}' in module '{}': a name is a letter or underscore, then letters, digits and underscores",
                name.escape_debug(),
                module.escape_debug()
            ),
            Refusal::InvalidSignature {
                module,
                function,
                reason,
            } => write!(
                f,
                "cannot add function '{}' to module '{}': {reason}",
                function.escape_debug(),
                module.escape_debug()
            ),
        }
    }
}

impl core::error::Error for Refusal {}

/// Whether a script can write the name.
fn is_name(name: &str) -> bool {
    crate::text::unicode::case::is_identifier(name.as_bytes())
}

impl Function {
    /// A function that gets its arguments unconverted. `signature` is written as
    /// Python shows it, `"(a, b=None, /, *, key=None)"`.
    pub fn untyped(
        name: impl Into<String>,
        signature: impl Into<String>,
        call: NativeClosure,
    ) -> Function {
        Function {
            def: Arc::new(NativeDef::shared(name.into(), signature.into(), call)),
        }
    }

    /// With a docstring.
    pub fn doc(mut self, doc: impl Into<String>) -> Function {
        if let Some(def) = Arc::get_mut(&mut self.def) {
            def.doc = Cow::Owned(doc.into());
        }
        self
    }

    /// As a method: found on a class through an instance, it gets the instance first.
    pub fn method(mut self) -> Function {
        if let Some(def) = Arc::get_mut(&mut self.def) {
            def.flags |= NativeDef::METHOD;
        }
        self
    }

    /// The function's name.
    pub fn name(&self) -> &str {
        &self.def.name
    }
}

impl Module {
    /// An empty module.
    pub fn new(name: impl Into<String>) -> Module {
        let name = name.into();
        let refusal = (!is_name(&name)).then(|| Refusal::InvalidName {
            module: name.clone(),
            name: name.clone(),
        });
        Module {
            name,
            functions: heapless::Vec::new(),
            init: None,
            refusal,
        }
    }

    /// The module's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Adds a function. What is wrong with it is reported at registration.
    #[expect(
        clippy::should_implement_trait,
        reason = "a step of the builder, not an operator"
    )]
    pub fn add(mut self, function: Function) -> Module {
        let name = function.def.name.clone();
        let refusal = if !is_name(&name) {
            Some(Refusal::InvalidName {
                module: self.name.clone(),
                name: name.into_owned(),
            })
        } else if self.functions.iter().any(|def| def.name == name) {
            Some(Refusal::DuplicateFunction {
                module: self.name.clone(),
                function: name.into_owned(),
            })
        } else if self.functions.push(function.def).is_err() {
            Some(Refusal::TooManyFunctions {
                module: self.name.clone(),
                function: name.into_owned(),
            })
        } else {
            None
        };
        self.refusal = self.refusal.or(refusal);
        self
    }

    /// Marks the module as refused: registering it reports the first such reason.
    pub fn refuse(mut self, refusal: Refusal) -> Module {
        self.refusal = self.refusal.or(Some(refusal));
        self
    }

    /// Runs `init` with the module's namespace when it is first imported: for
    /// constants and the like.
    pub fn with_init(mut self, init: ModuleInit) -> Module {
        self.init = Some(init);
        self
    }

    pub(crate) fn functions(&self) -> &[Arc<NativeDef>] {
        &self.functions
    }

    pub(crate) fn init(&self) -> Option<ModuleInit> {
        self.init.clone()
    }

    /// What was wrong with it, if anything.
    pub fn refusal(&self) -> Option<&Refusal> {
        self.refusal.as_ref()
    }
}

/// One VM's modules.
#[derive(Default)]
pub(crate) struct Registry {
    modules: Box<heapless::Vec<Arc<Module>, MODULES>>,
    standard: alloc::vec::Vec<Arc<Module>>,
    libraries: alloc::vec::Vec<Library>,
    frozen: alloc::vec::Vec<&'static [Frozen]>,
    docs: alloc::vec::Vec<&'static [&'static str]>,
}

/// A standard module written in the language itself, compiled before.
#[derive(Debug, Clone, Copy)]
pub struct Frozen {
    /// Its full name, `a.b` for a module of a package.
    pub name: &'static str,
    /// Its image (`compile::image`), aligned to eight bytes to be used in place.
    pub image: &'static [u8],
    /// Whether it is a package.
    pub package: bool,
}

/// Native standard modules that are described when a script first imports them: most scripts
/// import few, and a VM is made in microseconds.
struct Library {
    names: &'static [&'static str],
    make: Maker,
}

/// Describes the module with this place in the list of names.
pub(crate) type Maker = Box<dyn Fn(usize) -> Option<Module> + Send + Sync>;

impl Library {
    fn find(&self, name: &str) -> Option<Module> {
        let at = self.names.iter().position(|known| *known == name)?;
        (self.make)(at)
    }
}

impl Registry {
    /// Registers a module; a refused one leaves nothing behind.
    pub(crate) fn register(&mut self, module: Module) -> Result<(), Refusal> {
        if let Some(refusal) = module.refusal {
            return Err(refusal);
        }
        if self.is_known(&module.name) {
            return Err(Refusal::DuplicateModule {
                module: module.name,
            });
        }
        self.modules
            .push(Arc::new(module))
            .map_err(|module| Refusal::TooManyModules {
                module: module.name.clone(),
            })
    }

    /// Adds a standard module, which takes none of the places.
    pub(crate) fn add_standard(&mut self, module: Module) -> Result<(), Refusal> {
        match module.refusal {
            Some(refusal) => Err(refusal),
            None => {
                self.standard.push(Arc::new(module));
                Ok(())
            }
        }
    }

    /// Adds standard modules that are described when they are imported.
    pub(crate) fn add_library(&mut self, names: &'static [&'static str], make: Maker) {
        self.libraries.push(Library { names, make });
    }

    /// Adds standard modules that are written in the language.
    pub(crate) fn add_frozen(&mut self, modules: &'static [Frozen]) {
        self.frozen.push(modules);
    }

    /// Adds texts about natives, in the form that `builtins::docs` reads.
    pub(crate) fn add_docs(&mut self, texts: &'static [&'static str]) {
        self.docs.push(texts);
    }

    /// All of them.
    pub(crate) fn docs(&self) -> impl Iterator<Item = &'static str> {
        self.docs.iter().flat_map(|texts| texts.iter().copied())
    }

    /// The standard module of that name that is written in the language.
    pub(crate) fn find_frozen(&self, name: &str) -> Option<Frozen> {
        let mut all = self.frozen.iter().flat_map(|modules| modules.iter());
        all.find(|module| module.name == name).copied()
    }

    /// The module of a name, standard ones first.
    pub(crate) fn find(&self, name: &str) -> Option<Arc<Module>> {
        self.standard
            .iter()
            .chain(self.modules.iter())
            .find(|module| module.name == name)
            .cloned()
            .or_else(|| {
                let mut libraries = self.libraries.iter();
                libraries
                    .find_map(|library| library.find(name))
                    .map(Arc::new)
            })
    }

    /// Names of all modules that are not files.
    fn all_names(&self) -> impl Iterator<Item = &str> {
        let native = self.standard.iter().chain(self.modules.iter());
        let libraries = self.libraries.iter().flat_map(|library| library.names);
        let frozen = self.frozen.iter().flat_map(|modules| modules.iter());
        native
            .map(|module| module.name.as_str())
            .chain(libraries.copied())
            .chain(frozen.map(|module| module.name))
    }

    /// Whether a module that is not a file has that name.
    pub(crate) fn is_known(&self, name: &str) -> bool {
        self.all_names().any(|known| known == name)
    }

    /// The same without those that begin with `_`.
    pub(crate) fn known(&self) -> impl Iterator<Item = &str> {
        self.all_names().filter(|name| !name.starts_with('_'))
    }

    /// Names of the registered modules, without the standard ones.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.modules.iter().map(|module| module.name.as_str())
    }
}
