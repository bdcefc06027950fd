//! Numbers of US contracts, orders and solicitations.
//!
//! ```text
//! piid = office "-" year "-" type "-" serial          N00019-21-C-0001   N0001921C0001   FA8650-21-D2621
//!        | "GS" 8 to 13 × ( letter | digit | "-" )    GS-35F-0119Y
//! office = letter 5 × ( letter | digit )              the activity's address code
//! year   = 2 digits        type = letter | digit       serial = 4 or 5 × ( letter | digit )
//! ```
//! Source: FAR 4.1603, which sets thirteen characters without hyphens; the older form of DFARS 204.70 wrote the hyphens. Spaces in
//! place of a hyphen, and missing hyphens, are slips that announcements have.

use super::{Read, nothing};

/// `N00019-21-C-0001`, as its plain form of thirteen characters or more
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piid {
    /// Without hyphens and spaces.
    pub plain: String,
    /// The type of instrument: `C` a contract, `D` an indefinite-delivery contract, `F` an order, `G` an ordering agreement.
    pub instrument: u8,
    /// A number of an order that follows the contract's: `0017` in `N68836-06-D-0008-0017`.
    pub order: bool,
}

/// `N00019-21-C-0001`, `N0001921C0001`
pub fn piid(i: &str) -> Read<'_, Piid> {
    if let Some(read) = slipped(i).or_else(|| schedule(i)) {
        return Ok(read);
    }
    let bytes = i.as_bytes();
    let mut at = 0;
    let mut plain = Plain { bytes: [0; MOST], length: 0 };
    let Some(()) = take(bytes, &mut at, 6, &mut plain, |b, n| {
        if n == 0 { b.is_ascii_uppercase() } else { b.is_ascii_uppercase() || b.is_ascii_digit() }
    }) else {
        return nothing();
    };
    let first = mark(bytes, &mut at);
    let Some(()) = take(bytes, &mut at, 2, &mut plain, |b, _| b.is_ascii_digit()) else { return nothing() };
    let second = mark(bytes, &mut at);
    let Some(()) = take(bytes, &mut at, 1, &mut plain, |b, _| b.is_ascii_uppercase() || b.is_ascii_digit()) else {
        return nothing();
    };
    let instrument = bytes[at - 1];
    let third = mark(bytes, &mut at);
    let Some(()) = take(bytes, &mut at, 4, &mut plain, |b, _| b.is_ascii_uppercase() || b.is_ascii_digit()) else {
        return nothing();
    };
    if third == Some(b' ') && second != Some(b'-')
        || (first.is_none() && (second.is_some() || third.is_some()) && second != third)
    {
        return nothing();
    }
    // All digits and no mark is some other number.
    if first.is_none() && !plain.read()[1..].iter().any(u8::is_ascii_uppercase) && plain.bytes[0] != b'N' {
        return nothing();
    }
    // A fifth character of the serial.
    if bytes.get(at).is_some_and(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) {
        plain.push(bytes[at]);
        at += 1;
    }
    let mut order = false;
    if bytes.get(at) == Some(&b'-') {
        let length =
            bytes[at + 1..].iter().take(16).take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit()).count();
        if (2..=13).contains(&length) && bytes[at + 1..at + 1 + length].iter().any(u8::is_ascii_digit) {
            bytes[at + 1..at + 1 + length].iter().for_each(|byte| plain.push(*byte));
            at += 1 + length;
            order = true;
        }
    }
    if bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
        return nothing();
    }
    let spaced = first == Some(b' ') || third == Some(b' ');
    if spaced && !plain.read()[8..].iter().any(u8::is_ascii_uppercase) {
        return nothing();
    }
    let plain = plain.read().iter().copied().map(char::from).collect();
    Ok((&i[at..], Piid { plain, instrument, order }))
}

/// `W912G-16-C-0050`, `N00019-21-C-001`: all hyphens stand, and a character is missing or one too many
fn slipped(i: &str) -> Option<(&str, Piid)> {
    let bytes = i.as_bytes();
    let run =
        |at: usize| bytes[at..].iter().take(9).take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit()).count();
    let office = run(0);
    let serial_at = office + 6;
    let hyphens = [office, office + 3, office + 5].iter().all(|at| bytes.get(*at) == Some(&b'-'));
    if !(5..=7).contains(&office) || !hyphens {
        return None;
    }
    let serial = run(serial_at);
    let year = bytes[office + 1].is_ascii_digit() && bytes[office + 2].is_ascii_digit();
    let instrument = bytes[office + 4];
    let slip = office != 6 || serial == 3;
    let fits = slip && year && instrument.is_ascii_uppercase() && (3..=5).contains(&serial);
    let numbered = bytes[serial_at..serial_at + serial].iter().any(u8::is_ascii_digit)
        && bytes[..office].iter().filter(|b| b.is_ascii_digit()).count() >= 2;
    if !fits || !numbered || bytes.get(serial_at + serial).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'-') {
        return None;
    }
    let plain = i[..serial_at + serial].replace('-', "");
    Some((&i[serial_at + serial..], Piid { plain, instrument, order: false }))
}

