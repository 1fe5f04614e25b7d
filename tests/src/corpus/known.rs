//! The list of programs that fail and may fail, each with the exact outcome and the reason.
//!
//! `known_failures.txt` in a language's folder holds lines `topic/name DIGEST reason`; `#` starts a
//! comment. The digest is that of the wrong outcome, so a program that fails in another way is
//! noticed, and so is one that passes. The list is short by construction: [`KnownFailures::MOST`].

use std::fs;

use super::Language;

/// One entry of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownFailure {
    /// The program's name, `topic/stem`.
    pub name: String,
    /// The digest of the outcome it gives today.
    pub digest: String,
    /// Why it may fail.
    pub reason: String,
}

/// The list of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownFailures {
    entries: Vec<KnownFailure>,
}

impl KnownFailures {
    /// How many entries a list may have.
    pub const MOST: usize = 10;

    /// Reads the list of a language; without a file it is empty.
    ///
    /// # Errors
    /// A sentence naming the line that is out of form.
    pub fn load(language: Language) -> Result<KnownFailures, String> {
        let path = language.folder().join("known_failures.txt");
        match fs::read_to_string(&path) {
            Ok(text) => {
                KnownFailures::parse(&text).map_err(|error| format!("{}: {error}", path.display()))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Ok(KnownFailures::default())
            }
            Err(error) => Err(format!("cannot read {}: {error}", path.display())),
        }
    }

    /// Reads the text of a list.
    ///
    /// # Errors
    /// A sentence naming the line that is out of form, or that there are too many.
    pub fn parse(text: &str) -> Result<KnownFailures, String> {
        let mut entries = Vec::new();
        for line in text.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let mut parts = line.splitn(3, ' ');
            let (Some(name), Some(digest), Some(reason)) =
                (parts.next(), parts.next(), parts.next())
            else {
                return Err(format!("'{line}' is not 'NAME DIGEST REASON'"));
            };
            entries.push(KnownFailure {
                name: name.to_owned(),
                digest: digest.to_owned(),
                reason: reason.to_owned(),
            });
        }
        if entries.len() > KnownFailures::MOST {
            return Err(format!(
                "{} entries, at most {} are allowed",
                entries.len(),
                Self::MOST
            ));
        }
        Ok(KnownFailures { entries })
    }

    /// The entry of a program.
    pub fn find(&self, name: &str) -> Option<&KnownFailure> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// All entries, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &KnownFailure> {
        self.entries.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_need_a_reason_and_are_few() {
        let list =
            KnownFailures::parse("# none\n\na/b 12ab it is not done\n").expect("a good list");
        assert_eq!(
            list.find("a/b").map(|entry| entry.reason.as_str()),
            Some("it is not done")
        );
        assert!(KnownFailures::parse("a/b 12ab\n").is_err());
        assert!(KnownFailures::parse(&"a/b 1 x\n".repeat(KnownFailures::MOST + 1)).is_err());
    }
}
