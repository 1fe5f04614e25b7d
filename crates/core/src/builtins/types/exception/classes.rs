//! The description of every exception class.

use super::{fields, group, new, os, syntax, unicode};
use crate::object::ClassId;
use crate::vm::native::{NativeDef, TypeDef};

const VARARGS: &str = "(cls, /, *args)";
const VARKW: &str = "(cls, /, *args, **kwargs)";

/// Makes the descriptions; each class has a constructor of its own, so that
/// complaints about its arguments name it.
macro_rules! classes {
    ($($class:ident $signature:ident $new:expr, $methods:expr, $doc:literal;)*) => {
        /// Every exception class, in the order of their ids.
        pub(crate) static TYPES: &[TypeDef] = &[$(TypeDef {
            class: ClassId::$class,
            new: Some(NativeDef::function(stringify!($class), $signature, $new)),
            methods: $methods,
            doc: crate::features::doc($doc),
            base: true,
        }),*];
    };
}

classes! {
    BaseException VARARGS new, super::BASE_METHODS, "Common base class for all exceptions";
    Exception VARARGS new, &[], "Common base class for all non-exit exceptions.";
    SystemExit VARARGS new, fields::SYSTEM_EXIT, "Request to exit from the interpreter.";
    KeyboardInterrupt VARARGS new, &[], "Program interrupted by user.";
    GeneratorExit VARARGS new, &[], "Request that a generator exit.";
    CancelledError VARARGS new, &[], "The Future or Task was cancelled.";
    StopIteration VARARGS new, fields::STOP_ITERATION, "Signal the end from iterator.__next__().";
    StopAsyncIteration VARARGS new, &[], "Signal the end from iterator.__anext__().";
    ArithmeticError VARARGS new, &[], "Base class for arithmetic errors.";
    FloatingPointError VARARGS new, &[], "Floating point operation failed.";
    OverflowError VARARGS new, &[], "Result too large to be represented.";
    ZeroDivisionError VARARGS new, &[], "Second argument to a division or modulo operation was zero.";
    AssertionError VARARGS new, &[], "Assertion failed.";
    AttributeError VARKW fields::attribute_new, fields::ATTRIBUTE_ERROR, "Attribute not found.";
    BufferError VARARGS new, &[], "Buffer error.";
    EOFError VARARGS new, &[], "Read beyond end of file.";
    ImportError VARKW fields::import_new, fields::IMPORT_ERROR, "Import can't find module, or can't find name in module.";
    ModuleNotFoundError VARKW fields::import_new, &[], "Module not found.";
    LookupError VARARGS new, &[], "Base class for lookup errors.";
    IndexError VARARGS new, &[], "Sequence index out of range.";
    KeyError VARARGS new, &[], "Mapping key not found.";
    MemoryError VARARGS new, &[], "Out of memory.";
    NameError VARKW fields::name_new, fields::NAME_ERROR, "Name not found globally.";
    UnboundLocalError VARKW fields::name_new, &[], "Local name referenced but not bound to a value.";
    OSError VARARGS os::new, os::METHODS, "Base class for I/O related errors.";
    BlockingIOError VARARGS os::new, &[], "I/O operation would block.";
    ChildProcessError VARARGS os::new, &[], "Child process error.";
    ConnectionError VARARGS os::new, &[], "Connection error.";
    BrokenPipeError VARARGS os::new, &[], "Broken pipe.";
    ConnectionAbortedError VARARGS os::new, &[], "Connection aborted.";
    ConnectionRefusedError VARARGS os::new, &[], "Connection refused.";
    ConnectionResetError VARARGS os::new, &[], "Connection reset.";
    FileExistsError VARARGS os::new, &[], "File already exists.";
    FileNotFoundError VARARGS os::new, &[], "File not found.";
    InterruptedError VARARGS os::new, &[], "Interrupted by signal.";
    IsADirectoryError VARARGS os::new, &[], "Operation doesn't work on directories.";
    NotADirectoryError VARARGS os::new, &[], "Operation only works on directories.";
    PermissionError VARARGS os::new, &[], "Not enough permissions.";
    ProcessLookupError VARARGS os::new, &[], "Process not found.";
    TimeoutError VARARGS os::new, &[], "Timeout expired.";
    ReferenceError VARARGS new, &[], "Weak ref proxy used after referent went away.";
    RuntimeError VARARGS new, &[], "Unspecified run-time error.";
    NotImplementedError VARARGS new, &[], "Method or function hasn't been implemented yet.";
    RecursionError VARARGS new, &[], "Recursion limit exceeded.";
    SyntaxError VARARGS syntax::new, syntax::METHODS, "Invalid syntax.";
    IndentationError VARARGS syntax::new, &[], "Improper indentation.";
    TabError VARARGS syntax::new, &[], "Improper mixture of spaces and tabs.";
    SystemError VARARGS new, &[], "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version.";
    TypeError VARARGS new, &[], "Inappropriate argument type.";
    ValueError VARARGS new, &[], "Inappropriate argument value (of correct type).";
    UnicodeError VARARGS new, &[], "Unicode related error.";
    UnicodeDecodeError VARARGS unicode::decode_new, unicode::METHODS, "Unicode decoding error.";
    UnicodeEncodeError VARARGS unicode::encode_new, unicode::METHODS, "Unicode encoding error.";
    UnicodeTranslateError VARARGS unicode::translate_new, unicode::METHODS, "Unicode translation error.";
    Warning VARARGS new, &[], "Base class for warning categories.";
    DeprecationWarning VARARGS new, &[], "Base class for warnings about deprecated features.";
    PendingDeprecationWarning VARARGS new, &[], "Base class for warnings about features which will be deprecated\nin the future.";
    RuntimeWarning VARARGS new, &[], "Base class for warnings about dubious runtime behavior.";
    SyntaxWarning VARARGS new, &[], "Base class for warnings about dubious syntax.";
    UserWarning VARARGS new, &[], "Base class for warnings generated by user code.";
    FutureWarning VARARGS new, &[], "Base class for warnings about constructs that will change semantically\nin the future.";
    ImportWarning VARARGS new, &[], "Base class for warnings about probable mistakes in module imports";
    UnicodeWarning VARARGS new, &[], "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems.";
    BytesWarning VARARGS new, &[], "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str.";
    ResourceWarning VARARGS new, &[], "Base class for warnings about resource usage.";
    EncodingWarning VARARGS new, &[], "Base class for warnings about encodings.";
    PluginError VARARGS new, &[], "A plugin could not be loaded or used.";
    BaseExceptionGroup VARKW group::new, group::METHODS, "A combination of multiple unrelated exceptions.";
    ExceptionGroup VARKW group::new, &[], "";
}
