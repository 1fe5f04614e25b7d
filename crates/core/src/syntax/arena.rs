//! The arena that owns the nodes of a syntax tree, and its accessors.
//!
//! Filled by the parser, read by the compiler and the printer. An id or range of another tree
//! never panics: it gives a wrong node, an empty list or a filler.

use super::names::Names;
use super::tree::*;
use alloc::vec::Vec;

/// What a tree is the tree of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Body {
    /// ASDL's `Module`.
    Module(StmtRange),
    /// ASDL's `Interactive`.
    Interactive(StmtRange),
    /// ASDL's `Expression`.
    Expression(ExprId),
}

/// A parsed source text.
#[derive(Debug)]
pub struct Tree {
    pub(super) body: Body,
    pub(super) exprs: Vec<Expr>,
    pub(super) stmts: Vec<Stmt>,
    pub(super) patterns: Vec<Pattern>,
    pub(super) functions: Vec<FunctionDef>,
    pub(super) classes: Vec<ClassDef>,
    pub(super) tries: Vec<TryStmt>,
    pub(super) arguments: Vec<Arguments>,
    pub(super) args: Vec<Arg>,
    pub(super) expr_lists: Vec<ExprId>,
    pub(super) stmt_lists: Vec<StmtId>,
    pub(super) pattern_lists: Vec<PatternId>,
    pub(super) name_lists: Vec<NameId>,
    pub(super) dict_items: Vec<DictItem>,
    pub(super) comparisons: Vec<Comparison>,
    pub(super) comprehensions: Vec<Comprehension>,
    pub(super) keywords: Vec<Keyword>,
    pub(super) handlers: Vec<ExceptHandler>,
    pub(super) with_items: Vec<WithItem>,
    pub(super) aliases: Vec<Alias>,
    pub(super) cases: Vec<MatchCase>,
    pub(super) pool: Vec<u8>,
    /// Escapes that mean nothing: where their literals start, and their letters.
    pub(super) escapes: Vec<(u32, u16)>,
    pub(super) names: Names,
    pub(super) may_continue: bool,
}

const NO_SPAN: Span = Span::new(0, 0);
const NO_EXPR: Expr = Expr {
    kind: ExprKind::Constant(Constant::None),
    span: NO_SPAN,
};
const NO_STMT: Stmt = Stmt {
    kind: StmtKind::Pass,
    span: NO_SPAN,
};
const NO_PATTERN: Pattern = Pattern {
    kind: PatternKind::MatchAs {
        pattern: None,
        name: None,
    },
    span: NO_SPAN,
};
const NO_ARG: Arg = Arg {
    arg: NameId::new(0),
    annotation: None,
    default: None,
    span: NO_SPAN,
};
const NO_ARGUMENTS: Arguments = Arguments {
    posonlyargs: Range::EMPTY,
    args: Range::EMPTY,
    vararg: None,
    kwonlyargs: Range::EMPTY,
    kwarg: None,
};
const NO_FUNCTION: FunctionDef = FunctionDef {
    name: NameId::new(0),
    args: ArgumentsId::new(u32::MAX - 1),
    body: Range::EMPTY,
    decorator_list: Range::EMPTY,
    returns: None,
    is_async: false,
};
const NO_CLASS: ClassDef = ClassDef {
    name: NameId::new(0),
    bases: Range::EMPTY,
    keywords: Range::EMPTY,
    body: Range::EMPTY,
    decorator_list: Range::EMPTY,
};
const NO_TRY: TryStmt = TryStmt {
    body: Range::EMPTY,
    handlers: Range::EMPTY,
    orelse: Range::EMPTY,
    finalbody: Range::EMPTY,
    is_star: false,
};

