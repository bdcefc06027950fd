//! Which bytes of a text are letters and which are digits, many at a time.

use wide::{i8x16, u8x16};

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
    /// The capital letters of ASCII.
    pub capitals: u64,
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
            let (letters, capitals, digits, spaces, begin_short, high) = lane_masks(lane);
            masks.letters |= letters << (LANE * at);
            masks.capitals |= capitals << (LANE * at);
            masks.spaces |= spaces << (LANE * at);
            masks.begin_short |= begin_short << (LANE * at);
            masks.digits |= digits << (LANE * at);
            wide |= high;
        }
        if wide != 0 {
            for (at, lane) in block.as_chunks::<LANE>().0.iter().enumerate() {
                masks.wide |= wide_mask(lane) << (LANE * at);
            }
        }
        masks
    }
}

/// The bytes that one instruction tells apart.
const LANE: usize = 16;

/// With which letters words of one or two letters begin that a text is searched for: "FY", "mi".
pub const BEGIN_SHORT: [u8; 2] = [b'f', b'm'];

/// A lane as numbers that an instruction compares: bytes beyond ASCII are negative.
#[inline]
fn signed(lane: &[u8; LANE]) -> i8x16 {
    let mut signed = [0; LANE];
    for (number, byte) in signed.iter_mut().zip(lane) {
        *number = byte.cast_signed();
    }
    i8x16::new(signed)
}

/// The bytes of a lane that begin a full-width digit or a vulgar fraction, a bit each.
#[inline]
fn wide_mask(lane: &[u8; LANE]) -> u64 {
    let bytes = signed(lane);
    let begins = |first: u8| bytes.simd_eq(i8x16::splat(first.cast_signed()));
    u64::from((begins(0xC2) | begins(0xEF)).to_bitmask())
}

/// The letters, those that are capitals, the digits, the spaces, the letters of [`BEGIN_SHORT`] and the bytes beyond ASCII of a lane, a bit each. No branch depends
/// on a byte.
#[inline]
fn lane_masks(lane: &[u8; LANE]) -> (u64, u64, u64, u64, u64, u64) {
    let bytes = signed(lane);
    // The first of a run of bytes becomes the least of all signed bytes, so that one comparison tells the run.
    let run = |bytes: i8x16, first: u8, length: i8| {
        let moved = bytes + i8x16::splat(0x80_u8.wrapping_sub(first).cast_signed());
        u64::from(moved.simd_lt(i8x16::splat(i8::MIN + length)).to_bitmask())
    };
    let folded = bytes | i8x16::splat(0x20);
    let short = |letter: u8| folded.simd_eq(i8x16::splat(letter.cast_signed()));
    let [one, other] = [short(BEGIN_SHORT[0]), short(BEGIN_SHORT[1])];
    let spaces = bytes.simd_eq(i8x16::splat(b' '.cast_signed()));
    let bits = |lane: i8x16| u64::from(lane.to_bitmask());
    let (letters, capitals) = (run(folded, b'a', 26), run(bytes, b'A', 26));
    (letters, capitals, run(bytes, b'0', 10), bits(spaces), bits(one | other), bits(bytes))
}

/// The first eight bytes of a text, the first one lowest; zeros behind its end.
#[inline]
#[must_use]
pub fn eight_at(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)),
    }
}

/// The last eight bytes of a text, the last one lowest; zeros before its beginning.
#[inline]
#[must_use]
pub fn eight_before(bytes: &[u8]) -> u64 {
    match bytes.last_chunk() {
        Some(eight) => u64::from_be_bytes(*eight),
        None => bytes.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)),
    }
}

const EACH: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = EACH << 7;

/// The highest bit of each of eight bytes: whether it is between two bytes of ASCII, both of them counted.
#[inline]
const fn between(eight: u64, first: u8, last: u8) -> u64 {
    let low = eight & !HIGH;
    (low + EACH * (0x80 - first as u64)) & !(low + EACH * (0x7F - last as u64)) & !eight & HIGH
}

/// How many of eight bytes are letters or digits of ASCII, from the lowest up to the first that is neither.
#[inline]
#[must_use]
pub const fn alphanumerics_among(eight: u64) -> usize {
    let letters = between(eight | (EACH * 0x20), b'a', b'z');
    (((letters | between(eight, b'0', b'9')) ^ HIGH).trailing_zeros() / 8) as usize
}

/// Visits where words begin among the bytes from `from` to `to`: runs of letters and digits of ASCII.
#[inline]
pub fn each_word_start(bytes: &[u8], from: usize, to: usize, visit: impl FnMut(usize)) {
    each_start(bytes, from, to, |_| u64::MAX, visit);
}

