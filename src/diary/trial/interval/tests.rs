use proptest::prelude::*;

use super::*;

fn count(events: f64, nights: f64) -> EventCount {
    EventCount { events, nights }
}

fn near(value: f64, expected: f64) {
    let error = (value - expected).abs() / expected.abs().max(1e-3);
    assert!(error < 1e-5, "{value} is not {expected}");
}

#[test]
fn the_ratio_of_rates_is_that_of_the_reference_implementation() {
    // The example of R's package rateratio.test: 2 in 17877 against 9 in 16660.
    let ratio = rate_ratio(count(9.0, 16660.0), count(2.0, 17877.0), 1.0, 0.05).unwrap();
    near(ratio.middle, 0.207_094_155_7);
    near(ratio.low, 0.021_774_06);
    near(ratio.high, 1.000_549_10);
}

#[test]
fn known_quantiles_are_met() {
    near(student_quantile(0.975, 10.0).unwrap(), 2.228_138_852);
    near(student_quantile(0.975, 1.0).unwrap(), 12.706_204_736);
    near(beta_quantile(0.5, 2.0, 2.0).unwrap(), 0.5);
    // Beta(1, 3): 1 - (1 - x)^3.
    near(beta_quantile(0.875, 1.0, 3.0).unwrap(), 0.5);
}

#[test]
fn without_any_event_there_is_no_ratio_and_none_before_has_no_upper_end() {
    assert_eq!(rate_ratio(count(0.0, 14.0), count(0.0, 42.0), 1.0, 0.05), None);
    let more = rate_ratio(count(0.0, 14.0), count(30.0, 42.0), 1.0, 0.05).unwrap();
    assert!(more.low > 1.0 && more.high.is_infinite());
    let fewer = rate_ratio(count(10.0, 14.0), count(0.0, 42.0), 1.0, 0.05).unwrap();
    assert!(fewer.low == 0.0 && fewer.high < 1.0);
}

#[test]
fn bunches_widen_the_interval() {
    assert!((dispersion(&[&[1, 1, 1, 1], &[0, 0]]) - 1.0).abs() < 1e-12);
    let bunched = dispersion(&[&[0, 0, 0, 8], &[0, 6, 0, 0]]);
    assert!(bunched > 5.0, "{bunched}");
    let narrow = rate_ratio(count(20.0, 14.0), count(25.0, 42.0), 1.0, 0.05).unwrap();
    let wide = rate_ratio(count(20.0, 14.0), count(25.0, 42.0), 3.0, 0.05).unwrap();
    assert!(wide.low < narrow.low && wide.high > narrow.high);
    near(wide.middle, narrow.middle);
}

#[test]
fn means_that_differ_clearly_have_an_interval_away_from_zero() {
    let before = [7.0, 8.0, 6.0, 7.0, 8.0, 7.0];
    let after = [3.0, 4.0, 3.0, 5.0, 4.0, 3.0];
    let drop = mean_difference(&before, &after, 0.05).unwrap();
    assert!(drop.high < 0.0 && drop.low < drop.middle && drop.middle < drop.high);
    let same = mean_difference(&[5.0; 6], &[5.0; 6], 0.05).unwrap();
    assert!(same.low < 0.0 && same.high > 0.0);
    assert_eq!(mean_difference(&[5.0], &before, 0.05), None);
}

proptest! {
    #[test]
    fn every_interval_holds_its_middle(x in 0_u16..500, y in 0_u16..500, spread in 0.5..9.0_f64) {
        prop_assume!(x > 0 && y > 0);
        let ratio = rate_ratio(count(x.into(), 14.0), count(y.into(), 42.0), spread, 0.025).unwrap();
        prop_assert!(ratio.low < ratio.middle && ratio.middle < ratio.high);
        // Seen from the other side it is the same.
        let back = rate_ratio(count(y.into(), 42.0), count(x.into(), 14.0), spread, 0.025).unwrap();
        prop_assert!((back.high * ratio.low - 1.0).abs() < 1e-6);
    }
}
