//! The instruction set: one table from which the enum, the names, the
//! disassembler, the verifier and the documentation are made.
//!
//! An instruction is one 64-bit word, decoded by shifts:
//! `op` bits 0..8, `d` 8..16, `a` 16..32, `b` 32..48, `c` 48..64; `bx` is the
//! signed 32-bit number in `b` and `c`. `R[n]` is a register of the frame,
//! `K[n]` a constant, `S[n]` a name site (its name is `K[sites[n]]`, a str; each
//! site owns an inline cache). Jumps are relative to the following instruction.
//!
//! Operand formats, for disassembler and verifier: `w` register written, `r`
//! register read, `x` register read and written, `s` site, `k` constant, `p`
//! proto, `i` signed immediate, `u` count or flags, `j` jump (16 bits in `c`),
//! `J` jump (32 bits in `bx`), `I` immediate in `bx`, `K` constant in `bx`,
//! `-` unused. The four letters stand for a, b, c, d.

macro_rules! opcodes {
    ($($(#[doc = $doc:literal])* $name:ident $format:literal),* $(,)?) => {
        /// What an instruction does; see each variant.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Op { $($(#[doc = $doc])* $name),* }

        impl Op {
            /// Every opcode in order.
            pub(crate) const ALL: &'static [Op] = &[$(Op::$name),*];

            /// Their names.
            pub(crate) const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];

            /// Their operand formats.
            pub(crate) const FORMATS: &'static [&'static str] = &[$($format),*];

            /// The opcode's name.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Op::$name => stringify!($name)),* }
            }

            /// The operand format, see the module's docs.
            pub(crate) fn format(self) -> &'static str {
                match self { $(Op::$name => $format),* }
            }
        }
    };
}

