//! Modules and functions, as authors put them together.

use crate::arg::Shape;
use crate::call::Site;
use crate::native::IntoNative;
use crate::signature::Signature;
use crate::value::IntoValue;
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use miniscript_core as core_api;
use miniscript_core::{Class, Context, Local, Refusal, Res};

type Init = Box<dyn for<'f> Fn(&mut Context<'f>, Local<'f>) -> Res<'f, ()> + Send + Sync>;

/// A module of natives under construction; [`Module::build`] makes what a VM
/// registers. Mistakes (names, limits, signatures) are reported by that.
pub struct Module {
    name: String,
    version: Option<String>,
    doc: Option<String>,
    inner: core_api::Module,
    inits: Vec<Init>,
}

/// One function under construction, for [`Module::add`].
pub struct Function {
    inner: core_api::Function,
    fault: Option<String>,
}

impl Function {
    /// A function; its name may carry its signature, `"scale(x, factor=2.0)"`.
    pub fn new<M, F: IntoNative<M>>(name: &str, function: F) -> Function {
        let (signature, keywords) = match F::shapes() {
            Some(shapes) => (
                Signature::of(name, &shapes),
                shapes.contains(&Shape::Keywords),
            ),
            None => (Signature::plain(name, "(*args)"), false),
        };
        let site = Site::new(&signature.name, signature.defaults, keywords);
        Function {
            inner: core_api::Function::untyped(
                signature.name,
                signature.text,
                function.into_native(site),
            ),
            fault: signature.fault,
        }
    }

    /// Its docstring.
    pub fn doc(mut self, doc: impl Into<String>) -> Function {
        self.inner = self.inner.doc(doc);
        self
    }

    /// As a method of a class: its first parameter is the instance.
    pub fn method(mut self) -> Function {
        self.inner = self.inner.method();
        self
    }

    /// As core keeps it.
    pub fn build(self) -> core_api::Function {
        self.inner
    }
}

impl Module {
    /// An empty module.
    pub fn new(name: impl Into<String>) -> Module {
        let name = name.into();
        Module {
            inner: core_api::Module::new(name.clone()),
            name,
            version: None,
            doc: None,
            inits: Vec::new(),
        }
    }

    /// The module's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its version: `__version__`.
    pub fn version(mut self, version: impl Into<String>) -> Module {
        self.version = Some(version.into());
        self
    }

    /// Its docstring.
    pub fn doc(mut self, doc: impl Into<String>) -> Module {
        self.doc = Some(doc.into());
        self
    }

    /// Adds a function: `.function("hypot", |a: f64, b: f64| a.hypot(b))`.
    pub fn function<M, F: IntoNative<M>>(self, name: &str, function: F) -> Module {
        self.add(Function::new(name, function))
    }

    /// Adds a function that was made apart, with its documentation.
    #[expect(
        clippy::should_implement_trait,
        reason = "a step of the builder, not an operator"
    )]
    pub fn add(mut self, function: Function) -> Module {
        if let Some(reason) = function.fault {
            self.inner = self.inner.refuse(Refusal::InvalidSignature {
                module: self.name.clone(),
                function: String::from(function.inner.name()),
                reason,
            });
        }
        self.inner = self.inner.add(function.inner);
        self
    }

    /// Adds a constant.
    pub fn constant<T>(self, name: impl Into<Cow<'static, str>>, value: T) -> Module
    where
        T: IntoValue + Clone + Send + Sync + 'static,
    {
        let name = name.into();
        self.init(move |cx, dict| {
            let value = value.clone().into_value(cx)?;
            cx.dict_set_str(dict, &name, value)
        })
    }

    /// Adds a class, under the last part of its name.
    pub fn class(self, class: &'static Class) -> Module {
        self.init(move |cx, dict| {
            let ty = cx.class_of(class)?;
            let name = class.name.rsplit('.').next().unwrap_or(class.name);
            cx.dict_set_str(dict, name, ty)
        })
    }

    /// Runs `init` with the module's namespace when it is first imported.
    pub fn init<F>(mut self, init: F) -> Module
    where
        F: for<'f> Fn(&mut Context<'f>, Local<'f>) -> Res<'f, ()> + Send + Sync + 'static,
    {
        self.inits.push(Box::new(init));
        self
    }

    /// What `Vm::register` takes.
    pub fn build(self) -> core_api::Module {
        let Module {
            version,
            doc,
            inner,
            inits,
            ..
        } = self;
        if version.is_none() && doc.is_none() && inits.is_empty() {
            return inner;
        }
        inner.with_init(Arc::new(move |cx, dict| {
            if let Some(doc) = &doc {
                let doc = cx.str(doc)?;
                cx.dict_set_str(dict, "__doc__", doc)?;
            }
            if let Some(version) = &version {
                let version = cx.str(version)?;
                cx.dict_set_str(dict, "__version__", version)?;
            }
            for init in &inits {
                cx.scope(|cx| init(cx, dict))?;
            }
            Ok(())
        }))
    }
}

impl From<Module> for core_api::Module {
    fn from(module: Module) -> core_api::Module {
        module.build()
    }
}
