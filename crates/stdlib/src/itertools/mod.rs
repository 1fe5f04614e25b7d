//! `itertools`: iterators made of iterators, with CPython 3.11's results and errors.
//!
//! Every iterator is a native class ([`miniscript_ext::Class`]); where it stands is in
//! its fields, so a step that calls a script (a key function, another iterator, `==`)
//! may be suspended, entered again or fail at any point. Loops that may give nothing for
//! long charge fuel.

mod chain;
mod choose;
mod count;
mod filter;
mod group;
mod product;
mod slice;
mod tee;
mod zip;

use crate::settings::Settings;
use miniscript_ext::{Function, Module, untyped};

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("itertools")
        .doc(DOC)
        .class(&chain::ACCUMULATE)
        .class(&choose::COMBINATIONS)
        .class(&choose::REPLACEMENT)
        .class(&count::CYCLE)
        .class(&filter::DROPWHILE)
        .class(&filter::TAKEWHILE)
        .class(&slice::ISLICE)
        .class(&filter::STARMAP)
        .class(&chain::CHAIN)
        .class(&filter::COMPRESS)
        .class(&filter::FILTERFALSE)
        .class(&count::COUNT)
        .class(&zip::ZIP_LONGEST)
        .class(&slice::PAIRWISE)
        .class(&choose::PERMUTATIONS)
        .class(&product::PRODUCT)
        .class(&count::REPEAT)
        .class(&group::GROUPBY)
        .class(&group::GROUPER)
        .class(&tee::TEE)
        .class(&tee::DATA)
        .add(
            Function::new("tee(*args)", untyped(tee::tee))
                .doc("Returns a tuple of n independent iterators."),
        )
}

const DOC: &str = "Functional tools for creating and using iterators.\n\nInfinite iterators:\ncount(start=0, step=1) --> start, start+step, start+2*step, ...\ncycle(p) --> p0, p1, ... plast, p0, p1, ...\nrepeat(elem [,n]) --> elem, elem, elem, ... endlessly or up to n times\n\nIterators terminating on the shortest input sequence:\naccumulate(p[, func]) --> p0, p0+p1, p0+p1+p2\nchain(p, q, ...) --> p0, p1, ... plast, q0, q1, ...\nchain.from_iterable([p, q, ...]) --> p0, p1, ... plast, q0, q1, ...\ncompress(data, selectors) --> (d[0] if s[0]), (d[1] if s[1]), ...\ndropwhile(predicate, seq) --> seq[n], seq[n+1], starting when predicate fails\ngroupby(iterable[, keyfunc]) --> sub-iterators grouped by value of keyfunc(v)\nfilterfalse(predicate, seq) --> elements of seq where predicate(elem) is False\nislice(seq, [start,] stop [, step]) --> elements from\n       seq[start:stop:step]\npairwise(s) --> (s[0],s[1]), (s[1],s[2]), (s[2], s[3]), ...\nstarmap(fun, seq) --> fun(*seq[0]), fun(*seq[1]), ...\ntee(it, n=2) --> (it1, it2 , ... itn) splits one iterator into n\ntakewhile(predicate, seq) --> seq[0], seq[1], until predicate fails\nzip_longest(p, q, ...) --> (p[0], q[0]), (p[1], q[1]), ...\n\nCombinatoric generators:\nproduct(p, q, ... [repeat=1]) --> cartesian product\npermutations(p[, r])\ncombinations(p, r)\ncombinations_with_replacement(p, r)\n";