/// `GS-35F-0119Y`, `GS00Q14OADU142`, `GSQ0016AJ0017`: the older numbers of the General Services Administration
fn schedule(i: &str) -> Option<(&str, Piid)> {
    let bytes = i.as_bytes();
    if !i.starts_with("GS") {
        return None;
    }
    let length =
        bytes.iter().take(20).take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || **b == b'-').count();
    let length = i[..length].trim_end_matches('-').len();
    let plain = i[..length].replace('-', "");
    let digits = plain.bytes().filter(u8::is_ascii_digit).count();
    let ends = !bytes.get(length).is_some_and(u8::is_ascii_alphanumeric);
    ((10..=15).contains(&plain.len()) && digits >= 5 && ends)
        .then(|| (&i[length..], Piid { plain, instrument: b'D', order: false }))
}

/// The characters that are read, until it is known that they are a number.
struct Plain {
    bytes: [u8; MOST],
    length: usize,
}

/// Fourteen characters and an order's thirteen at most.
const MOST: usize = 32;

impl Plain {
    fn push(&mut self, byte: u8) {
        self.bytes[self.length] = byte;
        self.length += 1;
    }

    fn read(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// Takes `count` characters that fit; `None` where one does not.
fn take(bytes: &[u8], at: &mut usize, count: usize, plain: &mut Plain, fits: impl Fn(u8, usize) -> bool) -> Option<()> {
    for n in 0..count {
        let byte = *bytes.get(*at)?;
        if !fits(byte, n) {
            return None;
        }
        plain.push(byte);
        *at += 1;
    }
    Some(())
}

/// A hyphen or a space between the parts.
fn mark(bytes: &[u8], at: &mut usize) -> Option<u8> {
    // The hyphen of typesetters is three bytes, and is met as a plain one.
    if bytes.get(*at..).is_some_and(typeset_hyphen) {
        *at += 3;
        return Some(b'-');
    }
    let found = bytes.get(*at).copied().filter(|b| matches!(b, b'-' | b' '))?;
    *at += 1;
    Some(found)
}

/// `‐`, `‑`: whether U+2010 or U+2011 begins the bytes.
#[must_use]
pub fn typeset_hyphen(bytes: &[u8]) -> bool {
    matches!(bytes, [0xE2, 0x80, 0x90 | 0x91, ..])
}

/// `P00012`, `PZ0001`, `P000126`, `A00005`: the number of a modification, DFARS 204.70
pub fn modification(i: &str) -> Read<'_, &str> {
    let bytes = i.as_bytes();
    let length = bytes.iter().take(8).take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit()).count();
    let digits = bytes[..length].iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let fits = (5..=7).contains(&length)
        && matches!(bytes[0], b'P' | b'A')
        && digits >= 2
        && digits + 3 >= length
        && digits < length;
    if fits && !bytes.get(length).is_some_and(u8::is_ascii_alphanumeric) {
        Ok((&i[length..], &i[..length]))
    } else {
        nothing()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (text, want) in [
            ("N00019-21-C-0001)", Some("N0001921C0001")),
            ("N0001921C0001.", Some("N0001921C0001")),
            ("FA8650‐19‐D‐9320)", Some("FA865019D9320")),
            ("FA8650-19-9-9320", Some("FA86501999320")),
            ("FA8650-21-D2621/", Some("FA865021D2621")),
            ("HTC71118FD107", Some("HTC71118FD107")),
            ("SPE1C1-17-D-B003", Some("SPE1C117D")),
            ("N68836-06-D-0008-0017", Some("N6883606D00080017")),
            ("W91B4N 18-C-0001", Some("W91B4N18C0001")),
            ("CONTRACT-21", None),
            ("FISCAL 2018", None),
            ("N00019-21-C-000", Some("N0001921C000")),
            ("N00019-21-C-00", None),
            ("W912G-16-C-0050)", Some("W912G16C0050")),
            ("GS-35F-0119Y)", Some("GS35F0119Y")),
            ("GS00Q14OADU142)", Some("GS00Q14OADU142")),
            ("GSM-1900", None),
        ] {
            let got = piid(text).ok().map(|(_, piid)| piid.plain);
            match want {
                Some(want) => assert!(got.as_deref().is_some_and(|got| got.starts_with(want)), "{text}: {got:?}"),
                None => assert_eq!(got, None, "{text}"),
            }
        }
        assert!(modification("P00012)").is_ok());
        assert!(modification("PZ0001").is_ok());
        assert!(modification("P000126").is_ok());
        assert!(modification("ARMY").is_err());
        assert!(modification("PATRIOT").is_err());
    }
}
