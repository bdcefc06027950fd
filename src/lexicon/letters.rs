//! Which bytes of a text are letters and which are digits, many at a time.

use wide::i8x16;

/// The bytes that are told at once what they are.
pub const BLOCK: usize = 64;

/// A bit a byte of a block, the first byte lowest.
#[derive(Clone, Copy, Debug, Default)]
pub struct Masks {
    /// The letters of ASCII.
    pub letters: u64,
    /// The digits of ASCII.
    pub digits: u64,
    /// The spaces of ASCII.
    pub spaces: u64,
    /// The letters that begin the short words of the tables, in either case: [`BEGIN_SHORT`].
    pub begin_short: u64,
    /// The first byte of a full-width digit or a vulgar fraction, among others.
    pub wide: u64,
}

impl Masks {
    /// The masks of a block.
    #[inline]
    #[must_use]
    pub fn of(block: &[u8; BLOCK]) -> Self {
        let mut masks = Self::default();
        let mut wide = 0;
        for (at, lane) in block.as_chunks::<LANE>().0.iter().enumerate() {
            let (letters, digits, spaces, begin_short, high) = lane_masks(lane);
            masks.letters |= letters << (LANE * at);
            masks.spaces |= spaces << (LANE * at);
            masks.begin_short |= begin_short << (LANE * at);
            masks.digits |= digits << (LANE * at);
            wide |= high;
        }
        if wide != 0 {
            for (at, byte) in block.iter().enumerate() {
                masks.wide |= u64::from(matches!(byte, 0xC2 | 0xEF)) << at;
            }
        }
        masks
    }
}

/// The bytes that one instruction tells apart.
const LANE: usize = 16;

/// With which letters words of one or two letters begin that a text is searched for: "FY", "mi".
pub const BEGIN_SHORT: [u8; 2] = [b'f', b'm'];

/// The letters, the digits, the spaces, the letters of [`BEGIN_SHORT`] and the bytes beyond ASCII of a lane, a bit each. No branch depends
/// on a byte.
#[inline]
fn lane_masks(lane: &[u8; LANE]) -> (u64, u64, u64, u64, u64) {
    let bytes = i8x16::new(lane.map(u8::cast_signed));
    // The first of a run of bytes becomes the least of all signed bytes, so that one comparison tells the run.
    let run = |bytes: i8x16, first: u8, length: i8| {
        let moved = bytes + i8x16::splat(0x80_u8.wrapping_sub(first).cast_signed());
        u64::from(moved.simd_lt(i8x16::splat(i8::MIN + length)).to_bitmask())
    };
    let folded = bytes | i8x16::splat(0x20);
    let [one, other] = BEGIN_SHORT.map(|letter| folded.simd_eq(i8x16::splat(letter.cast_signed())));
    let spaces = bytes.simd_eq(i8x16::splat(b' '.cast_signed()));
    let bits = |lane: i8x16| u64::from(lane.to_bitmask());
    (run(folded, b'a', 26), run(bytes, b'0', 10), bits(spaces), bits(one | other), bits(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_its_bit() {
        for first in (0..=255_u8).step_by(32) {
            let block: [u8; BLOCK] = std::array::from_fn(|at| first.wrapping_add(u8::try_from(at).unwrap_or(0)));
            let masks = Masks::of(&block);
            for (at, byte) in block.iter().enumerate() {
                assert_eq!(masks.letters >> at & 1 == 1, byte.is_ascii_alphabetic(), "{byte}");
                assert_eq!(masks.digits >> at & 1 == 1, byte.is_ascii_digit(), "{byte}");
                assert_eq!(masks.spaces >> at & 1 == 1, *byte == b' ', "{byte}");
                let begins = BEGIN_SHORT.contains(&(byte | 0x20));
                assert_eq!(masks.begin_short >> at & 1 == 1, begins, "{byte}");
                assert_eq!(masks.wide >> at & 1 == 1, matches!(byte, 0xC2 | 0xEF), "{byte}");
            }
        }
    }
}