opcodes! {
    /// Nothing.
    Nop "----",
    /// First instruction of every function: counts calls while the code is cold.
    Enter "----",

    // Registers and constants
    /// `R[a] = R[b]`.
    Move "wr--",
    /// `R[a] = K[bx]`.
    LoadConst "wK--",
    /// `R[a] = bx`, an int.
    LoadInt "wI--",
    /// `R[a] = None`.
    LoadNone "w---",
    /// `R[a] = True`.
    LoadTrue "w---",
    /// `R[a] = False`.
    LoadFalse "w---",
    /// Empties `R[a]`.
    Unbind "w---",
    /// UnboundLocalError if `R[a]` is empty; the name is that of register `a`.
    CheckLocal "r---",
    /// `del`: as `CheckLocal`, then empties `R[a]`.
    DeleteLocal "x---",

    // Captured variables
    /// `R[a] = cell(R[a])`; an empty register gives an empty cell.
    MakeCell "x---",
    /// Copies the function's first `b` closure cells to `R[a] ..`.
    LoadClosure "wu--",
    /// `R[a]` = content of cell `R[b]`; empty: UnboundLocalError, or NameError for
    /// a variable of an enclosing function (registers from `proto.free_start` on).
    LoadCell "wr--",
    /// Content of cell `R[a] = R[b]`.
    StoreCell "rr--",
    /// Empties cell `R[a]`; empty already: as `LoadCell`.
    DeleteCell "r---",
    /// `R[a]` = name `S[c]` of the class namespace, else content of cell `R[b]`.
    LoadClassCell "wrs-",

    // Names
    /// `R[a]` = global or built-in `S[c]`, NameError if there is none.
    LoadGlobal "w-s-",
    /// Global `S[c] = R[a]`.
    StoreGlobal "r-s-",
    /// Deletes global `S[c]`.
    DeleteGlobal "--s-",
    /// Class bodies and `exec`: namespace, then globals, then built-ins.
    LoadName "w-s-",
    /// Namespace `S[c] = R[a]`.
    StoreName "r-s-",
    /// Deletes `S[c]` from the namespace.
    DeleteName "--s-",
    /// Makes sure the namespace has an `__annotations__` dict.
    SetupAnnotations "----",

    // Attributes and items
    /// `R[a] = R[b].S[c]`.
    LoadAttr "wrs-",
    /// `R[a].S[c] = R[b]`.
    StoreAttr "rrs-",
    /// `del R[a].S[c]`.
    DeleteAttr "r-s-",
    /// For a call of `R[b].S[c](...)`: `R[a]` = the function and `R[a+1]` = `R[b]`,
    /// or `R[a]` = the attribute and `R[a+1]` empty.
    LoadMethod "wrs-",
    /// `R[a]` = super object if `R[a]` is the built-in `super` (of the class in cell
    /// `R[b]` and the first argument `R[c]`), else `R[a]()`.
    CallSuper "xrr-",
    /// `R[a] = R[b][R[c]]`.
    GetItem "wrr-",
    /// `R[a] = R[b][c]`, `c` a signed immediate.
    GetItemInt "wri-",
    /// `R[a][R[b]] = R[c]`.
    SetItem "rrr-",
    /// `del R[a][R[b]]`.
    DeleteItem "rr--",
    /// `R[a] = slice(R[b], R[b+1], R[b+2])`.
    BuildSlice "wr--",

    // Arithmetic; d = 1: in place (`__iadd__` first)
    /// `R[a] = R[b] + R[c]`.
    Add "wrru",
    /// `R[a] = R[b] - R[c]`.
    Sub "wrru",
    /// `R[a] = R[b] * R[c]`.
    Mul "wrru",
    /// `R[a] = R[b] / R[c]`.
    TrueDiv "wrru",
    /// `R[a] = R[b] // R[c]`.
    FloorDiv "wrru",
    /// `R[a] = R[b] % R[c]`.
    Mod "wrru",
    /// `R[a] = R[b] ** R[c]`.
    Pow "wrru",
    /// `R[a] = R[b] @ R[c]`.
    MatMul "wrru",
    /// `R[a] = R[b] << R[c]`.
    LShift "wrru",
    /// `R[a] = R[b] >> R[c]`.
    RShift "wrru",
    /// `R[a] = R[b] & R[c]`.
    BitAnd "wrru",
    /// `R[a] = R[b] | R[c]`.
    BitOr "wrru",
    /// `R[a] = R[b] ^ R[c]`.
    BitXor "wrru",
    /// `R[a] = R[b] + c`, `c` a signed 16-bit int; so the next ones.
    AddInt "wriu",
    /// `R[a] = R[b] - c`.
    SubInt "wriu",
    /// `R[a] = R[b] * c`.
    MulInt "wriu",
    /// `R[a] = R[b] // c`.
    FloorDivInt "wriu",
    /// `R[a] = R[b] % c`.
    ModInt "wriu",
    /// `R[a] = R[b] & c`.
    BitAndInt "wriu",
    /// `R[a] = R[b] << c`.
    LShiftInt "wriu",
    /// `R[a] = R[b] >> c`.
    RShiftInt "wriu",
    /// `R[a] = -R[b]`.
    Neg "wr--",
    /// `R[a] = +R[b]`.
    Pos "wr--",
    /// `R[a] = ~R[b]`.
    Invert "wr--",
    /// `R[a] = not R[b]`.
    Not "wr--",

    // Comparison, as a value
    /// `R[a] = R[b] < R[c]`.
    Lt "wrr-",
    /// `R[a] = R[b] <= R[c]`.
    Le "wrr-",
    /// `R[a] = R[b] > R[c]`.
    Gt "wrr-",
    /// `R[a] = R[b] >= R[c]`.
    Ge "wrr-",
    /// `R[a] = R[b] == R[c]`.
    Eq "wrr-",
    /// `R[a] = R[b] != R[c]`.
    Ne "wrr-",
    /// `R[a] = R[b] is R[c]`; d = 1: `is not`.
    Is "wrru",
    /// `R[a] = R[b] in R[c]`; d = 1: `not in`.
    In "wrru",

    // Jumps
    /// Goes `bx` instructions on.
    Jump "-J--",
    /// Jumps if `R[a]` is false.
    JumpIfFalse "rJ--",
    /// Jumps if `R[a]` is true.
    JumpIfTrue "rJ--",
    /// Jumps if (`R[a] is R[b]`) is what `d` says (1 true, 0 false).
    JumpIs "rrju",
    /// Jumps if (`R[a] is None`) is what `d` says.
    JumpIsNone "r-ju",
    /// Jumps if (`R[a] < R[b]`) is what `d` says; so the next ones.
    JumpLt "rrju",
    /// `<=`.
    JumpLe "rrju",
    /// `>`.
    JumpGt "rrju",
    /// `>=`.
    JumpGe "rrju",
    /// `==`.
    JumpEq "rrju",
    /// `!=`.
    JumpNe "rrju",
    /// Jumps if (`R[a] < b`) is what `d` says, `b` a signed 16-bit int; so the next ones.
    JumpLtInt "riju",
    /// `<=`.
    JumpLeInt "riju",
    /// `>`.
    JumpGtInt "riju",
    /// `>=`.
    JumpGeInt "riju",
    /// `==`.
    JumpEqInt "riju",
    /// `!=`.
    JumpNeInt "riju",

    // Backward jumps: a safepoint, then as the jump of the same name
    /// `Jump`.
    Loop "-J--",
    /// `JumpIfFalse`.
    LoopIfFalse "rJ--",
    /// `JumpIfTrue`.
    LoopIfTrue "rJ--",
    /// `JumpLt`; so the next ones.
    LoopLt "rrju",
    /// `JumpLe`.
    LoopLe "rrju",
    /// `JumpGt`.
    LoopGt "rrju",
    /// `JumpGe`.
    LoopGe "rrju",
    /// `JumpEq`.
    LoopEq "rrju",
    /// `JumpNe`.
    LoopNe "rrju",
    /// `JumpLtInt`; so the next ones.
    LoopLtInt "riju",
    /// `JumpLeInt`.
    LoopLeInt "riju",
    /// `JumpGtInt`.
    LoopGtInt "riju",
    /// `JumpGeInt`.
    LoopGeInt "riju",
    /// `JumpEqInt`.
    LoopEqInt "riju",
    /// `JumpNeInt`.
    LoopNeInt "riju",

    // Iteration
    /// `R[a] = iter(R[b])`.
    GetIter "wr--",
    /// If iterator `R[a]` has an item: `R[a+1]` = the item, and jumps back (a
    /// safepoint); else empties `R[a]` and goes on. Stands at the end of a loop;
    /// the loop is entered by a jump to it.
    ForNext "xJ--",

    // Calls
    /// `R[c] = R[a](R[a+1] .. R[a+b])`.
    Call "ruw-",
    /// After `LoadMethod`: `R[c] = R[a]([R[a+1],] R[a+2] .. R[a+1+b])`.
    CallMethod "ruw-",
    /// As `Call` (d = 0) or `CallMethod` (d = 1) with `b` arguments in all, the last
    /// of them named by the tuple in the register behind the last argument.
    CallKw "ruwu",
    /// `R[c] = R[a](*R[a+1], **R[a+2])`; a list or tuple, a dict or empty.
    CallEx "r-w-",
    /// Returns `R[a]`.
    Return "r---",
    /// Returns None.
    ReturnNone "----",
    /// Yields `R[b]`; `R[a]` = what was sent when the generator goes on. `d` = 1: a value
    /// of an asynchronous generator, which is not for the event loop.
    Yield "wr-u",
    /// Sends `R[a]` to iterator `R[b]`; what it yields is yielded, with this same
    /// instruction to come next and `R[a]` = what was sent; when it ends `R[a]` = its value.
    YieldFrom "xr--",
    /// `R[a]` = iterator for `yield from R[b]`.
    GetYieldFromIter "wr--",
    /// `R[a]` = iterator for `await R[b]`; `d` says what made `R[b]`, for messages: 1
    /// `__aenter__`, 2 `__aexit__`.
    GetAwaitable "wr-u",
    /// `R[a] = aiter(R[b])`.
    GetAIter "wr--",
    /// `R[a]` = iterator for `await anext(R[b])`.
    GetANext "wr--",
    /// Goes on if exception `R[a]` is a StopAsyncIteration, else raises it again.
    EndAsyncFor "r---",

    // Building
    /// `R[a] = [R[b] .. R[b+c-1]]`.
    BuildList "wru-",
    /// `R[a] = (R[b] .. R[b+c-1])`.
    BuildTuple "wru-",
    /// `R[a] = {R[b]: R[b+1], ...}`, `c` pairs.
    BuildDict "wru-",
    /// `R[a]` = the `c` strings and small ints `R[b] ..` joined.
    BuildString "wru-",
    /// Appends `R[b]` to list `R[a]`.
    ListAppend "rr--",
    /// Extends list `R[a]` by iterable `R[b]`; d = 1: for the arguments of a call of
    /// `R[c]`, which the error message names.
    ListExtend "rrru",
    /// `R[a]` = list `R[b]` as a tuple.
    ListToTuple "wr--",
    /// `R[a][R[b]] = R[c]` for a dict that is being built.
    DictSet "rrr-",
    /// `**` in a display: updates dict `R[a]` by mapping `R[b]`.
    DictUpdate "rr--",
    /// `**` in a call of `R[c]`: as `DictUpdate`, but a key twice is a TypeError.
    DictMerge "rrr-",
    /// `R[a] = format(R[b])`; `d & 3`: 1 str, 2 repr, 3 ascii first; `d & 4`: the
    /// format spec is `R[c]`; `d & 8`: for `BuildString`, which writes small ints itself.
    FormatValue "wrru",
    /// `R[a] = {R[b] .. R[b+c-1]}`.
    BuildSet "wru-",
    /// Adds `R[b]` to set `R[a]`.
    SetAdd "rr--",
    /// `*` in a display: adds the items of iterable `R[b]` to set `R[a]`.
    SetUpdate "rr--",
    /// `R[a] .. R[a+c-1]` = the `c` items of iterable `R[b]`.
    Unpack "wru-",
    /// `R[a] ..` = `c` items, a list, then `d` items of iterable `R[b]`.
    UnpackStar "wruu",

    // Definitions
    /// `R[a]` = function of proto `b`. Of the registers from `c` on are used: `c` a
    /// tuple of defaults (`d & 1`), `c+1` a dict of keyword-only defaults (`d & 2`),
    /// `c+2` a dict of annotations (`d & 4`), `c+3` a tuple of cells (`d & 8`).
    MakeFunction "wpru",
    /// `R[a]` = class with body function `R[b]`, name `R[b+1]`, `c` bases from
    /// `R[b+2]` on; `d & 1`: keyword arguments as a dict behind the bases; `d & 2`: the
    /// bases are one list.
    BuildClass "wruu",

    // Exceptions
    /// `raise R[a]`.
    Raise "r---",
    /// `raise R[a] from R[b]`.
    RaiseFrom "rr--",
    /// `raise` alone.
    RaiseAgain "----",
    /// Goes on with raising `R[a]`, adding nothing to it.
    Reraise "ru--",
    /// Begins a handler: `R[a]` = the exception handled so far, and `R[b]` is now.
    PushExc "wr--",
    /// Ends a handler: the exception handled is `R[a]` again.
    PopExc "r---",
    /// `R[a]` = does exception `R[b]` match class or tuple `R[c]`.
    MatchExc "wrr-",
    /// `R[a] = AssertionError`.
    LoadAssertionError "w---",
    /// `with R[b]`: `R[a], R[a+1]` = its `__exit__` as by `LoadMethod`, `R[a+2],
    /// R[a+3]` = its `__enter__`. `d` = 1: `__aexit__` and `__aenter__`.
    BeforeWith "wr-u",
    /// `R[a], R[a+1], R[a+2]` = type, value and traceback of exception `R[b]`.
    ExcInfo "wr--",

    // Modules
    /// `R[a]` = module named `K[b]` imported with from-list `R[c]` (tuple or None) and
    /// level `d`; without a from-list the top package.
    ImportName "wkru",
    /// `R[a]` = name `S[c]` of module `R[b]`.
    ImportFrom "wrs-",
    /// Binds the public names of module `R[a]` in the namespace.
    ImportStar "r---",
    /// The REPL's display of `R[a]`.
    PrintExpr "r---",

    // Patterns and groups
    /// `R[a]` = is `R[b]` a sequence (`d` = 0) or a mapping (`d` = 1) for patterns.
    MatchKind "wr-u",
    /// `R[a] = len(R[b])`.
    GetLen "wr--",
    /// `R[a]` = tuple of what mapping `R[b]` has under the keys of tuple `R[c]`, None if
    /// one is missing.
    MatchKeys "wrr-",
    /// `R[a]` = tuple of the attributes that a class pattern looks at, None if `R[b]` is no
    /// instance of `R[c]` or lacks one; `R[c+1]` is a tuple of their names, `R[c+2]` how many
    /// more come from `__match_args__`, before these.
    MatchClass "wrr-",
    /// `except*`: `R[b]` = the part of `R[a]` that matches class or tuple `R[c]`, from now on
    /// the exception that is handled, or None; `R[a]` = the rest or None.
    MatchGroup "xwr-",
    /// The end of `except*`: `R[a]` = what is to be raised after exception `R[b]` was
    /// handled, of list `R[c]` (what handlers raised, and the rest), or None.
    MergeGroup "wrr-",
    /// `PushExc` in a generator's frame: `R[a]` = the exception that the frame itself was
    /// handling, or None; that of whoever resumes it may be another one when it ends.
    PushOwnExc "wr--",
    /// `PopExc` in a generator's frame.
    PopOwnExc "r---",

    // Quickened forms: in private copies only, never accepted from outside
    /// `Loop` without counting heat.
    HotLoop "-J--",
    /// `LoadGlobal` from the entry of the globals that the cache names.
    LoadGlobalEntry "w-s-",
    /// `LoadGlobal` from the built-ins: the globals' layout is guarded too.
    LoadBuiltinEntry "w-s-",
    /// `StoreGlobal` to the entry that the cache names.
    StoreGlobalEntry "r-s-",
    /// `LoadAttr` from an inline slot of an instance.
    LoadAttrSlot "wrs-",
    /// `LoadAttr` of an instance from the entry of a class's namespace.
    LoadAttrClass "wrs-",
    /// `LoadAttr` of a class from the entry of its or a base's namespace.
    LoadAttrType "wrs-",
    /// `LoadAttr` from the entry of a module's namespace.
    LoadAttrModule "wrs-",
    /// `StoreAttr` to an inline slot that the instance has.
    StoreAttrSlot "rrs-",
    /// `StoreAttr` of a new attribute: the cache's value is the next shape.
    StoreAttrNew "rrs-",
    /// `LoadMethod` of a function that the class holds.
    LoadMethodClass "wrs-",
    /// `LoadMethod` of a class from the entry of its or a base's namespace.
    LoadMethodType "wrs-",
    /// `LoadMethod` from the entry of a module's namespace.
    LoadMethodModule "wrs-",
    /// `ForNext` over a range. In this form and the next ones `d` is the register for the item;
    /// if that is not `a+1`, the jump leads behind the move with which the body begins.
    ForRange "xJ-u",
    /// `ForNext` over a list.
    ForList "xJ-u",
    /// `ForNext` over a tuple.
    ForTuple "xJ-u",
    /// `ForNext` over a str, a dict's keys or its values.
    ForStep "xJ-u",
    /// `ForNext` over a generator.
    ForGenerator "xJ-u",
    /// `ForNext` over a dict's items, `enumerate` or `zip`: `R[d], R[d+1]` = the pair, and the
    /// jump leads behind the body's `Unpack`.
    ForPair "xJ-u",
    /// `Call` of a script function whose parameters are just the arguments.
    CallFunction "ruw-",
    /// `CallMethod` of such a function.
    CallMethodFunction "ruw-",
    /// `Call` of a native function.
    CallNative "ruw-",
    /// `CallMethod` of a native function.
    CallMethodNative "ruw-",
    /// `Call` of a script's class with a plain constructor.
    CallClass "ruw-",
}