/// Makes the accessors of [`Tree`]: items by id, lists by range.
macro_rules! accessors {
    (items { $($(#[$doc:meta])* $item:ident($id:ty) -> $out:ty: $vec:ident or $filler:ident;)* }
     lists { $($(#[$ldoc:meta])* $list:ident -> $of:ty: $lvec:ident;)* }) => {
        impl Tree {
            $($(#[$doc])*
            #[must_use]
            pub fn $item(&self, id: $id) -> &$out {
                self.$vec.get(id.index()).unwrap_or(&$filler)
            })*
            $($(#[$ldoc])*
            #[must_use]
            pub fn $list(&self, range: Range<$of>) -> &[$of] {
                range.of(&self.$lvec)
            })*
        }
    };
}

accessors! {
    items {
        /// The expression `id`.
        expr(ExprId) -> Expr: exprs or NO_EXPR;
        /// The statement `id`.
        stmt(StmtId) -> Stmt: stmts or NO_STMT;
        /// The pattern `id`.
        pattern(PatternId) -> Pattern: patterns or NO_PATTERN;
        /// The function definition `id`.
        function(FunctionId) -> FunctionDef: functions or NO_FUNCTION;
        /// The class definition `id`.
        class(ClassId) -> ClassDef: classes or NO_CLASS;
        /// The `try` statement `id`.
        try_stmt(TryId) -> TryStmt: tries or NO_TRY;
        /// The parameters `id`.
        arguments(ArgumentsId) -> Arguments: arguments or NO_ARGUMENTS;
        /// The parameter `id` (a `vararg` or `kwarg`).
        arg(ArgId) -> Arg: args or NO_ARG;
    }
    lists {
        /// The ids of a list of expressions.
        exprs -> ExprId: expr_lists;
        /// The ids of a list of statements.
        stmts -> StmtId: stmt_lists;
        /// The ids of a list of patterns.
        patterns -> PatternId: pattern_lists;
        /// The ids of a list of names.
        names -> NameId: name_lists;
        /// The parameters of a list.
        args -> Arg: args;
        /// The items of a dict display.
        dict_items -> DictItem: dict_items;
        /// The links of a comparison chain.
        comparisons -> Comparison: comparisons;
        /// The `for` clauses of a comprehension.
        comprehensions -> Comprehension: comprehensions;
        /// The keyword arguments of a call or class.
        keywords -> Keyword: keywords;
        /// The `except` clauses of a `try`.
        handlers -> ExceptHandler: handlers;
        /// The items of a `with`.
        with_items -> WithItem: with_items;
        /// The names of an import.
        aliases -> Alias: aliases;
        /// The cases of a `match`.
        cases -> MatchCase: cases;
        /// Bytes of the constant pool.
        bytes -> u8: pool;
    }
}

impl Tree {
    /// What the tree is the tree of.
    #[must_use]
    pub fn body(&self) -> Body {
        self.body
    }

    /// Whether an interactive source is one block statement that another line may belong to: a
    /// REPL reads on until an empty line ends it.
    #[must_use]
    pub fn may_continue(&self) -> bool {
        self.may_continue
    }

    /// The text of a name.
    #[must_use]
    pub fn name(&self, id: NameId) -> &str {
        self.names.get(id)
    }

    /// How many distinct names the tree has; ids run from 0 to one less.
    #[must_use]
    pub fn name_count(&self) -> usize {
        self.names.len()
    }
}

/// Makes the marks to which the parser takes a tree back after an attempt.
macro_rules! marks {
    ($($vec:ident)*) => {
        impl Tree {
            pub(super) fn lengths(&self) -> [usize; 22] {
                [$(self.$vec.len()),*]
            }

            pub(super) fn truncate(&mut self, lengths: [usize; 22]) {
                let mut lengths = lengths.into_iter();
                $(self.$vec.truncate(lengths.next().unwrap_or(0));)*
            }
        }
    };
}

marks! {
    exprs stmts patterns functions classes tries arguments args expr_lists stmt_lists
    pattern_lists name_lists dict_items comparisons comprehensions keywords handlers with_items
    aliases cases pool escapes
}
