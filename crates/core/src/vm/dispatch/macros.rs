//! The shapes that the loop's arms have. They are macros because each may go on with the next
//! instruction or leave the loop.

/// Raises the exception in `fiber.error` in the frame on top.
macro_rules! raise {
    ($m:ident, $unwind:path) => {{
        match $unwind($m.fiber) {
            Unwound::Resume => $m.reload(),
            Unwound::Exit => return Raw::ERROR,
        }
    }};
}

/// The whole of an arm, and on with the next instruction.
macro_rules! next {
    ($what:expr) => {{
        $what;
        continue;
    }};
}

/// Leaves the arm: the function finds the frame saved and stores its results itself.
macro_rules! slow {
    ($m:ident, $function:path, $operand:ident) => {{
        $m.save();
        match $function($m.fiber, $operand) {
            Flow::Go => $m.reload(),
            Flow::Raise => raise!($m, unwind::unwind),
            Flow::Reraise => raise!($m, unwind::unwind_from),
            Flow::Exit(raw) => return raw,
        }
        continue;
    }};
}

/// The short way of [`quick`], or the slow one.
macro_rules! quick {
    ($m:ident, $quick:path, $slow:path, $instr:ident) => {{
        if $quick(&mut $m, $instr) {
            continue;
        }
        slow!($m, $slow, $instr)
    }};
}

/// One shared counter for fuel, collector and interrupts.
macro_rules! safepoint {
    ($m:ident) => {{
        (*$m.vm).heap.ticks -= 1;
        if (*$m.vm).heap.ticks <= 0 {
            $m.save();
            if let Flow::Raise = slow::safepoint($m.fiber) {
                raise!($m, unwind::unwind);
                continue;
            }
            // Finalizers may have run: the stack and the frames may have moved.
            $m.reload();
        }
    }};
}

macro_rules! arithmetic {
    ($m:ident, $instr:ident, $small:path, $float:expr) => {{
        let (x, y) = ($m.get($instr.b()), $m.get($instr.c()));
        if x.both_small(y) {
            if let Some(raw) = $small(x, y) {
                $m.put($instr.a(), raw);
                continue;
            }
        } else if x.is_double() && y.is_double() {
            let float: Option<f64> = $float(x.double(), y.double());
            if let Some(float) = float {
                $m.put($instr.a(), Raw::from_canonical(float));
                continue;
            }
        }
        slow!($m, slow::binary, $instr)
    }};
}

macro_rules! arithmetic_int {
    ($m:ident, $instr:ident, $small:path) => {{
        let x = $m.get($instr.b());
        if x.is_small() {
            if let Some(raw) = $small(x, Raw::from_small($instr.sc())) {
                $m.put($instr.a(), raw);
                continue;
            }
        }
        slow!($m, slow::binary_int, $instr)
    }};
}

/// Shifts, and what no float has.
macro_rules! integral {
    ($m:ident, $instr:ident, $small:path) => {
        arithmetic!($m, $instr, $small, |_, _| None)
    };
}

macro_rules! bitwise {
    ($m:ident, $instr:ident, $op:tt) => {{
        let (x, y) = ($m.get($instr.b()), $m.get($instr.c()));
        if x.both_small(y) {
            $m.put($instr.a(), Raw::from_small_high(x.small_high() $op y.small_high()));
            continue;
        }
        slow!($m, slow::binary, $instr)
    }};
}

macro_rules! compare {
    ($m:ident, $instr:ident, $op:tt) => {{
        let (x, y) = ($m.get($instr.b()), $m.get($instr.c()));
        if x.both_small(y) {
            $m.put($instr.a(), Raw::from_bool(x.small_high() $op y.small_high()));
        } else if x.is_double() && y.is_double() {
            $m.put($instr.a(), Raw::from_bool(x.double() $op y.double()));
        } else {
            slow!($m, slow::compare, $instr)
        }
        continue;
    }};
}

macro_rules! compare_jump {
    ($m:ident, $instr:ident, $op:tt) => {{
        let (x, y) = ($m.get($instr.a()), $m.get($instr.b()));
        let truth = if x.both_small(y) {
            x.small_high() $op y.small_high()
        } else if x.is_double() && y.is_double() {
            x.double() $op y.double()
        } else {
            slow!($m, slow::compare_jump, $instr)
        };
        if truth == ($instr.d() != 0) {
            $m.jump($instr.sc() as isize);
        }
        continue;
    }};
}

macro_rules! compare_jump_int {
    ($m:ident, $instr:ident, $op:tt) => {{
        let x = $m.get($instr.a());
        let truth = if x.is_small() {
            x.small() $op $instr.sb()
        } else if x.is_double() {
            x.double() $op $instr.sb() as f64
        } else {
            slow!($m, slow::compare_jump_int, $instr)
        };
        if truth == ($instr.d() != 0) {
            $m.jump($instr.sc() as isize);
        }
        continue;
    }};
}

macro_rules! jump {
    ($m:ident, $instr:ident) => {
        next!($m.jump($instr.bx() as isize))
    };
}

macro_rules! jump_if {
    ($m:ident, $instr:ident, $sense:expr) => {{
        let Some(truth) = quick::truth($m.get($instr.a())) else {
            slow!($m, slow::jump_if, $instr)
        };
        if truth == $sense {
            $m.jump($instr.bx() as isize);
        }
        continue;
    }};
}

/// What goes back in a loop: a safepoint before.
macro_rules! looping {
    ($m:ident, $shape:ident, $($operand:tt)+) => {{
        safepoint!($m);
        $shape!($m, $($operand)+)
    }};
}
