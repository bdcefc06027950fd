//! What a text says, as HTML and as data in a page: it is shown, and never obeyed.

use std::fmt::{self, Display, Write as _};

/// Puts `text` into HTML, between tags or between the quotes of an attribute.
///
/// A browser shows as many UTF-16 units as the text has, so that offsets hold on the page: what its reader would drop or change (NUL, a carriage
/// return, other control characters) is written in a form that it keeps.
pub(super) fn html(text: &str, out: &mut String) {
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let written: &str = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            '\r' => "&#13;",
            // What a page cannot hold is shown by its picture, or by the mark of what cannot be shown.
            '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' => {
                out.push_str(&text[from..at]);
                out.extend(char::from_u32(0x2400 + u32::from(c)));
                from = at + c.len_utf8();
                continue;
            }
            '\u{7F}' => "\u{2421}",
            '\u{80}'..='\u{9F}' => "\u{FFFD}",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(written);
        from = at + c.len_utf8();
    }
    out.push_str(&text[from..]);
}

/// A value between tags: `{}` of `Html(&name)` is `name` with what HTML would read in it escaped.
pub(super) struct Html<T>(pub(super) T);

impl<T: Display> Display for Html<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut plain = String::new();
        write!(plain, "{}", self.0)?;
        let mut escaped = String::with_capacity(plain.len());
        html(&plain, &mut escaped);
        f.write_str(&escaped)
    }
}

/// Puts JSON into an element of data. Nothing in it ends the element or begins a comment: `<` is `\u003c`, and so on.
pub(super) fn data(json: &str, out: &mut String) {
    let mut from = 0;
    for (at, c) in json.char_indices() {
        let written = match c {
            '<' => "\\u003c",
            '>' => "\\u003e",
            '&' => "\\u0026",
            '\u{2028}' => "\\u2028",
            '\u{2029}' => "\\u2029",
            _ => continue,
        };
        out.push_str(&json[from..at]);
        out.push_str(written);
        from = at + c.len_utf8();
    }
    out.push_str(&json[from..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &str =
        "</script><script>alert(1)</script> \" onclick='x' ]]> <!-- & \u{2028}\u{2029} \0\r\n\u{1b}[2J\u{85}\u{7f}";

    #[test]
    fn nothing_in_a_text_is_markup() {
        let shown = Html(HOSTILE).to_string();
        assert!(!shown.contains(['<', '>', '"', '\'', '\0', '\r', '\u{1b}', '\u{85}']), "{shown:?}");
        assert!(
            shown.starts_with("&lt;/script&gt;&lt;script&gt;alert(1)") && shown.contains("\u{2400}&#13;\n\u{241b}[2J")
        );
    }

    #[test]
    fn a_page_shows_as_many_units_as_the_text_has() {
        let shown = Html(HOSTILE).to_string();
        let read = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r"), ("&amp;", "&")];
        let read = read.iter().fold(shown, |text, (written, read)| text.replace(written, read));
        assert_eq!(read.encode_utf16().count(), HOSTILE.encode_utf16().count());
    }

    #[test]
    fn data_stays_data() {
        let json = serde_json::to_string(HOSTILE).unwrap();
        let mut written = String::new();
        data(&json, &mut written);
        assert!(!written.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{written}");
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), HOSTILE);
    }
}