/// Visits where words begin among the bytes from `from` to `to` whose first two bytes are capitals or digits.
#[inline]
pub fn each_code_start(bytes: &[u8], from: usize, to: usize, visit: impl FnMut(usize)) {
    let code = |masks: &Masks| {
        let codes = masks.capitals | masks.digits;
        // What follows the last byte is in the next block.
        codes & (codes >> 1 | 1 << (BLOCK - 1))
    };
    each_start(bytes, from, to, code, visit);
}

/// Visits where words begin among the bytes from `from` to `to` that `wanted` takes, a bit each of a block.
#[inline]
fn each_start(bytes: &[u8], from: usize, to: usize, wanted: impl Fn(&Masks) -> u64, mut visit: impl FnMut(usize)) {
    let to = to.min(bytes.len());
    let mut base = from;
    // Whether the byte before the next block belongs to a word.
    let mut inside = from.checked_sub(1).and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    while let Some(there) = bytes.get(base..to).filter(|there| !there.is_empty()) {
        let mut last = [0; BLOCK];
        let masks = Masks::of(block_of(there, &mut last));
        let words = masks.letters | masks.digits;
        let mut starts = words & !(words << 1 | u64::from(inside)) & wanted(&masks);
        while starts != 0 {
            visit(base + starts.trailing_zeros() as usize);
            starts &= starts - 1;
        }
        inside = words >> (BLOCK - 1) != 0;
        base += BLOCK;
    }
}

/// The bytes of a block that are one of the marks, a bit each.
#[inline]
fn marked(block: &[u8; BLOCK], marks: [u8; 3]) -> u64 {
    let marks = [u8x16::splat(marks[0]), u8x16::splat(marks[1]), u8x16::splat(marks[2])];
    let mut bits = 0;
    for (at, lane) in block.as_chunks::<LANE>().0.iter().enumerate() {
        let lane = u8x16::new(*lane);
        let same = lane.simd_eq(marks[0]) | lane.simd_eq(marks[1]) | lane.simd_eq(marks[2]);
        bits |= u64::from(same.to_bitmask()) << (LANE * at);
    }
    bits
}

/// `,`, `(`: where the mark of a list stands, or a bracket, and now and then another byte: who asks looks which it is.
pub fn list_marks(bytes: &[u8], mark: u8) -> impl Iterator<Item = usize> {
    let (mut next, mut base, mut places) = (0, 0, 0_u32);
    std::iter::from_fn(move || {
        while places == 0 {
            let there = bytes.get(next..).filter(|there| !there.is_empty())?;
            let lane = there.first_chunk().map_or_else(
                || {
                    let mut lane = [0; LANE];
                    lane[..there.len()].copy_from_slice(there);
                    u8x16::new(lane)
                },
                |lane| u8x16::new(*lane),
            );
            // Two round brackets differ in the last bit, two square ones in the two before it.
            let round = (lane | u8x16::splat(1)).simd_eq(u8x16::splat(b')'));
            let square = (lane | u8x16::splat(6)).simd_eq(u8x16::splat(b']' | 6));
            places = (lane.simd_eq(u8x16::splat(mark)) | round | square).to_bitmask();
            (base, next) = (next, next + LANE);
        }
        let at = base + places.trailing_zeros() as usize;
        places &= places - 1;
        Some(at)
    })
}

/// The first block of some bytes; where there are fewer, they are put into the other, which has zeros behind them.
#[inline]
fn block_of<'b>(there: &'b [u8], last: &'b mut [u8; BLOCK]) -> &'b [u8; BLOCK] {
    if let Some(block) = there.first_chunk() {
        return block;
    }
    last[..there.len()].copy_from_slice(there);
    last
}

