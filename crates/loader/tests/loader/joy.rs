//! The same functions as a stack language calls them: on a stack that holds more than
//! the arguments, which a failed call leaves alone.

use crate::compile;
use miniscript_core::{Config, Context, Local, Vm};
use miniscript_loader::{Caller, Failure, Loader, Plugin};
use std::sync::Arc;

const SOURCE: &str = include_str!("../plugins/probe.c");

/// A stack as Joy has one; the last value is the top.
struct Stack<'f>(Vec<Local<'f>>);

impl<'f> Caller<'f> for Stack<'f> {
    fn depth(&self) -> usize {
        self.0.len()
    }

    fn value(&mut self, _cx: &mut Context<'f>, depth: usize) -> Local<'f> {
        self.0
            .iter()
            .rev()
            .nth(depth)
            .copied()
            .unwrap_or(Local::NONE)
    }
}

/// Calls a word and does to the stack what it says.
fn call<'f>(
    plugin: &Plugin,
    word: &str,
    cx: &mut Context<'f>,
    stack: &mut Stack<'f>,
) -> Result<(), String> {
    let word = plugin.word(word).expect("the plugin has it");
    match word.call(cx, stack) {
        Ok(outcome) => {
            stack.0.truncate(stack.0.len() - outcome.taken);
            stack.0.extend(outcome.left);
            Ok(())
        }
        Err(failure @ Failure::Raised(_)) => panic!("{failure}"),
        Err(failure) => Err(format!("run time error: {failure}")),
    }
}

fn probe(test: &str) -> Option<Arc<Plugin>> {
    let folder = compile::folder(test);
    let library = compile::ours(&folder, "probe", SOURCE)?;
    let loader = Loader::new(Vec::new());
    Some(loader.load_file(&library).expect("it loads").plugin)
}

#[test]
fn words_on_a_stack() {
    let Some(plugin) = probe("joy-words") else {
        return;
    };
    let word = plugin.word("null?").expect("a word of Joy alone");
    assert_eq!(word.doc(), "no name for MiniScript");
    assert_eq!(word.effect().map(|effect| effect.takes.len()), Some(0));
    assert_eq!(plugin.word("any-too").and_then(|word| word.effect()), None);

    let mut vm = Vm::new(Config::default()).expect("there is memory");
    let result = vm.enter(|cx| {
        let bottom = cx.str("bottom")?;
        let mut stack = Stack(vec![bottom]);
        // The whole stack is seen: 1 value, then 2.
        assert_eq!(call(&plugin, "any", cx, &mut stack), Ok(()));
        assert_eq!(call(&plugin, "any", cx, &mut stack), Ok(()));
        let depths: Vec<_> = stack.0.iter().map(|&value| cx.as_int(value)).collect();
        assert_eq!(depths, [None, Some(1), Some(2)]);

        // Two of three values are taken before the error: all are still there.
        let error = call(&plugin, "after-error", cx, &mut stack);
        assert_eq!(
            error.unwrap_err(),
            "run time error: the first in after-error"
        );
        assert_eq!(stack.0.len(), 3);

        let error = call(&plugin, "as-float", cx, &mut Stack(vec![bottom]));
        assert_eq!(
            error.unwrap_err(),
            "run time error: number needed for as-float"
        );
        let big = cx.int(i64::MAX)?;
        stack.0.push(big);
        assert_eq!(call(&plugin, "as-float", cx, &mut stack), Ok(()));
        assert_eq!(stack.0.len(), 4);
        let top = stack.0.pop().and_then(|top| cx.as_float(top));
        assert_eq!(top, Some(i64::MAX as f64));

        // What C does not know passes through it untouched.
        let list = cx.list(&[bottom, Local::NONE])?;
        stack.0.push(list);
        assert_eq!(call(&plugin, "turn", cx, &mut stack), Ok(()));
        let turned = *stack.0.last().expect("a list");
        let last = cx.list_get(turned, 1).expect("two elements");
        assert_eq!(cx.as_str(last), Some("bottom"));
        Ok(())
    });
    result.unwrap_or_else(|fault| panic!("{fault}"));
}
