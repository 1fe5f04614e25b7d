//! Points of a sweep and the line through their logarithms.

/// So many of the largest sizes decide the order: small ones are ruled by what is constant.
const TAIL: usize = 3;

/// Slopes of time between those of a constant and of a linear cost: no algorithm here has one, but
/// memory that no longer fits the processor's caches has.
pub(super) const DOUBTFUL: std::ops::Range<f64> = 0.15..0.85;

/// One size of a sweep.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub(super) size: u32,
    /// Seconds of one operation.
    pub(super) cost: f64,
    /// Seconds of one piece of work.
    pub(super) work: f64,
}

impl Point {
    /// Reads `operations seconds`.
    pub(super) fn parse(size: u32, printed: &str) -> Option<Self> {
        let (operations, seconds) = printed.split_once(' ')?;
        let (operations, work): (u32, f64) = (operations.parse().ok()?, seconds.parse().ok()?);
        let cost = work / f64::from(operations);
        (cost.is_finite() && cost > 0.0).then_some(Self { size, cost, work })
    }
}

/// The power of n with which an operation's cost grows over the largest sizes; `None` of fewer
/// than two.
pub(super) fn order(points: &[Point]) -> Option<f64> {
    let tail = &points[points.len().saturating_sub(TAIL)..];
    let count = tail.len() as f64;
    if tail.len() < 2 {
        return None;
    }
    let logs = || {
        tail.iter()
            .map(|point| (f64::from(point.size).ln(), point.cost.ln()))
    };
    let (x, y) = logs().fold((0.0, 0.0), |(x, y), (a, b)| (x + a / count, y + b / count));
    let (above, below) = logs().fold((0.0, 0.0), |(above, below), (a, b)| {
        (above + (a - x) * (b - y), below + (a - x) * (a - x))
    });
    Some(above / below)
}

/// The order in words.
pub(super) fn said(slope: f64) -> String {
    match slope {
        _ if slope < 0.15 => "O(1)".to_owned(),
        _ if (0.85..1.15).contains(&slope) => "O(n)".to_owned(),
        _ if (1.85..2.15).contains(&slope) => "O(n^2)".to_owned(),
        _ => format!("O(n^{slope:.1})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(power: f64) -> Vec<Point> {
        let sizes = [1000_u32, 10_000, 100_000, 1_000_000];
        let cost = |size: u32| 1e-9 * f64::from(size).powf(power);
        sizes
            .map(|size| Point {
                size,
                cost: cost(size),
                work: cost(size),
            })
            .to_vec()
    }

    #[test]
    fn the_slope_is_the_power() {
        for (power, words) in [
            (0.0, "O(1)"),
            (0.1, "O(1)"),
            (0.5, "O(n^0.5)"),
            (1.0, "O(n)"),
            (1.58, "O(n^1.6)"),
            (2.0, "O(n^2)"),
        ] {
            let slope = order(&points(power)).expect("four points");
            assert!((slope - power).abs() < 1e-6, "{slope} {power}");
            assert_eq!(said(slope), words);
        }
        assert_eq!(order(&points(1.0)[..1]), None);
    }

    #[test]
    fn what_a_program_prints_is_read() {
        let point = Point::parse(7, "10 0.000000050").expect("a point");
        assert!((point.cost - 5e-9).abs() < 1e-18);
        assert_eq!(
            [Point::parse(7, "10"), Point::parse(7, "0 0.1")],
            [None, None]
        );
    }
}
