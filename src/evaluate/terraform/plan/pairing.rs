//! Which element of one list is which of another: a set has an order of its own in a plan.

/// Longer lists are compared position by position only.
const LONGEST: usize = 128;

/// For each of `count` elements its partner among `others`, if it has one: where all fit in order, the one at the
/// same position; else the first that fits and is not taken.
pub(super) fn pair(count: usize, others: usize, fits: impl Fn(usize, usize) -> bool) -> Vec<Option<usize>> {
    if count == others && (0..count).all(|at| fits(at, at)) {
        return (0..count).map(Some).collect();
    }
    if count.max(others) > LONGEST {
        return (0..count).map(|at| (at < others && fits(at, at)).then_some(at)).collect();
    }
    let mut taken = vec![false; others];
    let mut partner = |at: usize| {
        let free = taken.iter_mut().enumerate().find(|(other, taken)| !**taken && fits(at, *other));
        free.map(|(other, taken)| {
            *taken = true;
            other
        })
    };
    (0..count).map(&mut partner).collect()
}

#[cfg(test)]
mod tests {
    use super::pair;

    #[test]
    fn partners() {
        let same = |own: [i32; 3], others: &[i32]| pair(3, others.len(), |a, b| own[a] == others[b]);
        assert_eq!(same([1, 2, 3], &[1, 2, 3]), [Some(0), Some(1), Some(2)]);
        assert_eq!(same([3, 1, 1], &[1, 1, 3]), [Some(2), Some(0), Some(1)]);
        assert_eq!(same([1, 1, 2], &[1, 4]), [Some(0), None, None]);
        assert_eq!(pair(0, 3, |_, _| true), []);
    }
}
