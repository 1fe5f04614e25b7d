//! Latin-1 alone, cut out of the whole tables while this is compiled: what builds without the
//! feature `unicode` hold.

use super::tables;
use super::trie::Trie;

/// Code points that have an entry.
const COUNT: usize = 0x100;
/// Records of case mappings, and long mappings, that Latin-1 needs: the tables begin with them.
const RECORDS: usize = 6;
const TEXT: usize = 7;

/// Flags and digit value, by code point.
pub(super) static FLAGS: [(u16, u8); COUNT] = {
    let mut flags = [(0, 0); COUNT];
    let mut code_point = 0;
    while code_point < COUNT {
        flags[code_point] = tables::FLAG_RECORDS[wide(&tables::FLAGS, code_point)];
        code_point += 1;
    }
    flags
};

/// The index of a case record, by code point.
pub(super) static CASE: [u8; COUNT] = {
    let mut case = [0; COUNT];
    let mut code_point = 0;
    while code_point < COUNT {
        case[code_point] = narrow(&tables::CASE, code_point);
        assert!((case[code_point] as usize) < RECORDS, "a record is missing");
        code_point += 1;
    }
    case
};

/// The first of the case records.
pub(super) static CASE_RECORDS: [[i32; 4]; RECORDS] = first(&tables::CASE_RECORDS);

/// The mappings of U+00DF, the only one whose text is longer than itself.
pub(super) static SPECIAL_CASES: [(u32, [u16; 4]); 1] = first(&tables::SPECIAL_CASES);

/// Their texts.
pub(super) static SPECIAL_TEXT: [u32; TEXT] = first(&tables::SPECIAL_TEXT);

const fn first<T: Copy, const ALL: usize, const KEPT: usize>(table: &[T; ALL]) -> [T; KEPT] {
    let mut kept = [table[0]; KEPT];
    let mut at = 0;
    while at < KEPT {
        kept[at] = table[at];
        at += 1;
    }
    kept
}

const fn wide<const LEAF: u32, const MIDDLE: u32>(
    trie: &Trie<u16, LEAF, MIDDLE>,
    code_point: usize,
) -> usize {
    let high = code_point >> LEAF;
    let block = (trie.top[high >> MIDDLE] as usize) << MIDDLE;
    let block = (trie.middle[block | high & ((1 << MIDDLE) - 1)] as usize) << LEAF;
    trie.leaves[block | code_point & ((1 << LEAF) - 1)] as usize
}

const fn narrow<const LEAF: u32, const MIDDLE: u32>(
    trie: &Trie<u8, LEAF, MIDDLE>,
    code_point: usize,
) -> u8 {
    let high = code_point >> LEAF;
    let block = (trie.top[high >> MIDDLE] as usize) << MIDDLE;
    let block = (trie.middle[block | high & ((1 << MIDDLE) - 1)] as usize) << LEAF;
    trie.leaves[block | code_point & ((1 << LEAF) - 1)]
}
