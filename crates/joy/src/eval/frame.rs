//! The frames of the work list: what each kind is called in messages, and what
//! resumes it.

use super::{Eval, Step};
use crate::interpreter::reg;
use crate::words::{self, Run};

macro_rules! frames {
    ($($(#[$doc:meta])* $id:ident $name:literal $run:expr;)*) => {
        /// What happens when a quotation has run out.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Then { $($(#[$doc])* $id),* }
        /// Indexed by `Then`.
        static FRAMES: &[(&str, Run)] = &[$(($name, $run)),*];
    };
}

frames! {
    /// Code: it goes on.
    Run "" run;
    /// X: it comes back.
    Dip "dip" words::dip_end;
    /// Drops what is under the top.
    PopUnder "app11" words::pop_under;
    /// Rest: the top goes onto it.
    Nullary "nullary" words::ary_end;
    Unary "unary" words::ary_end;
    Binary "binary" words::ary_end;
    Ternary "ternary" words::ary_end;
    /// Remaining, P, rest, results: the next of several.
    Unary2 "unary2" words::each_end;
    Unary3 "unary3" words::each_end;
    Unary4 "unary4" words::each_end;
    /// X, Q, rest and the first result.
    Cleave "cleave" words::cleave_end;
    /// Remaining quotations, rest, results, saved stack.
    Construct "construct" words::construct_end;
    /// Then, else, saved stack.
    Ifte "ifte" words::ifte_end;
    /// Remaining clauses, saved stack.
    Cond "cond" words::cond_end;
    /// P, Q, saved stack.
    While "while" words::while_end;
    WhileBody "while" words::while_body;
    /// Aggregate, index, P.
    Step "step" words::step_next;
    /// Count, P.
    Times "times" words::times_next;
    /// Count, C.
    Primrec "primrec" words::primrec_end;
    /// Aggregate, index, P, saved stack, results.
    Map "map" words::map_end;
    /// The same with the element and the other results.
    Filter "filter" words::filter_end;
    Split "split" words::split_end;
    Some "some" words::some_end;
    All "all" words::some_end;
    /// Saved stack.
    Infra "infra" words::infra_end;
    /// The program, saved stack.
    Linrec "linrec" words::rec_end;
    Tailrec "tailrec" words::rec_end;
    Binrec "binrec" words::rec_end;
    Genrec "genrec" words::genrec_end;
    /// The program: the recursion after R1.
    LinrecAgain "linrec" words::again;
    TailrecAgain "tailrec" words::again;
    BinrecAgain "binrec" words::bin_again;
    /// The program, X: the second recursion.
    BinrecSecond "binrec" words::bin_second;
    /// All clauses, remaining clauses, saved stack.
    Condlinrec "condlinrec" words::cond_rec_end;
    Condnestrec "condnestrec" words::cond_rec_end;
    /// All clauses, remaining parts of one.
    CondlinrecNext "condlinrec" words::cond_rec_next;
    CondnestrecNext "condnestrec" words::cond_rec_next;
    /// Remaining members, P.
    Treestep "treestep" words::treestep_next;
}

impl Then {
    /// The frame's number.
    pub(crate) fn number(self) -> i64 {
        self as i64
    }

    /// The kind of a number.
    fn index(number: i64) -> usize {
        number.clamp(0, 255) as usize
    }
}

/// Goes on with the frame whose number has just been taken off.
pub(super) fn resume<'s>(eval: &mut Eval<'_, 's>, number: i64) -> Step<'s> {
    let Some((name, run)) = FRAMES.get(Then::index(number)) else {
        return Ok(());
    };
    if !name.is_empty() {
        eval.joy.current = name;
    }
    eval.joy.frame = number;
    run(eval)
}

impl Eval<'_, '_> {
    /// Whether the frame that is being resumed is of this kind.
    pub(crate) fn resumed(&self, then: Then) -> bool {
        Then::index(self.joy.frame) == then as usize
    }
}

fn run<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [code] = eval.frame();
    eval.set_register(reg::CODE, code);
    Ok(())
}
