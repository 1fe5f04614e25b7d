//! Names that the VM itself looks up, interned once per VM.

use crate::object::StrObj;
use core::ptr::null_mut;

macro_rules! names {
    ($($field:ident $text:literal),* $(,)?) => {
        /// The interned names.
        pub(crate) struct Names { $(pub(crate) $field: *mut StrObj),* }

        impl Names {
            /// The texts, in the order of [`Names::slots`].
            pub(crate) const TEXTS: &'static [&'static str] = &[$($text),*];

            /// All null: filled when the VM is made.
            pub(crate) const fn empty() -> Names {
                Names { $($field: null_mut()),* }
            }

            /// Every field, to be filled or marked.
            pub(crate) fn slots(&mut self) -> impl Iterator<Item = &mut *mut StrObj> {
                [$(&mut self.$field),*].into_iter()
            }
        }
    };
}

names! {
    abs "__abs__", add "__add__", all "__all__", and "__and__", annotations "__annotations__", args "args",
    bool "__bool__", builtins "__builtins__", call "__call__", cause "__cause__", class "__class__",
    class_getitem "__class_getitem__", close "close", code "__code__", contains "__contains__",
    context "__context__", defaults "__defaults__", del "__del__", delattr "__delattr__", delete "__delete__",
    delitem "__delitem__", dict "__dict__", dir "__dir__", divmod "__divmod__", doc "__doc__", enter "__enter__",
    eq "__eq__", exit "__exit__", file "__file__", float "__float__", floordiv "__floordiv__", format "__format__",
    func "__func__", ge "__ge__", get "__get__", getattr "__getattr__", getattribute "__getattribute__",
    getitem "__getitem__", globals "__globals__", gt "__gt__", hash "__hash__", iadd "__iadd__", iand "__iand__",
    ifloordiv "__ifloordiv__", ilshift "__ilshift__", imatmul "__imatmul__", imod "__imod__", import "__import__",
    imul "__imul__", index "__index__", init "__init__", init_subclass "__init_subclass__", int "__int__",
    invert "__invert__", ior "__ior__", ipow "__ipow__", irshift "__irshift__", isub "__isub__", iter "__iter__",
    itruediv "__itruediv__", ixor "__ixor__", keys "keys", kwdefaults "__kwdefaults__", le "__le__", len "__len__",
    length_hint "__length_hint__", lshift "__lshift__", lt "__lt__", main "__main__", matmul "__matmul__",
    missing "__missing__", mod_ "__mod__", module "__module__", mro "__mro__", mul "__mul__", name "__name__",
    ne "__ne__", neg "__neg__", new "__new__", next "__next__", or "__or__", package "__package__", path "__path__",
    pos "__pos__", pow "__pow__", qualname "__qualname__", radd "__radd__", rand "__rand__",
    rdivmod "__rdivmod__", repr "__repr__", reversed "__reversed__", rfloordiv "__rfloordiv__",
    rlshift "__rlshift__", rmatmul "__rmatmul__", rmod "__rmod__", rmul "__rmul__", ror "__ror__",
    round "__round__", rpow "__rpow__", rrshift "__rrshift__", rshift "__rshift__", rsub "__rsub__",
    rtruediv "__rtruediv__", rxor "__rxor__", self_ "__self__", send "send", set "__set__", set_name "__set_name__",
    setattr "__setattr__", setitem "__setitem__", slots "__slots__", str "__str__", sub "__sub__",
    suppress_context "__suppress_context__", throw "throw", traceback "__traceback__", truediv "__truediv__",
    trunc "__trunc__", value "value", with_traceback "with_traceback", wrapped "__wrapped__", xor "__xor__",
    bases "__bases__", base "__base__", floor "__floor__", ceil "__ceil__", notes "__notes__", weakref "__weakref__",
    classcell "__classcell__", spec "__spec__", loader "__loader__", cached "__cached__", empty "",
    subclasses "__subclasses__", subclasscheck "__subclasscheck__", instancecheck "__instancecheck__",
    prepare "__prepare__", metaclass "metaclass", debug "__debug__", type_params "__type_params__",
    code_attr "code", msg "msg", filename "filename", lineno "lineno", offset "offset", text "text",
    end_lineno "end_lineno", end_offset "end_offset", print_file_and_line "print_file_and_line", path_attr "path",
    name_attr "name", obj "obj", errno "errno", strerror "strerror", closure "__closure__",
    aenter "__aenter__", aexit "__aexit__", aiter "__aiter__", anext "__anext__", await_ "__await__",
    bytes "__bytes__", stdin "stdin", stdout "stdout",
}
