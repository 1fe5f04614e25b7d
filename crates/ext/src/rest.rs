//! Parameters that take what is left: `*args` and `**kwargs`.

use crate::arg::{FromArg, Mismatch, Shape};
use crate::call::Site;
use miniscript_core::{Args, Context, Local, Res};

/// All further positional arguments. It stands behind the named parameters
/// (keyword-only ones included) and before [`Kwargs`].
#[derive(Clone, Copy)]
pub struct Rest<'f> {
    args: Args<'f>,
    /// A dict of keyword arguments lies behind them.
    keywords: bool,
}

/// All further keyword arguments, a dict: the last parameter.
#[derive(Clone, Copy)]
pub struct Kwargs<'f>(Option<Local<'f>>);

impl<'f> Rest<'f> {
    /// How many there are.
    pub fn len(self) -> usize {
        self.args.len().saturating_sub(usize::from(self.keywords))
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The argument at `at`.
    pub fn get(self, at: usize) -> Option<Local<'f>> {
        (at < self.len()).then(|| self.args.at(at))
    }

    /// All of them.
    pub fn iter(self) -> impl ExactSizeIterator<Item = Local<'f>> + Clone {
        let args = self.args;
        (0..self.len()).map(move |at| args.at(at))
    }
}

impl<'f> Kwargs<'f> {
    /// The dict, if any were passed.
    pub fn dict(self) -> Option<Local<'f>> {
        self.0
    }

    /// The value passed under a name.
    ///
    /// # Errors
    /// MemoryError.
    pub fn get(self, cx: &mut Context<'f>, name: &str) -> Res<'f, Option<Local<'f>>> {
        match self.0 {
            Some(dict) => cx.dict_get_str(dict, name),
            None => Ok(None),
        }
    }
}

impl<'a> FromArg for Rest<'a> {
    type Out<'f> = Rest<'f>;
    const SHAPE: Shape = Shape::Rest;

    fn from_local<'f>(_: &mut Context<'f>, _: Local<'f>) -> Result<Rest<'f>, Mismatch<'f>> {
        Err(Mismatch::Expected("several arguments"))
    }

    #[inline]
    fn from_args<'f>(
        _: &mut Context<'f>,
        args: Args<'f>,
        at: usize,
        site: &Site,
    ) -> Res<'f, Rest<'f>> {
        Ok(Rest {
            args: args.skip(at),
            keywords: site.has_keywords(),
        })
    }
}

impl<'a> FromArg for Kwargs<'a> {
    type Out<'f> = Kwargs<'f>;
    const SHAPE: Shape = Shape::Keywords;

    fn from_local<'f>(_: &mut Context<'f>, value: Local<'f>) -> Result<Kwargs<'f>, Mismatch<'f>> {
        Ok(Kwargs(Some(value)))
    }

    #[inline]
    fn from_args<'f>(
        cx: &mut Context<'f>,
        args: Args<'f>,
        _: usize,
        _: &Site,
    ) -> Res<'f, Kwargs<'f>> {
        // The dict is the last place whatever number of arguments lies before it.
        let last = args.len().checked_sub(1).and_then(|at| args.get(cx, at));
        Ok(Kwargs(last.filter(|&dict| cx.is_dict(dict))))
    }
}
