//! The steps of the demo: what is run, why it is worth seeing, and the answer it must give.
//!
//! `SERVER` stands for the address of the demo's server, in arguments and in answers. The answers
//! of scripts without HTTP and plugins are CPython 3.11's, byte for byte.

/// What a step cannot do without.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    Nothing,
    /// The compiled C plugin.
    Plugin,
}

/// Which executable runs the step's file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Runner {
    Miniscript,
    Joy,
    /// The file is a Rust example of the runtime package.
    RustExample,
}

/// One step.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) about: &'static str,
    pub(super) runner: Runner,
    pub(super) file: &'static str,
    pub(super) arguments: &'static [&'static str],
    pub(super) needs: Needs,
    pub(super) stdout: &'static str,
    pub(super) stderr: &'static str,
    pub(super) code: i32,
    /// How many slow requests the server must have held at the same time.
    pub(super) at_once: usize,
}

impl Step {
    /// The executable's name inside the profile's folder.
    pub(super) fn program(&self) -> &'static str {
        match self.runner {
            Runner::Miniscript => "miniscript",
            Runner::Joy => "joy",
            Runner::RustExample => "examples/two_tasks",
        }
    }

    /// The arguments, with the server's address in its place.
    pub(super) fn arguments(&self, address: &str) -> Vec<String> {
        let file = (self.runner != Runner::RustExample).then(|| self.file.to_owned());
        file.into_iter()
            .chain(
                self.arguments
                    .iter()
                    .map(|word| word.replace("SERVER", address)),
            )
            .collect()
    }

    /// The command that does the same by hand.
    pub(super) fn shown(&self) -> String {
        let words = match self.runner {
            Runner::Miniscript => vec!["miniscript", self.file],
            Runner::Joy => vec!["joy", self.file],
            Runner::RustExample => {
                vec!["cargo run --profile demo -p miniscript-runtime --example two_tasks --"]
            }
        };
        words
            .iter()
            .chain(self.arguments)
            .copied()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// What most steps share.
const PYTHON: Step = Step {
    about: "",
    runner: Runner::Miniscript,
    file: "",
    arguments: &[],
    needs: Needs::Nothing,
    stdout: "",
    stderr: "",
    code: 0,
    at_once: 0,
};

const JOY: Step = Step {
    runner: Runner::Joy,
    ..PYTHON
};

/// All steps, in the order in which they are shown.
pub(super) const STEPS: &[Step] = &[
    Step {
        about: "A Python script: values, a loop, a function, integers of any size.",
        file: "examples/hello.py",
        stdout: "hello, world\nHELLO, PYTHON 3.11!\n[1, 4, 9, 16, 25] 1267650600228229401496703205376\n",
        ..PYTHON
    },
    Step {
        about: "Counting words with a dict and a sort by key.",
        file: "examples/wordcount.py",
        stdout: "the     ##### 5\nengine  ## 2\nscript  ## 2\nsmall   ## 2\n",
        ..PYTHON
    },
    Step {
        about: "Classes, inheritance, special methods and a generator.",
        file: "examples/shapes.py",
        stdout: "[<circle of 0.79>, <square of 9.00>, <circle of 12.57>]\n\
                 [<circle of 12.57>, <square of 9.00>]\nnot implemented: shape\n",
        ..PYTHON
    },
    Step {
        about: "HTTP GET: body, status, headers, JSON, a chunked answer, a page that is not there.",
        file: "examples/http_get.py",
        arguments: &["SERVER"],
        stdout: "hello from the demo server\n200 text/plain; charset=utf-8\nAda 1815 ['Python', 'Joy']\n\
                 one two three\n404 nothing at /no-such-page\n",
        ..PYTHON
    },
    Step {
        about: "HTTP POST and PUT: the server answers with what it was sent.",
        file: "examples/http_post.py",
        arguments: &["SERVER"],
        stdout: "{\"key\": \"value\"}\nvalue\n200 PUT a new item\n",
        ..PYTHON
    },
    Step {
        about: "HTTP to a server that is not there: an exception with a clear sentence.",
        file: "examples/http_error.py",
        stdout: "no answer; the sentence names the cause: True\nstill here\n",
        ..PYTHON
    },
    Step {
        about: "Two tasks, started from Rust on one thread, wait for slow answers at once.",
        runner: Runner::RustExample,
        arguments: &["SERVER"],
        stdout: "first: late by 300 ms\nsecond: late by 300 ms\n",
        at_once: 2,
        ..PYTHON
    },
    Step {
        about: "The C plugin, imported like a module; a wrong argument is an exception.",
        file: "examples/plugin.py",
        needs: Needs::Plugin,
        stdout: "5.0\n5.0\n5.0\n6.5\nhello, C, from C\nTypeError: number needed for hypot\n",
        ..PYTHON
    },
    Step {
        about: "The same compiled plugin, loaded by Joy.",
        file: "examples/joy/plugin.joy",
        needs: Needs::Plugin,
        stdout: "5.0\n5.0\n5.0\n6.5\n\"hello, Joy, from C\"\n",
        ..JOY
    },
    Step {
        about: "Joy: values wait on a stack, programs in brackets are values too.",
        file: "examples/joy/stack.joy",
        stdout: "20\n[1 4 9 16]\n[2 4 6]\n\"positive\"\n\"concatenate\"\n",
        ..JOY
    },
    Step {
        about: "Joy: recursion by combinators.",
        file: "examples/joy/recursion.joy",
        stdout: "120\n2432902008176640000\n[0 1 1 2 3 5 8 13 21 34 55]\n1024\n15\n",
        ..JOY
    },
    Step {
        about: "An error as a user meets it: traceback on stderr, exit code 1.",
        file: "examples/error.py",
        stdout: "8.0\n",
        stderr: ERROR,
        code: 1,
        ..PYTHON
    },
];

const ERROR: &str = r#"Traceback (most recent call last):
  File "examples/error.py", line 9, in <module>
    print(average(["12", "seven"]))
          ^^^^^^^^^^^^^^^^^^^^^^^^
  File "examples/error.py", line 5, in average
    return sum(int(text) for text in texts) / len(texts)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "examples/error.py", line 5, in <genexpr>
    return sum(int(text) for text in texts) / len(texts)
               ^^^^^^^^^
hint: the text must be a whole number; float(text) reads a fraction
ValueError: invalid literal for int() with base 10: 'seven'
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_in_the_examples_is_a_step() {
        let root = crate::process::root();
        for folder in ["examples", "examples/joy"] {
            let entries = std::fs::read_dir(root.join(folder)).expect("the folder exists");
            for entry in entries {
                let name = entry
                    .expect("readable")
                    .file_name()
                    .to_string_lossy()
                    .into_owned();
                if name.ends_with(".py") || name.ends_with(".joy") {
                    let file = format!("{folder}/{name}");
                    assert!(
                        STEPS.iter().any(|step| step.file == file),
                        "{file} is no step of the demo"
                    );
                }
            }
        }
        for step in STEPS
            .iter()
            .filter(|step| step.runner != Runner::RustExample)
        {
            assert!(
                root.join(step.file).is_file(),
                "{} does not exist",
                step.file
            );
        }
    }
}