/// The first opcode that verified chunks may not hold.
pub(crate) const FIRST_QUICKENED: u8 = Op::HotLoop as u8;

/// One instruction.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub(crate) struct Instr(pub(crate) u64);

impl Instr {
    /// From opcode, a, b, c and d.
    #[cfg(feature = "compiler")]
    pub(crate) const fn new(op: Op, a: u16, b: u16, c: u16, d: u8) -> Instr {
        Instr(op as u64 | (d as u64) << 8 | (a as u64) << 16 | (b as u64) << 32 | (c as u64) << 48)
    }

    /// From opcode, a and bx.
    #[cfg(feature = "compiler")]
    pub(crate) const fn with_bx(op: Op, a: u16, bx: i32) -> Instr {
        Instr(op as u64 | (a as u64) << 16 | (bx as u32 as u64) << 32)
    }

    /// The opcode's number.
    #[inline(always)]
    pub(crate) const fn op_byte(self) -> u8 {
        self.0 as u8
    }

    /// The opcode, if the byte is one.
    pub(crate) fn op(self) -> Option<Op> {
        Op::ALL.get(self.op_byte() as usize).copied()
    }

    #[inline(always)]
    pub(crate) const fn a(self) -> usize {
        (self.0 >> 16) as u16 as usize
    }

    #[inline(always)]
    pub(crate) const fn b(self) -> usize {
        (self.0 >> 32) as u16 as usize
    }

    #[inline(always)]
    pub(crate) const fn c(self) -> usize {
        (self.0 >> 48) as usize
    }

    #[inline(always)]
    pub(crate) const fn d(self) -> u8 {
        (self.0 >> 8) as u8
    }

    /// `b` as a signed number.
    #[inline(always)]
    pub(crate) const fn sb(self) -> i64 {
        (self.0 >> 32) as i16 as i64
    }

    /// `c` as a signed number.
    #[inline(always)]
    pub(crate) const fn sc(self) -> i64 {
        ((self.0 as i64) >> 48) as i16 as i64
    }

    /// `b` and `c` as one signed number.
    #[inline(always)]
    pub(crate) const fn bx(self) -> i32 {
        (self.0 >> 32) as u32 as i32
    }
}
