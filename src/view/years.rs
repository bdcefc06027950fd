//! The years of a date.

use crate::model::Edtf;

/// The first and the last year that a date speaks of: 2021 and 2023 of `2021/2023`, 2020 and 2029 of `202X`.
pub(super) fn years(date: &Edtf) -> Option<(u16, u16)> {
    let mut found: Option<(u16, u16)> = None;
    for part in date.as_str().split(['/', ',', '{', '}', '[', ']']) {
        let Some(year) = part.trim().trim_start_matches("..").get(..4) else { continue };
        if !year.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X') {
            continue;
        }
        let (Ok(first), Ok(last)) = (year.replace('X', "0").parse(), year.replace('X', "9").parse()) else { continue };
        found = Some(found.map_or((first, last), |(least, most)| (least.min(first), most.max(last))));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_every_form() {
        let years = |text: &str| years(&text.parse().unwrap());
        assert_eq!(years("2021"), Some((2021, 2021)));
        assert_eq!(years("2021-09"), Some((2021, 2021)));
        assert_eq!(years("2025-05-09"), Some((2025, 2025)));
        assert_eq!(years("2021/2023-02"), Some((2021, 2023)));
        assert_eq!(years("{2021,2022}"), Some((2021, 2022)));
        assert_eq!(years("202X"), Some((2020, 2029)));
        assert_eq!(years("2021~"), Some((2021, 2021)));
        assert_eq!(years("2021/.."), Some((2021, 2021)));
        assert_eq!(years("{..2021}"), Some((2021, 2021)));
    }
}
