//! Functions: definitions, lambdas, comprehensions, and what begins every function.

use super::emit::copy_bytes;
use super::name::Home;
use super::{Gen, Res, Unit};
use crate::compile::chunk::{Const, Proto};
use crate::compile::names::push;
use crate::compile::opcode::Op;
use crate::compile::scope::{Node, Place, ScopeKind, flags};
use crate::syntax::{
    Arg, Arguments, ArgumentsId, Constant, Error, ExprId, ExprKind, ExprRange, FunctionDef, NameId,
    Range, Span, StmtId, StmtKind, unparse,
};
use alloc::vec::Vec;

impl Gen<'_> {
    /// A docstring's value.
    pub(super) fn docstring(&self, body: &[StmtId]) -> Res<Option<Const>> {
        let Some(&first) = body.first() else {
            return Ok(None);
        };
        let StmtKind::Expr { value } = self.tree.stmt(first).kind else {
            return Ok(None);
        };
        let expr = self.tree.expr(value);
        match expr.kind {
            ExprKind::Constant(text @ Constant::Str { .. }) => self.literal(text).map(Some),
            _ => Ok(None),
        }
    }

    pub(super) fn add_local(&mut self, sym: crate::compile::names::Sym) -> Res<u32> {
        let reg = self.unit.locals.len() as u32;
        if reg >= super::MAX_REGISTERS {
            return Err(self.limit("too many variables in a function"));
        }
        push(&mut self.unit.locals, sym)?;
        if let Some(symbol) = self.scopes.symbol_mut(self.unit.scope, sym) {
            symbol.reg = reg;
        }
        Ok(reg)
    }

    /// Gives every variable its register and emits what a function begins with. Parameters have
    /// been added already.
    pub(super) fn prologue(&mut self) -> Res {
        let scope = self.unit.scope;
        let params = self.unit.locals.len() as u32;
        for wanted in [Place::Local, Place::Cell] {
            if !self.unit.registers {
                break;
            }
            for index in 0..self.scopes.get(scope).symbols.len() {
                let Some(&symbol) = self.scopes.get(scope).symbols.get(index) else {
                    break;
                };
                if symbol.place == wanted && symbol.flags & flags::PARAM == 0 {
                    self.add_local(symbol.sym)?;
                }
            }
        }
        if self.scopes.get(scope).class_cell {
            push(&mut self.unit.locals, self.known.class)?;
        }
        self.unit.free_start = self.unit.locals.len() as u32;
        let free = self.scopes.get(scope).free.len();
        for index in 0..free {
            let Some(&sym) = self.scopes.get(scope).free.get(index) else {
                break;
            };
            self.add_local(sym)?;
        }
        let count = self.unit.locals.len() as u32;
        self.unit.top = count;
        self.unit.bound = super::Bits::new(count)?;
        for reg in 0..params {
            self.unit.bound.set(reg, true);
        }
        self.emit(Op::Enter, 0, 0, 0, 0)?;
        if free > 0 {
            self.emit(Op::LoadClosure, self.unit.free_start, free as u32, 0, 0)?;
        }
        for reg in 0..self.unit.free_start {
            let Some(&sym) = self.unit.locals.get(reg as usize) else {
                break;
            };
            let cell = match self.scopes.get(scope).kind {
                ScopeKind::Class => true,
                ScopeKind::Module => false,
                _ => self
                    .scopes
                    .symbol(scope, sym)
                    .is_some_and(|s| s.place == Place::Cell),
            };
            if cell {
                self.emit(Op::MakeCell, reg, 0, 0, 0)?;
            }
        }
        Ok(())
    }

    /// Compiles a scope by `body` as a function of its own; its proto's number.
    pub(super) fn child(
        &mut self,
        scope: u32,
        first: u32,
        body: impl FnOnce(&mut Self) -> Res,
    ) -> Res<u16> {
        if let Some(proto) = self.scopes.get(scope).proto {
            return Ok(proto);
        }
        let number = u16::try_from(self.protos.len())
            .map_err(|_| Error::syntax("too many functions in a source", self.unit.span))?;
        push(&mut self.protos, None)?;
        let qualname = self
            .scopes
            .qualname(scope, &self.unit.qualname, &self.symbols)?;
        let outer = core::mem::replace(&mut self.unit, Unit::new(scope, qualname, first));
        // What a function begins with is at the first column of its line, as CPython has it.
        let start = first.saturating_sub(self.lines.position(first).column);
        self.unit.span = Span::new(start, start);
        let kind = self.scopes.get(scope).kind;
        self.unit.registers = kind.is_function();
        self.unit.namespace = kind == ScopeKind::Class;
        if kind == ScopeKind::Class {
            self.unit.flags |= Proto::NAMESPACE;
        }
        if self.scopes.get(scope).generator {
            self.unit.flags |= Proto::GENERATOR;
        }
        if self.scopes.get(scope).coroutine {
            self.unit.flags |= Proto::COROUTINE;
        }
        body(self)?;
        let proto = self.assemble()?;
        self.unit = outer;
        if let Some(slot) = self.protos.get_mut(usize::from(number)) {
            *slot = Some(proto);
        }
        self.scopes.get_mut(scope).proto = Some(number);
        Ok(number)
    }

    fn add_params(&mut self, args: &Arguments, span: Span) -> Res {
        let tree = self.tree;
        let add = |g: &mut Self, arg: &Arg| -> Res {
            let sym = g.sym(arg.arg)?;
            g.check_assignable(sym, false, span)?;
            g.add_local(sym).map(|_| ())
        };
        for list in [args.posonlyargs, args.args, args.kwonlyargs] {
            for arg in tree.args(list) {
                add(self, arg)?;
            }
        }
        for arg in [args.vararg, args.kwarg].into_iter().flatten() {
            add(self, tree.arg(arg))?;
        }
        self.unit.posonly = args.posonlyargs.len() as u32;
        self.unit.args = (args.posonlyargs.len() + args.args.len()) as u32;
        self.unit.kwonly = args.kwonlyargs.len() as u32;
        if args.vararg.is_some() {
            self.unit.flags |= Proto::VARARGS;
        }
        if args.kwarg.is_some() {
            self.unit.flags |= Proto::VARKW;
        }
        Ok(())
    }

    /// Emits the function of a scope; `args` and `returns` are evaluated here.
    pub(super) fn make_function(
        &mut self,
        scope: u32,
        proto: u16,
        args: Option<&Arguments>,
        returns: Option<ExprId>,
        dst: u32,
    ) -> Res {
        let tree = self.tree;
        let top = self.unit.top;
        let mut wanted = 0_u8;
        if let Some(args) = args {
            let some = |list: Range<Arg>| tree.args(list).iter().any(|arg| arg.default.is_some());
            if some(args.posonlyargs) || some(args.args) {
                wanted |= 1;
            }
            if some(args.kwonlyargs) {
                wanted |= 2;
            }
            if returns.is_some() || self.annotated(args) {
                wanted |= 4;
            }
        }
        if !self.scopes.get(scope).free.is_empty() {
            wanted |= 8;
        }
        if wanted == 0 {
            return self.emit(Op::MakeFunction, dst, u32::from(proto), 0, 0);
        }
        // The four parts lie side by side; what is left out before the first costs nothing.
        let first = wanted.trailing_zeros();
        while self.unit.top < first {
            self.emit(Op::LoadNone, self.unit.top, 0, 0, 0)?;
            self.push();
        }
        let base = self.unit.top - first;
        for part in first..8 - wanted.leading_zeros() {
            let to = self.unit.top;
            match (wanted >> part & 1, part, args) {
                (1, 0, Some(args)) => self.default_values(args, to)?,
                (1, 1, Some(args)) => self.keyword_defaults(args, to)?,
                (1, 2, Some(args)) => self.annotation_dict(args, returns, to)?,
                (1, 3, _) => self.closure(scope, to)?,
                _ => self.emit(Op::LoadNone, to, 0, 0, 0)?,
            }
            self.unit.top = to + 1;
        }
        self.emit(Op::MakeFunction, dst, u32::from(proto), base, wanted)?;
        self.unit.top = top;
        Ok(())
    }

    fn default_values(&mut self, args: &Arguments, to: u32) -> Res {
        let tree = self.tree;
        let mut values = Vec::new();
        let mut folded = Some(Vec::new());
        for list in [args.posonlyargs, args.args] {
            for default in tree.args(list).iter().filter_map(|arg| arg.default) {
                push(&mut values, default)?;
                if let Some(constants) = &mut folded {
                    match self.fold(default)? {
                        Some(value) => push(constants, value)?,
                        None => folded = None,
                    }
                }
            }
        }
        if let Some(constants) = folded {
            return self.load_const(Const::Tuple(constants.into_boxed_slice()), to);
        }
        for &value in &values {
            self.push_expr(value)?;
        }
        self.emit(Op::BuildTuple, to, to, values.len() as u32, 0)
    }

    fn keyword_defaults(&mut self, args: &Arguments, to: u32) -> Res {
        let tree = self.tree;
        for arg in tree.args(args.kwonlyargs) {
            if let Some(default) = arg.default {
                self.push_name(arg.arg)?;
                self.push_expr(default)?;
            }
        }
        let pairs = (self.unit.top - to) / 2;
        self.emit(Op::BuildDict, to, to, pairs, 0)
    }

    /// An annotation's value in a temporary: what it evaluates to, or its text.
    pub(super) fn push_annotation(&mut self, id: ExprId) -> Res<u32> {
        if !self.scopes.text_annotations {
            return self.push_expr(id);
        }
        let text = unparse::expression(self.tree, id)?;
        self.load_const(Const::Str(text.into_boxed_slice().into()), self.unit.top)?;
        Ok(self.push())
    }

    fn push_name(&mut self, name: NameId) -> Res {
        let sym = self.sym(name)?;
        let text = copy_bytes(self.symbols.text(sym).as_bytes())?;
        self.load_const(Const::Str(text.into()), self.unit.top)?;
        self.push();
        Ok(())
    }

    fn annotated(&self, args: &Arguments) -> bool {
        let tree = self.tree;
        let some = |list: Range<Arg>| tree.args(list).iter().any(|arg| arg.annotation.is_some());
        let one = |arg: Option<crate::syntax::ArgId>| {
            arg.is_some_and(|arg| tree.arg(arg).annotation.is_some())
        };
        some(args.posonlyargs)
            || some(args.args)
            || some(args.kwonlyargs)
            || one(args.vararg)
            || one(args.kwarg)
    }

    fn annotation_dict(&mut self, args: &Arguments, returns: Option<ExprId>, to: u32) -> Res {
        let tree = self.tree;
        let one = |arg: Option<crate::syntax::ArgId>| arg.map(|arg| tree.arg(arg));
        let all = tree
            .args(args.args)
            .iter()
            .chain(tree.args(args.posonlyargs))
            .chain(one(args.vararg))
            .chain(tree.args(args.kwonlyargs))
            .chain(one(args.kwarg));
        for arg in all {
            if let Some(annotation) = arg.annotation {
                self.push_name(arg.arg)?;
                // `*args: *Ts`
                match tree.expr(annotation).kind {
                    ExprKind::Starred { value, .. } if !self.scopes.text_annotations => {
                        let base = self.unit.top;
                        let src = self.operand(value)?;
                        self.emit(Op::Unpack, base, src, 1, 0)?;
                        self.unit.top = base + 1;
                    }
                    _ => {
                        self.push_annotation(annotation)?;
                    }
                }
            }
        }
        if let Some(returns) = returns {
            let name = self.symbols.intern("return")?;
            let text = copy_bytes(self.symbols.text(name).as_bytes())?;
            self.load_const(Const::Str(text.into()), self.unit.top)?;
            self.push();
            self.push_annotation(returns)?;
        }
        let pairs = (self.unit.top - to) / 2;
        self.emit(Op::BuildDict, to, to, pairs, 0)
    }

    /// The tuple of cells for a function of `scope`.
    fn closure(&mut self, scope: u32, to: u32) -> Res {
        let count = self.scopes.get(scope).free.len();
        let here = self.unit.scope;
        let class = self.scopes.get(here).kind == ScopeKind::Class;
        for index in 0..count {
            let Some(&sym) = self.scopes.get(scope).free.get(index) else {
                break;
            };
            let reg = if class && sym == self.known.class && self.scopes.get(here).class_cell {
                0
            } else {
                self.scopes.symbol(here, sym).map_or(0, |symbol| symbol.reg)
            };
            let top = self.unit.top;
            self.emit(Op::Move, top, reg, 0, 0)?;
            self.push();
        }
        self.emit(Op::BuildTuple, to, to, count as u32, 0)
    }

    pub(super) fn function_def(&mut self, id: StmtId, def: &FunctionDef) -> Res {
        let tree = self.tree;
        let span = self.unit.span;
        let top = self.unit.top;
        self.push_all(def.decorator_list)?;
        let first = match tree.exprs(def.decorator_list).first() {
            Some(&decorator) => self.span_of(decorator).start,
            None => span.start,
        };
        let scope = self.scope_of(Node::Stmt(id), span)?;
        let args = tree.arguments(def.args);
        let before = self.warnings.len();
        let proto = self.child(scope, first, |g| {
            g.add_params(args, span)?;
            g.prologue()?;
            let mut body = tree.stmts(def.body);
            if let Some(doc) = g.docstring(body)? {
                g.unit.doc = Some(g.constant(doc)? as u16);
                body = body.get(1..).unwrap_or(&[]);
            }
            body.iter().try_for_each(|&id| g.stmt(id))?;
            g.emit(Op::ReturnNone, 0, 0, 0, 0)
        })?;
        let inside = self.warnings.len() - before;
        let sym = self.sym(def.name)?;
        self.check_assignable(sym, false, span)?;
        if let (Home::Register(reg), true) = (self.home(sym), def.decorator_list.is_empty()) {
            self.make_function(scope, proto, Some(args), def.returns, reg)?;
            self.warn_later(before, inside);
            self.unit.bound.set(reg, true);
            return Ok(());
        }
        let out = self.unit.top;
        self.make_function(scope, proto, Some(args), def.returns, out)?;
        self.warn_later(before, inside);
        self.push();
        self.decorate(def.decorator_list)?;
        self.unit.top = top + 1;
        self.store_sym(sym, top)
    }

    /// Calls the decorators below the value in the last temporary, which is replaced.
    pub(super) fn decorate(&mut self, decorators: ExprRange) -> Res {
        let tree = self.tree;
        let outer = self.unit.span;
        for &decorator in tree.exprs(decorators).iter().rev() {
            let window = self.unit.top.saturating_sub(2);
            self.at(self.span_of(decorator));
            self.emit(Op::Call, window, 1, window, 0)?;
            self.unit.top = window + 1;
        }
        self.at(outer);
        Ok(())
    }

    /// The body of a class as a function, in `dst`.
    pub(super) fn class_function(&mut self, scope: u32, proto: u16, dst: u32) -> Res {
        self.make_function(scope, proto, None, None, dst)
    }

    pub(super) fn lambda(&mut self, id: ExprId, args: ArgumentsId, body: ExprId, dst: u32) -> Res {
        let span = self.unit.span;
        let scope = self.scope_of(Node::Expr(id), span)?;
        let args = self.tree.arguments(args);
        let proto = self.child(scope, span.start, |g| {
            g.add_params(args, span)?;
            g.prologue()?;
            let top = g.unit.top;
            if g.scopes.get(scope).generator {
                // What a generator returns is the value of its StopIteration.
                g.expr_to(body, top)?;
                g.at(g.span_of(body));
                return g.emit(Op::Return, top, 0, 0, 0);
            }
            let reg = g.operand(body)?;
            g.at(g.span_of(body));
            g.emit(Op::Return, reg, 0, 0, 0)
        })?;
        self.make_function(scope, proto, Some(args), None, dst)
    }
}
