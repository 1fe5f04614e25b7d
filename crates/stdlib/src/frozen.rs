//! Standard modules that are written in the language: their code.
//!
//! Their texts lie in `py/`; `build.rs` compiles them to images, which VMs run in place. What is
//! hot lies in native modules of this crate, under the same name with an underscore in front.

use miniscript_core::Frozen;

/// Where an image can be used in place.
#[repr(C, align(8))]
struct Aligned<T: ?Sized>(T);

/// One entry per module: its feature, its name, whether it is a package.
macro_rules! frozen {
    ($(#[$doc:meta])* $table:ident: $($feature:literal $name:literal $file:literal $package:literal),* $(,)?) => {
        $(#[$doc])*
        pub(crate) static $table: &[Frozen] = &[$(
            #[cfg(feature = $feature)]
            Frozen {
                name: $name,
                image: {
                    static IMAGE: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(
                        env!("OUT_DIR"),
                        "/",
                        $file,
                        ".msb"
                    )));
                    &IMAGE.0
                },
                package: $package,
            },
        )*];
    };
}

frozen! {
    /// What every program runs before its own code: apart from the others, so that the linker can
    /// lay it beside what else is read then.
    AT_START:
    "site" "_sitebuiltins" "_sitebuiltins.py" false,
}

frozen! {
    /// What a program imports.
    MODULES:
    "future" "__future__" "__future__.py" false,
    "abc" "abc" "abc.py" false,
    "asyncio" "asyncio" "asyncio/__init__.py" true,
    "asyncio" "asyncio._threadfuture" "asyncio/_threadfuture.py" false,
    "asyncio" "asyncio._waiting" "asyncio/_waiting.py" false,
    "asyncio" "asyncio.base_events" "asyncio/base_events.py" false,
    "asyncio" "asyncio.constants" "asyncio/constants.py" false,
    "asyncio" "asyncio.coroutines" "asyncio/coroutines.py" false,
    "asyncio" "asyncio.events" "asyncio/events.py" false,
    "asyncio" "asyncio.exceptions" "asyncio/exceptions.py" false,
    "asyncio" "asyncio.format_helpers" "asyncio/format_helpers.py" false,
    "asyncio" "asyncio.futures" "asyncio/futures.py" false,
    "asyncio" "asyncio.locks" "asyncio/locks.py" false,
    "asyncio" "asyncio.log" "asyncio/log.py" false,
    "asyncio" "asyncio.mixins" "asyncio/mixins.py" false,
    "asyncio" "asyncio.queues" "asyncio/queues.py" false,
    "asyncio" "asyncio.runners" "asyncio/runners.py" false,
    "asyncio" "asyncio.taskgroups" "asyncio/taskgroups.py" false,
    "asyncio" "asyncio.tasks" "asyncio/tasks.py" false,
    "asyncio" "asyncio.threads" "asyncio/threads.py" false,
    "asyncio" "asyncio.timeouts" "asyncio/timeouts.py" false,
    "asyncio" "asyncio.unix_events" "asyncio/unix_events.py" false,
    "time" "_structtime" "_structtime.py" false,
    "time" "_strptime" "_strptime.py" false,
    "site" "pydoc" "pydoc.py" false,
    "site" "rlcompleter" "rlcompleter.py" false,
    "bisect" "bisect" "bisect.py" false,
    "collections" "_collections_ordered" "_collections_ordered.py" false,
    "collections_abc" "_collections_abc" "_collections_abc.py" false,
    "collections_abc" "_collections_abc_mixins" "_collections_abc_mixins.py" false,
    "collections" "_collections_user" "_collections_user.py" false,
    "enum" "_enum_body" "_enum_body.py" false,
    "enum" "_enum_checks" "_enum_checks.py" false,
    "inspect" "_inspect_source" "_inspect_source.py" false,
    "inspect" "_inspect_signature" "_inspect_signature.py" false,
    "typing" "_typing_alias" "_typing_alias.py" false,
    "typing" "_typing_generic" "_typing_generic.py" false,
    "base64" "base64" "base64.py" false,
    "codecs" "codecs" "codecs.py" false,
    "codecs" "_codecs_stream" "_codecs_stream.py" false,
    "codecs" "_codecs_text" "_codecs_text.py" false,
    "codecs" "_codecs_charmap" "_codecs_charmap.py" false,
    "collections" "collections" "collections/__init__.py" true,
    "collections_abc" "collections.abc" "collections/abc.py" false,
    "contextlib" "contextlib" "contextlib.py" false,
    "contextvars" "contextvars" "contextvars.py" false,
    "concurrent" "concurrent" "concurrent/__init__.py" true,
    "concurrent" "concurrent.futures" "concurrent/futures/__init__.py" true,
    "concurrent" "concurrent.futures._base" "concurrent/futures/_base.py" false,
    "concurrent" "concurrent.futures.thread" "concurrent/futures/thread.py" false,
    "copy" "copy" "copy.py" false,
    "copyreg" "copyreg" "copyreg.py" false,
    "dataclasses" "dataclasses" "dataclasses.py" false,
    "enum" "enum" "enum.py" false,
    "functools" "functools" "functools.py" false,
    "hashlib" "hashlib" "hashlib.py" false,
    "heapq" "heapq" "heapq.py" false,
    "hmac" "hmac" "hmac.py" false,
    "inspect" "inspect" "inspect.py" false,
    "json" "json" "json/__init__.py" true,
    "json" "json.decoder" "json/decoder.py" false,
    "json" "json.encoder" "json/encoder.py" false,
    "json" "json.scanner" "json/scanner.py" false,
    "io" "_io" "_io.py" false,
    "os" "genericpath" "genericpath.py" false,
    "os" "_os_results" "_os_results.py" false,
    "os" "os" "os.py" false,
    "os" "posixpath" "posixpath.py" false,
    "stat" "stat" "stat.py" false,
    "atexit" "atexit" "atexit.py" false,
    "sys" "_sysinfo" "_sysinfo.py" false,
    "traceback" "linecache" "linecache.py" false,
    "traceback" "traceback" "traceback.py" false,
    "io" "_io_console" "_io_console.py" false,
    "io" "_io_files" "_io_files.py" false,
    "io" "_io_open" "_io_open.py" false,
    "io" "_io_text" "_io_text.py" false,
    "io" "io" "io.py" false,
    "keyword" "keyword" "keyword.py" false,
    "numbers" "numbers" "numbers.py" false,
    "operator" "operator" "operator.py" false,
    "queue" "queue" "queue.py" false,
    "re" "re" "re/__init__.py" true,
    "re" "re._constants" "re/_constants.py" false,
    "random" "random" "random.py" false,
    "reprlib" "reprlib" "reprlib.py" false,
    "secrets" "secrets" "secrets.py" false,
    "string" "string" "string.py" false,
    "struct" "struct" "struct.py" false,
    "threading" "_thread" "_thread.py" false,
    "threading" "threading" "threading.py" false,
    "types" "types" "types.py" false,
    "typing" "typing" "typing.py" false,
    "weakref" "_weakproxy" "_weakproxy.py" false,
    "weakref" "weakref" "weakref.py" false,
    "warnings" "warnings" "warnings.py" false,
}
