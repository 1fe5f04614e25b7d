//! Ids of types and shapes, and the table of the built-in ones.
//!
//! Types and shapes share one index space, so one 32-bit compare with a header's
//! `class` guards a cached access for built-in types and for instances alike.

/// Index into the VM's class table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub(crate) struct ClassId(pub(crate) u32);

macro_rules! classes {
    ($($id:ident $name:literal $base:ident),* $(,)?) => {
        /// Every built-in class: name and base, in the order of their ids.
        pub(crate) fn builtin_class_table() -> &'static [(&'static str, ClassId)] {
            const TABLE: &[(&str, ClassId)] = &[$(($name, ClassId::$base)),*];
            TABLE
        }
        #[allow(clippy::upper_case_acronyms, reason = "the languages' own names")]
        #[allow(dead_code, reason = "the table is whole, whatever front ends are there to use it")]
        #[derive(Clone, Copy)]
        #[repr(u32)]
        enum Order { $($id),* }
        #[allow(non_upper_case_globals, reason = "written like the variants of an enum")]
        #[allow(dead_code, reason = "the table is whole, whatever front ends are there to use it")]
        impl ClassId { $(pub(crate) const $id: ClassId = ClassId(Order::$id as u32);)* }
    };
}

classes! {
    Object "object" Object, Type "type" Object, Int "int" Object, Bool "bool" Int, Float "float" Object,
    NoneType "NoneType" Object, Str "str" Object, Tuple "tuple" Object, List "list" Object, Dict "dict" Object,
    Range "range" Object, Slice "slice" Object, Function "function" Object, Code "code" Object,
    Method "method" Object, Native "builtin_function_or_method" Object, Cell "cell" Object,
    Generator "generator" Object, Module "module" Object, Property "property" Object,
    ClassMethod "classmethod" Object, StaticMethod "staticmethod" Object, Super "super" Object,
    NotImplementedType "NotImplementedType" Object, EllipsisType "ellipsis" Object,
    DictKeys "dict_keys" Object, DictValues "dict_values" Object, DictItems "dict_items" Object,
    ListIter "list_iterator" Object, ListReverseIter "list_reverseiterator" Object,
    TupleIter "tuple_iterator" Object, StrIter "str_iterator" Object, RangeIter "range_iterator" Object,
    DictKeyIter "dict_keyiterator" Object, DictValueIter "dict_valueiterator" Object,
    DictItemIter "dict_itemiterator" Object, SeqIter "iterator" Object, CallIter "callable_iterator" Object,
    Enumerate "enumerate" Object, Zip "zip" Object, Map "map" Object, Filter "filter" Object,
    Reversed "reversed" Object, Traceback "traceback" Object, Internal "internal" Object,
    MethodDescriptor "method_descriptor" Object, SlotWrapper "wrapper_descriptor" Object,
    Quotation "quotation" Object, DictReverseKeyIter "dict_reversekeyiterator" Object,
    DictReverseValueIter "dict_reversevalueiterator" Object, DictReverseItemIter "dict_reverseitemiterator" Object,
    StrAsciiIter "str_ascii_iterator" Object, WideRangeIter "range_iterator" Object,
    LongRangeIter "longrange_iterator" Object,
    JoyChar "char" Object, JoySet "joyset" Object, JoyWord "word" Object, JoyFile "joyfile" Object,
    Coroutine "coroutine" Object, CoroutineWrapper "coroutine_wrapper" Object,
    AsyncGenerator "async_generator" Object, AsyncSend "async_generator_asend" Object,
    AsyncThrow "async_generator_athrow" Object, AnextAwaitable "anext_awaitable" Object,
    WeakRef "ReferenceType" Object,
    Set "set" Object, FrozenSet "frozenset" Object, SetIter "set_iterator" Object,
    Bytes "bytes" Object, ByteArray "bytearray" Object, MemoryView "memoryview" Object,
    BytesIter "bytes_iterator" Object, ByteArrayIter "bytearray_iterator" Object,
    MemoryIter "memory_iterator" Object,
    Complex "complex" Object, UnionType "types.UnionType" Object, GenericAlias "types.GenericAlias" Object,
    MemberDescriptor "member_descriptor" Object,
    MappingProxy "mappingproxy" Object, Frame "frame" Object, GetSet "getset_descriptor" Object,
    ClassMethodDescriptor "classmethod_descriptor" Object, MethodWrapper "method-wrapper" Object,

    BaseException "BaseException" Object, Exception "Exception" BaseException,
    SystemExit "SystemExit" BaseException, KeyboardInterrupt "KeyboardInterrupt" BaseException,
    GeneratorExit "GeneratorExit" BaseException, CancelledError "CancelledError" BaseException,
    StopIteration "StopIteration" Exception, StopAsyncIteration "StopAsyncIteration" Exception,
    ArithmeticError "ArithmeticError" Exception, FloatingPointError "FloatingPointError" ArithmeticError,
    OverflowError "OverflowError" ArithmeticError, ZeroDivisionError "ZeroDivisionError" ArithmeticError,
    AssertionError "AssertionError" Exception, AttributeError "AttributeError" Exception,
    BufferError "BufferError" Exception, EOFError "EOFError" Exception, ImportError "ImportError" Exception,
    ModuleNotFoundError "ModuleNotFoundError" ImportError, LookupError "LookupError" Exception,
    IndexError "IndexError" LookupError, KeyError "KeyError" LookupError, MemoryError "MemoryError" Exception,
    NameError "NameError" Exception, UnboundLocalError "UnboundLocalError" NameError,
    OSError "OSError" Exception, BlockingIOError "BlockingIOError" OSError,
    ChildProcessError "ChildProcessError" OSError, ConnectionError "ConnectionError" OSError,
    BrokenPipeError "BrokenPipeError" ConnectionError, ConnectionAbortedError "ConnectionAbortedError" ConnectionError,
    ConnectionRefusedError "ConnectionRefusedError" ConnectionError, ConnectionResetError "ConnectionResetError" ConnectionError,
    FileExistsError "FileExistsError" OSError, FileNotFoundError "FileNotFoundError" OSError,
    InterruptedError "InterruptedError" OSError, IsADirectoryError "IsADirectoryError" OSError,
    NotADirectoryError "NotADirectoryError" OSError, PermissionError "PermissionError" OSError,
    ProcessLookupError "ProcessLookupError" OSError, TimeoutError "TimeoutError" OSError,
    ReferenceError "ReferenceError" Exception, RuntimeError "RuntimeError" Exception,
    NotImplementedError "NotImplementedError" RuntimeError, RecursionError "RecursionError" RuntimeError,
    SyntaxError "SyntaxError" Exception, IndentationError "IndentationError" SyntaxError,
    TabError "TabError" IndentationError, SystemError "SystemError" Exception, TypeError "TypeError" Exception,
    ValueError "ValueError" Exception, UnicodeError "UnicodeError" ValueError,
    UnicodeDecodeError "UnicodeDecodeError" UnicodeError, UnicodeEncodeError "UnicodeEncodeError" UnicodeError,
    UnicodeTranslateError "UnicodeTranslateError" UnicodeError, Warning "Warning" Exception,
    DeprecationWarning "DeprecationWarning" Warning, PendingDeprecationWarning "PendingDeprecationWarning" Warning,
    RuntimeWarning "RuntimeWarning" Warning, SyntaxWarning "SyntaxWarning" Warning, UserWarning "UserWarning" Warning,
    FutureWarning "FutureWarning" Warning, ImportWarning "ImportWarning" Warning, UnicodeWarning "UnicodeWarning" Warning,
    BytesWarning "BytesWarning" Warning, ResourceWarning "ResourceWarning" Warning, EncodingWarning "EncodingWarning" Warning,
    PluginError "PluginError" Exception,
    BaseExceptionGroup "BaseExceptionGroup" BaseException, ExceptionGroup "ExceptionGroup" BaseExceptionGroup,
    TaskEnded "TaskEnded" Object,
    FuelExhausted "FuelExhausted" TaskEnded, TimeExceeded "TimeExceeded" TaskEnded,
    OutputExceeded "OutputExceeded" TaskEnded,
}

/// Classes of exceptions, under the names natives raise them by.
pub(crate) mod exc {
    pub(crate) use super::ClassId as Class;
}

impl ClassId {
    /// Whether the id is that of a built-in exception class.
    pub(crate) fn is_builtin_exception(self) -> bool {
        self.0 >= ClassId::BaseException.0 && self.0 <= ClassId::OutputExceeded.0
    }

    /// Whether no script can catch its exceptions: what the host ends a task with.
    pub(crate) fn ends_task(self) -> bool {
        self.0 >= ClassId::TaskEnded.0 && self.0 <= ClassId::OutputExceeded.0
    }
}
