//! Repositories drawn again, with replacement: how much a figure depends on which of them were there.

/// A generator of numbers by a seed. Its numbers must never change, or models that were shipped could not be made
/// again; so it is written here (SplitMix64, Steele, Lea and Flood 2014) and not taken from a library, which may.
#[derive(Clone, Debug)]
pub(super) struct Numbers(pub(super) u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, which is not 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.next() % bound).unwrap_or_default()
    }
}

/// How often each of `count` things is drawn in one draw of as many.
pub(super) fn draw(count: usize, seed: u64) -> Vec<u32> {
    let mut numbers = Numbers(seed);
    let mut times = vec![0; count];
    for _ in 0..count {
        if let Some(slot) = times.get_mut(numbers.below(count)) {
            *slot += 1;
        }
    }
    times
}

/// The value below which a share of the values lies.
pub(super) fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a position in a list"
    )]
    let at = ((values.len().saturating_sub(1)) as f64 * share).round() as usize;
    values.get(at).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::{draw, quantile};

    #[test]
    fn draws_are_as_large_as_what_is_drawn_from_and_the_same_for_a_seed() {
        assert_eq!(draw(30, 7).iter().sum::<u32>(), 30);
        assert_eq!(draw(30, 7), draw(30, 7));
        assert_ne!(draw(30, 7), draw(30, 8));
    }

    #[test]
    fn quantiles_of_a_list() {
        assert_eq!(quantile(&mut [3.0, 1.0, 2.0], 0.5), 2.0);
        assert_eq!(quantile(&mut [3.0, 1.0, 2.0], 1.0), 3.0);
    }
}
