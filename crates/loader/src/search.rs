//! Where plugins lie: the file names that `import NAME` looks for in a folder.
#![forbid(unsafe_code)]

use std::env::consts;
use std::path::{Path, PathBuf};

/// The plugin `name` in the first folder that has one.
pub fn find<P: AsRef<Path>>(name: &str, folders: &[P]) -> Option<PathBuf> {
    folders
        .iter()
        .find_map(|folder| find_in(name, folder.as_ref()))
}

/// The plugin `name` in one folder: `NAME.x86_64-linux.so` first, so that one folder can
/// serve several systems, then with a `lib` before it, then both without the tag.
pub fn find_in(name: &str, folder: &Path) -> Option<PathBuf> {
    // A name is not a path: it must not lead out of the folder.
    if name.is_empty() || name.contains(['/', '\\', '\0']) || name.starts_with('.') {
        return None;
    }
    file_names(name)
        .map(|file| folder.join(file))
        .find(|path| path.is_file())
}

fn file_names(name: &str) -> impl Iterator<Item = String> {
    let tag = format!(".{}-{}", consts::ARCH, consts::OS);
    [tag, String::new()].into_iter().flat_map(move |tag| {
        suffixes().iter().flat_map(move |suffix| {
            [
                format!("{name}{tag}.{suffix}"),
                format!("lib{name}{tag}.{suffix}"),
            ]
        })
    })
}

/// What the files end in. CMake's MODULE libraries end in `.so` on macOS as well.
pub(crate) fn suffixes() -> &'static [&'static str] {
    match consts::OS {
        "windows" => &["dll"],
        "macos" | "ios" => &["dylib", "so"],
        _ => &["so"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tagged_names_come_first() {
        let folder = std::env::temp_dir().join(format!("miniscript-search-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        let suffix = suffixes()[0];
        let names = [
            format!("libshape.{suffix}"),
            format!("shape.{suffix}"),
            format!("libshape.{}-{}.{suffix}", consts::ARCH, consts::OS),
            format!("shape.{}-{}.{suffix}", consts::ARCH, consts::OS),
        ];
        assert_eq!(find("shape", &[&folder]), None);
        for name in &names {
            std::fs::write(folder.join(name), "").expect("a file");
            assert_eq!(
                find("shape", &[Path::new("/nonexistent"), &folder]),
                Some(folder.join(name)),
                "the last one written stands before the others"
            );
        }
        assert_eq!(find("../shape", &[&folder]), None);
        assert_eq!(find("", &[&folder]), None);
        std::fs::remove_dir_all(&folder).expect("it was made");
    }
}
