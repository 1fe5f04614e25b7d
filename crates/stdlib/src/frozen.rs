//! Standard modules that are written in the language: their texts, in `py/`.
//!
//! A text is compiled by the VM that first imports it. What is hot lies in native
//! modules of this crate, under the same name with an underscore in front.

use miniscript_core::Frozen;

/// One entry per module: its feature, its name, whether it is a package.
macro_rules! frozen {
    ($($feature:literal $name:literal $file:literal $package:literal),* $(,)?) => {
        /// What is compiled in.
        pub(crate) static MODULES: &[Frozen] = &[$(
            #[cfg(feature = $feature)]
            Frozen {
                name: $name,
                source: include_str!(concat!("../py/", $file)),
                package: $package,
            },
        )*];
    };
}

frozen! {
    "contextlib" "contextlib" "contextlib.py" false,
    "dataclasses" "dataclasses" "dataclasses.py" false,
    "enum" "_enum_body" "_enum_body.py" false,
    "enum" "_enum_checks" "_enum_checks.py" false,
    "enum" "enum" "enum.py" false,
    "future" "__future__" "__future__.py" false,
    "functools" "functools" "functools.py" false,
    "keyword" "keyword" "keyword.py" false,
    "operator" "operator" "operator.py" false,
    "types" "types" "types.py" false,
    "warnings" "warnings" "warnings.py" false,
}