/// Looks where words begin among the bytes from `from` on, and where one of the marks stands, until something is found. The visitor is told
/// how many letters and digits stand there, eight at most. A mark of zero is none.
#[inline]
pub fn find_at_starts<R>(
    bytes: &[u8],
    from: usize,
    marks: [u8; 3],
    mut visit: impl FnMut(usize, usize) -> Option<R>,
) -> Option<R> {
    let mut base = from;
    // Whether the byte before the next block belongs to a word.
    let mut inside = from.checked_sub(1).and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    while let Some(there) = bytes.get(base..).filter(|there| !there.is_empty()) {
        let mut last = [0; BLOCK];
        let block = block_of(there, &mut last);
        let whole = 1_u64.checked_shl(u32::try_from(there.len()).unwrap_or(u32::MAX)).map_or(u64::MAX, |past| past - 1);
        let masks = Masks::of(block);
        let words = masks.letters | masks.digits;
        let other = if marks == [0; 3] { 0 } else { marked(block, marks) & whole };
        let mut starts = words & !(words << 1 | u64::from(inside)) | other;
        while starts != 0 {
            let bit = starts.trailing_zeros() as usize;
            let run = (!(words >> bit)).trailing_zeros() as usize;
            // A word may go on in the next block.
            let length =
                if run < 8 && bit + run >= BLOCK { alphanumerics_among(eight_at(&there[bit..])) } else { run.min(8) };
            let found = visit(base + bit, length);
            if found.is_some() {
                return found;
            }
            starts &= starts - 1;
        }
        inside = words >> (BLOCK - 1) != 0;
        base += BLOCK;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_counted_byte_for_byte() {
        for byte in 0..=255_u8 {
            for at in 0..8 {
                let mut eight = *b"aZ09bY18";
                eight[at] = byte;
                let whole = u64::from_le_bytes(eight);
                let count = |is: fn(&u8) -> bool| eight.iter().take_while(|byte| is(byte)).count();
                assert_eq!(alphanumerics_among(whole), count(u8::is_ascii_alphanumeric), "{eight:?}");
            }
        }
        assert_eq!(eight_at(b"ab"), 0x6261);
        assert_eq!(eight_before(b"ab"), 0x6162);
    }

    #[test]
    fn words_begin_where_no_letter_stands_before() {
        let text = "é5a b-c ".repeat(30);
        for from in 0..70 {
            for to in [from, from + 1, from + 63, from + 64, from + 65, text.len(), text.len() + 9] {
                let plain = |at: &usize| {
                    let bytes = text.as_bytes();
                    bytes[*at].is_ascii_alphanumeric() && !(*at > 0 && bytes[*at - 1].is_ascii_alphanumeric())
                };
                let want: Vec<_> = (from..to.min(text.len())).filter(plain).collect();
                let mut found = Vec::new();
                each_word_start(text.as_bytes(), from, to, |at| found.push(at));
                assert_eq!(found, want, "{from} to {to}");
            }
        }
    }

    #[test]
    fn lists_have_marks() {
        let text = "A (b, [c]), é; {d} Y, z_ ".repeat(5);
        for from in 0..40 {
            let bytes = &text.as_bytes()[from..];
            let found: Vec<_> = list_marks(bytes, b',').filter(|at| b",()[]".contains(&bytes[*at])).collect();
            let want: Vec<_> = (0..bytes.len()).filter(|at| b",()[]".contains(&bytes[*at])).collect();
            assert_eq!(found, want, "{from}");
        }
    }

    #[test]
    fn codes_begin_with_two_capitals_or_digits() {
        let text = "N00019-21 Ab A1b é5a FAR ".repeat(9);
        let bytes = text.as_bytes();
        let code = |at: usize| bytes.get(at).is_some_and(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        for to in 150..text.len() {
            let begins = |at: &usize| code(*at) && code(at + 1) && !(*at > 0 && bytes[*at - 1].is_ascii_alphanumeric());
            let want: Vec<_> = (0..to).filter(begins).collect();
            let mut found = Vec::new();
            each_code_start(bytes, 0, to, |at| found.push(at));
            found.retain(begins);
            assert!(found == want || to > 0 && found == want[..want.len() - 1], "to {to}");
        }
    }

    #[test]
    fn starts_are_told_with_their_lengths() {
        let text = "é5a (b-chunks) ; alphabetical ".repeat(9);
        let bytes = text.as_bytes();
        for from in 0..130 {
            for marks in [[0; 3], *b"-(;"] {
                let run = |at: usize| bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
                let begins = |at: &usize| {
                    let word = bytes[*at].is_ascii_alphanumeric();
                    word && !(*at > 0 && bytes[*at - 1].is_ascii_alphanumeric()) || marks.contains(&bytes[*at])
                };
                let want: Vec<_> = (from..text.len()).filter(begins).map(|at| (at, run(at).min(8))).collect();
                let mut found = Vec::new();
                let none = find_at_starts(bytes, from, marks, |at, length| {
                    found.push((at, length));
                    None::<()>
                });
                assert_eq!((none, found), (None, want), "from {from}");
            }
        }
    }

    #[test]
    fn every_byte_has_its_bit() {
        for first in (0..=255_u8).step_by(32) {
            let block: [u8; BLOCK] = std::array::from_fn(|at| first.wrapping_add(u8::try_from(at).unwrap_or(0)));
            let masks = Masks::of(&block);
            for (at, byte) in block.iter().enumerate() {
                assert_eq!(masks.letters >> at & 1 == 1, byte.is_ascii_alphabetic(), "{byte}");
                assert_eq!(masks.capitals >> at & 1 == 1, byte.is_ascii_uppercase(), "{byte}");
                assert_eq!(masks.digits >> at & 1 == 1, byte.is_ascii_digit(), "{byte}");
                assert_eq!(masks.spaces >> at & 1 == 1, *byte == b' ', "{byte}");
                let begins = BEGIN_SHORT.contains(&(byte | 0x20));
                assert_eq!(masks.begin_short >> at & 1 == 1, begins, "{byte}");
                assert_eq!(masks.wide >> at & 1 == 1, matches!(byte, 0xC2 | 0xEF), "{byte}");
            }
        }
    }
}
