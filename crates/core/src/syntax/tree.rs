//! The syntax tree: node kinds, ids and lists.
//!
//! The parser fills a [`Tree`](super::Tree), the compiler and the printer read it. The node names are those of
//! CPython's ASDL (`Python.asdl` of 3.11). Nodes live in flat vectors and refer to each other by
//! index ([`ExprId`], [`StmtId`], [`PatternId`]); lists are [`Range`]s into side vectors. So
//! dropping a tree never recurses, and every allocation is fallible.
//!
//! Invariants: an id or range taken from a tree is valid in that tree only (reading another one's
//! gives a wrong node, an empty list or a filler, never a panic). The nesting of a tree is bounded
//! by [`Options`](super::Options), **except** along these spines, which a reader must walk with a
//! loop: the `left` of `BinOp`, the `value` of `Attribute` and `Subscript`, the `func` of `Call`,
//! and an `If` that is alone in the `orelse` of an `If` (an `elif`).

use core::marker::PhantomData;
use core::num::NonZeroU32;

/// A half-open range of byte offsets in the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// From the start of `self` to the end of `other`.
    #[must_use]
    pub const fn to(self, other: Span) -> Span {
        Span {
            start: self.start,
            end: other.end,
        }
    }
}

/// Makes the id types: an index plus one, so that `Option<Id>` is four bytes as well.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(NonZeroU32);

        impl $name {
            /// The id of the item at `index`.
            #[must_use]
            pub const fn new(index: u32) -> $name {
                match NonZeroU32::new(index.wrapping_add(1)) {
                    Some(id) => $name(id),
                    None => $name(NonZeroU32::MAX),
                }
            }

            /// The index of the item in its vector.
            #[must_use]
            pub const fn index(self) -> usize {
                (self.0.get() - 1) as usize
            }
        }
    )*};
}

ids! {
    /// Names an [`Expr`] of a tree.
    ExprId;
    /// Names a [`Stmt`] of a tree.
    StmtId;
    /// Names a [`Pattern`] of a tree.
    PatternId;
    /// Names an identifier in the name table of a tree; equal names have equal ids.
    NameId;
    /// Names a [`FunctionDef`] of a tree.
    FunctionId;
    /// Names a [`ClassDef`] of a tree.
    ClassId;
    /// Names a [`TryStmt`] of a tree.
    TryId;
    /// Names the [`Arguments`] of a function or lambda.
    ArgumentsId;
    /// Names an [`Arg`] that stands alone (`*args`, `**kwargs`).
    ArgId;
}

/// A list: consecutive items of the vector that holds the `T`s of a tree.
pub struct Range<T> {
    pub(super) start: u32,
    pub(super) end: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Range<T> {
    /// A list without items.
    pub const EMPTY: Range<T> = Range {
        start: 0,
        end: 0,
        kind: PhantomData,
    };

    pub(super) const fn new(start: u32, end: u32) -> Range<T> {
        Range {
            start,
            end,
            kind: PhantomData,
        }
    }

    /// The number of items.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether there are no items.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    pub(super) fn of(self, items: &[T]) -> &[T] {
        items
            .get(self.start as usize..self.end as usize)
            .unwrap_or(&[])
    }
}

impl<T> Clone for Range<T> {
    fn clone(&self) -> Range<T> {
        *self
    }
}
impl<T> Copy for Range<T> {}
impl<T> core::fmt::Debug for Range<T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
impl<T> PartialEq for Range<T> {
    fn eq(&self, other: &Range<T>) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}

/// A list of expressions.
pub type ExprRange = Range<ExprId>;
/// A list of statements.
pub type StmtRange = Range<StmtId>;
/// A list of patterns.
pub type PatternRange = Range<PatternId>;
/// A list of names.
pub type NameRange = Range<NameId>;
/// Bytes of the constant pool: a string, a bytes literal, the digits of an integer.
pub type BytesRange = Range<u8>;

/// Whether an expression is read, written or deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExprContext {
    /// Read.
    Load,
    /// Assigned to.
    Store,
    /// Deleted.
    Del,
}

/// `and`, `or`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the ASDL's")]
pub enum BoolOp {
    And,
    Or,
}

