//! One text with its facts marked, as a piece of HTML for a page that is not ours, such as a notebook.

use super::escape::Html;
use super::marks;
use crate::model::Document;

const STYLE: &str = include_str!("fragment.css");

/// `<div class="outlay">…`: writes a document that counts bytes, and the text that it was read from. There is no script in it and nothing has a name, so
/// that many of them stand on one page; each mark says what it is where the pointer rests on it, and the contracts stand below.
pub fn fragment(document: &Document<'_>, text: &str, out: &mut String) {
    out.push_str(&format!(
        "<div class=\"outlay\"><style>{STYLE}</style><div class=\"outlay-text\" dir=\"auto\" lang=\"{}\">",
        Html(&document.language)
    ));
    marks::write(document, text, None, out);
    out.push_str("</div>");
    if !document.contracts.is_empty() {
        out.push_str("<ul>");
        for contract in &document.contracts {
            out.push_str(&format!("<li><b>{}</b> {}</li>", contract.id, Html(contract)));
        }
        out.push_str("</ul>");
    }
    out.push_str("</div>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Extractor;

    #[test]
    fn a_hostile_text_is_shown_and_leads_nowhere() {
        let text =
            "<script>alert(1)</script> Ardenia signed a $5 million contract with \"Velmark GmbH\" for 24 howitzers.";
        let mut out = String::new();
        fragment(&Extractor::new().extract(text), text, &mut out);
        assert!(out.starts_with("<div class=\"outlay\"><style>") && out.ends_with("</div>"), "{out}");
        assert!(out.contains("&lt;script&gt;") && !out.contains("<script"), "{out}");
        assert!(out.contains("title=\"figure: USD 5,000,000\">$5 million</mark>"), "{out}");
        assert!(out.contains("<li><b>c1</b> "), "{out}");
        for linked in [" id=", "tabindex", "role=", "data-more"] {
            assert!(!out.contains(linked), "{linked}: {out}");
        }
    }
}
