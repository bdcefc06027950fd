//! Choices that are the same in every run.

/// How many texts to make: so many, or as many times more as the variable `WORDINGS` says.
pub fn rounds(count: usize) -> usize {
    count * std::env::var("WORDINGS").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// A stream of choices that a seed decides: SplitMix64.
pub struct Pick(u64);

impl Pick {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from nought to below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % bound as u64).unwrap()
    }

    /// One of a list.
    pub fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    /// True once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// A whole number with so many digits, the first of them no nought.
    pub fn digits(&mut self, count: u32) -> i64 {
        let low = 10_usize.pow(count - 1);
        i64::try_from(low + self.below(low * 9)).unwrap()
    }
}