/// A binary operator, also of augmented assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the ASDL's")]
pub enum Operator {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

/// A unary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the ASDL's")]
pub enum UnaryOp {
    Invert,
    Not,
    UAdd,
    USub,
}

/// A comparison operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the ASDL's")]
pub enum CmpOp {
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}

/// The `!r` of a replacement field; ASDL's numbers are -1, 115, 114, 97.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// No conversion given.
    None,
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

/// The value of a literal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Constant {
    /// `None`
    None,
    /// `True`
    True,
    /// `False`
    False,
    /// `...`
    Ellipsis,
    /// An integer that fits; never negative in source.
    Int(i64),
    /// A larger integer: its digits in `radix` (2, 8, 10 or 16), ASCII, no underscores, no prefix.
    BigInt {
        /// The base of the digits.
        radix: u8,
        /// The digits, in the pool.
        digits: BytesRange,
    },
    /// A float.
    Float(f64),
    /// The imaginary part of an imaginary literal.
    Imaginary(f64),
    /// A string in WTF-8 (lone surrogates are encoded as three bytes).
    Str {
        /// The text, in the pool.
        value: BytesRange,
        /// Whether the (first) literal has the prefix `u`.
        u_prefix: bool,
    },
    /// A bytes literal.
    Bytes(BytesRange),
}

/// An expression with its place in the source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands. Parentheses are outside, except those of tuples and generators.
    pub span: Span,
}

/// The kinds of expression.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "names and fields are the ASDL's")]
pub enum ExprKind {
    BoolOp {
        op: BoolOp,
        values: ExprRange,
    },
    NamedExpr {
        target: ExprId,
        value: ExprId,
    },
    /// The operator stands in the source between the end of `left` and the start of `right`,
    /// among blanks, comments, line continuations and parentheses: see
    /// [`operator_span`](super::operator_span).
    BinOp {
        left: ExprId,
        op: Operator,
        right: ExprId,
    },
    UnaryOp {
        op: UnaryOp,
        operand: ExprId,
    },
    Lambda {
        args: ArgumentsId,
        body: ExprId,
    },
    IfExp {
        test: ExprId,
        body: ExprId,
        orelse: ExprId,
    },
    Dict {
        items: Range<DictItem>,
    },
    Set {
        elts: ExprRange,
    },
    ListComp {
        elt: ExprId,
        generators: Range<Comprehension>,
    },
    SetComp {
        elt: ExprId,
        generators: Range<Comprehension>,
    },
    DictComp {
        key: ExprId,
        value: ExprId,
        generators: Range<Comprehension>,
    },
    GeneratorExp {
        elt: ExprId,
        generators: Range<Comprehension>,
    },
    Await {
        value: ExprId,
    },
    Yield {
        value: Option<ExprId>,
    },
    YieldFrom {
        value: ExprId,
    },
    Compare {
        left: ExprId,
        rest: Range<Comparison>,
    },
    Call {
        func: ExprId,
        args: ExprRange,
        keywords: Range<Keyword>,
    },
    FormattedValue {
        value: ExprId,
        conversion: Conversion,
        format_spec: Option<ExprId>,
    },
    JoinedStr {
        values: ExprRange,
    },
    Constant(Constant),
    Attribute {
        value: ExprId,
        attr: NameId,
        ctx: ExprContext,
    },
    Subscript {
        value: ExprId,
        slice: ExprId,
        ctx: ExprContext,
    },
    Starred {
        value: ExprId,
        ctx: ExprContext,
    },
    Name {
        id: NameId,
        ctx: ExprContext,
    },
    List {
        elts: ExprRange,
        ctx: ExprContext,
    },
    Tuple {
        elts: ExprRange,
        ctx: ExprContext,
    },
    /// Only as the `slice` of a `Subscript`, or inside a tuple there.
    Slice {
        lower: Option<ExprId>,
        upper: Option<ExprId>,
        step: Option<ExprId>,
    },
}

/// `key: value` in a dict display, or `**value` (no key).
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "said above")]
pub struct DictItem {
    pub key: Option<ExprId>,
    pub value: ExprId,
}

/// One link of a comparison chain: the operator and what follows it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "said above")]
pub struct Comparison {
    pub op: CmpOp,
    pub comparator: ExprId,
}

/// `for target in iter if ...` of a comprehension.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are the ASDL's")]
pub struct Comprehension {
    pub target: ExprId,
    pub iter: ExprId,
    pub ifs: ExprRange,
    pub is_async: bool,
}

/// `arg=value` in a call or class header; `**value` has no `arg`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are the ASDL's")]
pub struct Keyword {
    pub arg: Option<NameId>,
    pub value: ExprId,
    pub span: Span,
}

/// The parameters of a function; each carries its own default.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are the ASDL's")]
pub struct Arguments {
    pub posonlyargs: Range<Arg>,
    pub args: Range<Arg>,
    pub vararg: Option<ArgId>,
    pub kwonlyargs: Range<Arg>,
    pub kwarg: Option<ArgId>,
}

/// One parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are the ASDL's")]
pub struct Arg {
    pub arg: NameId,
    pub annotation: Option<ExprId>,
    pub default: Option<ExprId>,
    /// Name and annotation.
    pub span: Span,
}

