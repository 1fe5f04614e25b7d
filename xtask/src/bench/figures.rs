//! Medians, quartiles, spread and geometric means.

/// The middle of the values, NaN of none.
pub(super) fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// A quarter of the values lie below it: what a busy machine disturbs least.
pub(super) fn lower_quartile(values: &[f64]) -> f64 {
    quantile(values, 0.25)
}

/// From the least to the greatest, as a part of the median.
pub(super) fn spread(values: &[f64]) -> f64 {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let greatest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (greatest - least) / median(values)
}

/// The geometric mean, NaN of none.
pub(super) fn geometric_mean(values: impl IntoIterator<Item = f64>) -> f64 {
    let logs: Vec<f64> = values.into_iter().map(f64::ln).collect();
    (logs.iter().sum::<f64>() / logs.len() as f64).exp()
}

/// Between the two nearest values where it falls between two.
fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = part * sorted.len().saturating_sub(1) as f64;
    let low = place.floor();
    match (sorted.get(low as usize), sorted.get(place.ceil() as usize)) {
        (Some(below), Some(above)) => below + (above - below) * (place - low),
        _ => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[1.0, 2.0]), 1.5);
        assert_eq!(lower_quartile(&[5.0, 1.0, 2.0, 3.0, 4.0]), 2.0);
        assert_eq!(lower_quartile(&[1.0, 2.0, 3.0]), 1.5);
        assert!((spread(&[9.0, 10.0, 11.0]) - 0.2).abs() < 1e-9);
        assert!((geometric_mean([2.0, 8.0]) - 4.0).abs() < 1e-9);
        assert!(median(&[]).is_nan() && geometric_mean([]).is_nan());
    }
}
