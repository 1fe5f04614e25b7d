//! Takes out of a program's output what depends on the machine and not on the language.
//!
//! The folder of the script becomes `<dir>`, and frames of the standard library, which is
//! CPython's own on one side and ours on the other, leave the traceback with their source lines.

use std::path::Path;

/// Normalises the output of a program that stands in `folder`.
pub fn normalise(text: &str, folder: &Path) -> String {
    let mut text = replace_folder(text, &folder.to_string_lossy());
    if let Ok(real) = folder.canonicalize() {
        text = replace_folder(&text, &real.to_string_lossy());
    }
    without_library_frames(&text)
}

/// Takes our `hint:` lines out of an error output: golden files of their own test them.
pub fn without_hints(text: &str) -> String {
    let lines = text.split_inclusive('\n');
    lines.filter(|line| !line.starts_with("hint: ")).collect()
}

fn replace_folder(text: &str, folder: &str) -> String {
    if folder.is_empty() || !text.contains(folder) {
        return text.to_owned();
    }
    text.replace(folder, "<dir>").replace("<dir>\\", "<dir>/")
}

/// Drops `  File "..."` lines of the library and the deeper indented lines that follow each.
fn without_library_frames(text: &str) -> String {
    if !text.contains("  File \"") {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    let mut dropping = false;
    for line in text.split_inclusive('\n') {
        dropping = match line.strip_prefix("  File \"") {
            Some(rest) => is_library(rest),
            None => dropping && line.starts_with("    "),
        };
        if !dropping {
            kept.push_str(line);
        }
    }
    kept
}

fn is_library(rest: &str) -> bool {
    let path = rest.split('"').next().unwrap_or_default();
    path.starts_with("<frozen ") || path.contains("/lib/python3.") || path.contains("/Lib/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_replaced_everywhere() {
        let text = "  File \"/a/b/x.py\", line 1\n/a/b/y";
        let expected = "  File \"<dir>/x.py\", line 1\n<dir>/y";
        assert_eq!(normalise(text, Path::new("/a/b")), expected);
    }

    #[test]
    fn library_frames_leave_with_their_lines() {
        let text = "Traceback (most recent call last):\n  File \"/s/x.py\", line 1, in <module>\n    \
                    f()\n  File \"/usr/lib/python3.11/json/a.py\", line 9, in g\n    deep()\n    \
                    ^^^^^^\n  File \"<frozen importlib>\", line 1, in h\nValueError: x\n";
        let expected = "Traceback (most recent call last):\n  File \"<dir>/x.py\", line 1, in \
                        <module>\n    f()\nValueError: x\n";
        assert_eq!(normalise(text, Path::new("/s")), expected);
    }
}