/// A statement with its place in the source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stmt {
    /// What it is.
    pub kind: StmtKind,
    /// Where it stands (decorators are outside).
    pub span: Span,
}

/// The kinds of statement.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "names and fields are the ASDL's")]
pub enum StmtKind {
    /// `def` and `async def`.
    FunctionDef(FunctionId),
    ClassDef(ClassId),
    Return {
        value: Option<ExprId>,
    },
    Delete {
        targets: ExprRange,
    },
    Assign {
        targets: ExprRange,
        value: ExprId,
    },
    AugAssign {
        target: ExprId,
        op: Operator,
        value: ExprId,
    },
    AnnAssign {
        target: ExprId,
        annotation: ExprId,
        value: Option<ExprId>,
        simple: bool,
    },
    For {
        target: ExprId,
        iter: ExprId,
        body: StmtRange,
        orelse: StmtRange,
    },
    AsyncFor {
        target: ExprId,
        iter: ExprId,
        body: StmtRange,
        orelse: StmtRange,
    },
    While {
        test: ExprId,
        body: StmtRange,
        orelse: StmtRange,
    },
    If {
        test: ExprId,
        body: StmtRange,
        orelse: StmtRange,
    },
    With {
        items: Range<WithItem>,
        body: StmtRange,
    },
    AsyncWith {
        items: Range<WithItem>,
        body: StmtRange,
    },
    Match {
        subject: ExprId,
        cases: Range<MatchCase>,
    },
    Raise {
        exc: Option<ExprId>,
        cause: Option<ExprId>,
    },
    /// `try` with `except` or `except*`.
    Try(TryId),
    Assert {
        test: ExprId,
        msg: Option<ExprId>,
    },
    Import {
        names: Range<Alias>,
    },
    ImportFrom {
        module: Option<NameId>,
        names: Range<Alias>,
        level: u32,
    },
    Global {
        names: NameRange,
    },
    Nonlocal {
        names: NameRange,
    },
    Expr {
        value: ExprId,
    },
    Pass,
    Break,
    Continue,
}

/// A function definition.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are the ASDL's")]
pub struct FunctionDef {
    pub name: NameId,
    pub args: ArgumentsId,
    pub body: StmtRange,
    pub decorator_list: ExprRange,
    pub returns: Option<ExprId>,
    pub is_async: bool,
}

/// A class definition.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are the ASDL's")]
pub struct ClassDef {
    pub name: NameId,
    pub bases: ExprRange,
    pub keywords: Range<Keyword>,
    pub body: StmtRange,
    pub decorator_list: ExprRange,
}

/// A `try` statement.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are the ASDL's")]
pub struct TryStmt {
    pub body: StmtRange,
    pub handlers: Range<ExceptHandler>,
    pub orelse: StmtRange,
    pub finalbody: StmtRange,
    /// Whether the handlers are `except*` (ASDL's `TryStar`).
    pub is_star: bool,
}

/// One `except` clause.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are the ASDL's")]
pub struct ExceptHandler {
    pub typ: Option<ExprId>,
    pub name: Option<NameId>,
    pub body: StmtRange,
    pub span: Span,
}

/// One item of a `with` statement.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are the ASDL's")]
pub struct WithItem {
    pub context_expr: ExprId,
    pub optional_vars: Option<ExprId>,
}

/// One name of an import; a dotted name is one name with its dots, `*` is the name `*`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are the ASDL's")]
pub struct Alias {
    pub name: NameId,
    pub asname: Option<NameId>,
    pub span: Span,
}

/// One `case` of a `match` statement.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are the ASDL's")]
pub struct MatchCase {
    pub pattern: PatternId,
    pub guard: Option<ExprId>,
    pub body: StmtRange,
}

/// A pattern with its place in the source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pattern {
    /// What it is.
    pub kind: PatternKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of pattern.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "names and fields are the ASDL's")]
pub enum PatternKind {
    MatchValue {
        value: ExprId,
    },
    /// `None`, `True` or `False`.
    MatchSingleton {
        value: Constant,
    },
    MatchSequence {
        patterns: PatternRange,
    },
    MatchMapping {
        keys: ExprRange,
        patterns: PatternRange,
        rest: Option<NameId>,
    },
    MatchClass {
        cls: ExprId,
        patterns: PatternRange,
        kwd_attrs: NameRange,
        kwd_patterns: PatternRange,
    },
    MatchStar {
        name: Option<NameId>,
    },
    MatchAs {
        pattern: Option<PatternId>,
        name: Option<NameId>,
    },
    MatchOr {
        patterns: PatternRange,
    },
}
