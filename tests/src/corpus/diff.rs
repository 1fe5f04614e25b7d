//! Shows how an outcome differs from the stored one, as lines with `-` (expected) and `+` (got).

use super::Outcome;

/// The differing lines of two outcomes in unified form, three lines of context around each change.
/// At most `limit` lines are given; how many were left out is said in the last.
pub fn diff(expected: &Outcome, got: &Outcome, limit: usize) -> String {
    let (old, new) = (expected.to_string(), got.to_string());
    let old: Vec<&str> = old.trim_end_matches('\n').split('\n').collect();
    let new: Vec<&str> = new.trim_end_matches('\n').split('\n').collect();
    let lines = mark(&old, &new);
    let near = |index: usize| {
        let start = index.saturating_sub(CONTEXT);
        let end = (index + CONTEXT + 1).min(lines.len());
        lines[start..end].iter().any(|(sign, _)| *sign != ' ')
    };
    let mut shown = Vec::new();
    let mut gap = false;
    for (index, (sign, line)) in lines.iter().enumerate() {
        if !near(index) {
            gap = true;
            continue;
        }
        if gap {
            shown.push("  ...".to_owned());
            gap = false;
        }
        shown.push(format!("{sign} {}", clip(line)));
    }
    let left_out = shown.len().saturating_sub(limit);
    if left_out > 0 {
        shown.truncate(limit);
        shown.push(format!("  ... and {left_out} lines more"));
    }
    shown.join("\n")
}

/// Merges both texts into one list of kept, removed and added lines.
fn mark<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(char, &'a str)> {
    let same_start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - same_start;
    let same_end = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(rest)
        .take_while(|(a, b)| a == b)
        .count();
    let (old_middle, new_middle) = (
        &old[same_start..old.len() - same_end],
        &new[same_start..new.len() - same_end],
    );
    let mut lines: Vec<(char, &str)> = old[..same_start].iter().map(|line| (' ', *line)).collect();
    if old_middle.len().saturating_mul(new_middle.len()) > TABLE {
        lines.extend(old_middle.iter().map(|line| ('-', *line)));
        lines.extend(new_middle.iter().map(|line| ('+', *line)));
    } else {
        align(old_middle, new_middle, &mut lines);
    }
    lines.extend(old[old.len() - same_end..].iter().map(|line| (' ', *line)));
    lines
}

/// Longest common subsequence by the plain quadratic table; outputs are small.
fn align<'a>(old: &[&'a str], new: &[&'a str], lines: &mut Vec<(char, &'a str)>) {
    let width = new.len() + 1;
    let mut common = vec![0_u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i * width + j] = if old[i] == new[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            lines.push((' ', old[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len()
            || (i < old.len() && common[(i + 1) * width + j] >= common[i * width + j + 1])
        {
            lines.push(('-', old[i]));
            i += 1;
        } else {
            lines.push(('+', new[j]));
            j += 1;
        }
    }
}

/// A line of a thousand digits is a legal output, but nobody reads it whole; a control character
/// is shown as an escape.
fn clip(line: &str) -> String {
    let visible = |c: char| {
        if c.is_control() {
            c.escape_default().collect()
        } else {
            c.to_string()
        }
    };
    let line: String = line.chars().map(visible).collect();
    if line.chars().count() <= WIDTH {
        return line;
    }
    let head: String = line.chars().take(WIDTH).collect();
    format!("{head}... ({} characters)", line.chars().count())
}

/// Unchanged lines shown around a change.
const CONTEXT: usize = 3;
/// Characters shown of a line.
const WIDTH: usize = 200;
/// Cells of the table above which the texts are shown one after the other.
const TABLE: usize = 4_000_000;

#[cfg(test)]
mod tests {
    use super::super::Exit;
    use super::*;

    fn outcome(stdout: &str) -> Outcome {
        Outcome {
            exit: Exit::Code(0),
            stdout: stdout.to_owned(),
            stderr: String::new(),
        }
    }

    #[test]
    fn only_the_change_and_its_surroundings_are_shown() {
        let expected = outcome("a\nb\nc\nd\ne\nf\ng\n");
        let got = outcome("a\nb\nc\nd\ne\nX\ng\n");
        let text = diff(&expected, &got, 100);
        assert_eq!(text, "  ...\n  c\n  d\n  e\n- f\n+ X\n  g\n  --- end");
    }

    #[test]
    fn equal_outcomes_have_no_difference_and_long_ones_are_cut() {
        assert_eq!(diff(&outcome("a\n"), &outcome("a\n"), 10), "");
        let long = diff(&outcome("a\nb\nc\nd\n"), &outcome("1\n2\n3\n4\n"), 3);
        assert!(long.ends_with("lines more"), "{long}");
    }
}
