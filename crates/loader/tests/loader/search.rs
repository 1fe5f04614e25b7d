//! Loading by path and by name, and what is the same plugin.

use crate::{compile, vm};
use miniscript_loader::Loader;

const GEOMETRY: &str = include_str!("../../../../examples/plugins/geometry.c");

#[test]
fn by_path_and_by_name() {
    let folder = compile::folder("search-path");
    let other = folder.join("other");
    std::fs::create_dir(&other).expect("the folder is ours");
    let Some(library) = compile::ours(&other, "libgeometry", GEOMETRY) else {
        return;
    };
    let (mut vm, loader) = vm::vm(&folder);
    vm::check_errors(
        &mut vm,
        "",
        &[(
            "import geometry",
            "ModuleNotFoundError: No module named 'geometry'",
        )],
    );
    let prelude = format!(
        "import plugins\ng = plugins.load({:?})",
        library.to_string_lossy()
    );
    vm::check(
        &mut vm,
        &prelude,
        &[
            "g.hypot(3, 4) == 5.0",
            "g.__name__ == 'geometry'",
            "__import__('geometry') is g",
        ],
    );
    assert_eq!(loader.plugins().len(), 1);
    vm::check_errors(
        &mut vm,
        "import plugins",
        &[
            (
                "plugins.load(1)",
                "TypeError: load() argument must be str, not int",
            ),
            (
                "plugins.load('\\udc80')",
                "ValueError: load() argument holds surrogates",
            ),
            (
                "plugins.load('nowhere')",
                &format!(
                    "ImportError: plugin: cannot load 'nowhere': no plugin 'nowhere' in '{}'; \
                     a file of the current folder is './NAME', other folders are named in MINISCRIPT_PLUGIN_PATH",
                    folder.display()
                ),
            ),
        ],
    );
    // By name, in the folders; with the file's own name too.
    loader.set_folders(vec![other]);
    for name in ["geometry", "libgeometry.so"] {
        let loaded = loader.load(name).expect("it is there");
        assert!(!loaded.fresh, "{name}");
    }
}

#[test]
fn the_same_file_is_the_same_plugin() {
    let folder = compile::folder("search-same");
    let Some(library) = compile::ours(&folder, "geometry", GEOMETRY) else {
        return;
    };
    let loader = Loader::new(Vec::new());
    let first = loader.load_file(&library).expect("it loads");
    assert!(first.fresh);
    assert_eq!(first.plugin.words().len(), 6);

    let link = folder.join("link.so");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&library, &link).expect("the folder is ours");
    let hard = folder.join("hard.so");
    std::fs::hard_link(&library, &hard).expect("as above");
    for again in [&library, &link, &hard] {
        let loaded = loader.load_file(again).expect("it is there");
        assert!(!loaded.fresh);
        assert!(std::sync::Arc::ptr_eq(&loaded.plugin, &first.plugin));
    }

    let copy = folder.join("copy.so");
    std::fs::copy(&library, &copy).expect("as above");
    let Err(error) = loader.load_file(&copy) else {
        panic!("two plugins have one name");
    };
    assert_eq!(
        error.to_string(),
        format!(
            "plugin: cannot load '{}': a plugin named 'geometry' is loaded from '{}'; \
             load only one of them, or give one another name",
            copy.display(),
            library.display()
        )
    );
}

#[test]
fn a_file_under_another_name_is_not_imported() {
    let folder = compile::folder("search-renamed");
    if compile::ours(&folder, "shapes", GEOMETRY).is_none() {
        return;
    }
    let (mut vm, _) = vm::vm(&folder);
    let expected = format!(
        "ImportError: plugin: cannot load '{}': it calls itself 'geometry'; \
         rename the file, or load it by its path with plugins.load",
        folder.join("shapes.so").display()
    );
    vm::check_errors(&mut vm, "", &[("import shapes", &expected)]);
    vm::check(
        &mut vm,
        "import plugins\ng = plugins.load('shapes')",
        &["g.__name__ == 'geometry'"],
    );
}

#[test]
fn two_vms_use_one_library() {
    let folder = compile::folder("search-two");
    if compile::ours(&folder, "geometry", GEOMETRY).is_none() {
        return;
    }
    let (mut one, _) = vm::vm(&folder);
    let (mut two, _) = vm::vm(&folder);
    vm::check(&mut one, "import geometry as g", &["g.area(2, 3) == 6.0"]);
    vm::check(&mut two, "import geometry as g", &["g.area(2, 3) == 6.0"]);
    drop(one);
    vm::check(&mut two, "import geometry as g", &["g.total([1]) == 1.0"]);
}

#[test]
fn the_33rd_module_is_refused() {
    let folder = compile::folder("search-many");
    let source = |n: usize| {
        format!(
            "#include <joy/plugin.h>\nstatic const JoyBuiltinDesc b[] = {{ {{ NULL, NULL, NULL, NULL }} }};\n\
             static const JoyPluginDesc d = {{ 1, \"m{n}\", \"1\", b }};\n\
             const JoyPluginDesc* JOY_PLUGIN_ENTRY(void) {{ return &d; }}\n"
        )
    };
    for n in 0..33 {
        if compile::ours(&folder, &format!("m{n}"), &source(n)).is_none() {
            return;
        }
    }
    let (mut vm, _) = vm::vm(&folder);
    for n in 0..32 {
        vm::check(&mut vm, &format!("import m{n}"), &["True"]);
    }
    let refused = "cannot register module 'm32': a VM holds at most 32 extension modules";
    vm::check_errors(
        &mut vm,
        "",
        &[
            ("import m32", &format!("ImportError: {refused}")),
            ("import m32", &format!("ImportError: {refused}")),
            (
                "import plugins; plugins.load('m32')",
                &format!("ImportError: plugin: cannot load 'm32': {refused}"),
            ),
        ],
    );
}
