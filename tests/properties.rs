//! What holds for every text.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

use outlay::Extractor;
use outlay::model::Document;
use outlay::span::Offsets;
use proptest::prelude::*;
use serde_json::Value;

/// Pieces of which money, dates and contracts are made, and what breaks them.
const PIECES: &[&str] = &[
    "$",
    "US$",
    "£",
    "€",
    "USD",
    "EUR ",
    "¥",
    "₹",
    "Rs ",
    "kr",
    "5",
    "12",
    "1,200",
    "1.5",
    "250-400",
    "0",
    "00",
    "39,00,000",
    "½",
    "two hundred",
    "half a",
    "a quarter of a",
    "million",
    " billion",
    "bn",
    "m",
    "k",
    " crore",
    "dozen",
    "between",
    " and ",
    "from",
    " to ",
    "up to ",
    "more than ",
    "about ",
    "reportedly ",
    "paid ",
    "awarded ",
    "contract",
    "contracts signed in ",
    "2021",
    "2022",
    "May 9, 2025",
    "last month",
    "fiscal 2016",
    "Sept. ",
    "N00019-21-C-0001",
    "P00012",
    "57 percent",
    "Lockheed Martin",
    "the Ardenian side",
    "Velmark",
    "rocket launchers",
    "(",
    ")",
    ",",
    ".",
    ". ",
    "\n\n",
    "\r\n",
    "-",
    "–",
    "\u{a0}",
    "\u{202f}",
    "\u{2009}",
    "’s",
    "“",
    "”",
    "\0",
    "\u{feff}",
    "é",
    "😀",
    "５",
    "，",
    "e\u{301}",
    "٣",
    "99999999999999999999",
];

/// Words in any order, and any characters at all.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        3 => Just(" ".to_owned()),
        1 => "\\PC{0,4}",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_becomes_a_document(text in text()) {
        let document = Extractor::new().published("2025-05-21".parse().unwrap()).extract(&text);
        hold(&document, &text);
    }

    #[test]
    #[cfg(feature = "html")]
    fn any_page_becomes_text_with_a_map(pieces in proptest::collection::vec(page_piece(), 0..40)) {
        use outlay::span::Span;
        use outlay::text::html::Page;

        let source = pieces.concat();
        let page = Page::read(&source);
        let borders: Vec<_> = (0..=page.content.len()).filter(|at| page.content.is_char_boundary(*at)).collect();
        for (i, start) in borders.iter().enumerate() {
            for end in &borders[i..borders.len().min(i + 12)] {
                let found = page.source(Span::new(*start, *end));
                prop_assert!(source.get(found.start..found.end).is_some(), "{:?} of {source:?}", found);
            }
        }
        for at in 0..=source.len() {
            prop_assert!(page.content.is_char_boundary(page.content_at(at)) || !source.is_char_boundary(at));
        }
    }

    #[test]
    fn any_bytes_become_text(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        let decoded = outlay::text::plain::decode(&bytes);
        for fault in &decoded.faults {
            prop_assert_eq!(fault.span.of(&decoded.text), "\u{fffd}");
            prop_assert!(fault.bytes.start < fault.bytes.end && fault.bytes.end <= bytes.len());
        }
    }
}

#[cfg(feature = "html")]
fn page_piece() -> impl Strategy<Value = String> {
    const MARKUP: &[&str] = &[
        "<p>",
        "</p>",
        "<div class=menu>",
        "</div>",
        "<article>",
        "</article>",
        "<a href='x'>",
        "</a>",
        "<b>",
        "</b>",
        "<li>",
        "<table>",
        "<tr>",
        "<td>",
        "<br>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<nav>",
        "</nav>",
        "<pre>",
        "</pre>",
        "&amp;",
        "&euro;",
        "&#8364;",
        "&#x110000;",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "=",
        "<p title=\"",
        "<span hidden>",
        "</span>",
        "<h1>",
        "<li",
        "$5 million",
        " paid ",
        "\n",
        " ",
        "é",
        "😀",
        "\u{a0}",
        "<textarea>",
        "</",
    ];
    prop_oneof![6 => proptest::sample::select(MARKUP).prop_map(str::to_owned), 1 => "\\PC{0,3}"]
}

/// What holds for the document of `text`.
fn hold(document: &Document<'_>, text: &str) {
    assert!(document.figures.is_sorted_by_key(|figure| figure.start));
    assert!(document.dates.is_sorted_by_key(|date| date.start));
    assert!(document.contracts.is_sorted_by_key(|contract| contract.start));
    for pair in document.figures.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{:?} and {:?} overlap in {text:?}", pair[0].text, pair[1].text);
    }
    for pair in document.dates.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{:?} and {:?} overlap in {text:?}", pair[0].text, pair[1].text);
    }
    for figure in &document.figures {
        if let (Some(low), Some(high)) = (figure.low, figure.high) {
            assert!(low <= high, "{figure} in {text:?}");
        }
    }
    let has_figure = |id| document.figures.iter().any(|figure| figure.id == id);
    for contract in &document.contracts {
        assert!(contract.values.iter().all(|value| has_figure(value.figure)), "{contract} in {text:?}");
        assert!(contract.dates.iter().all(|role| document.dates.iter().any(|date| date.id == role.date)));
    }
    for unit in [Offsets::Bytes, Offsets::Chars, Offsets::Utf16] {
        let counted = document.clone().into_offsets(text, unit);
        let json = serde_json::to_string(&counted).unwrap();
        let back: Document<'_> = serde_json::from_str(&json).unwrap();
        assert_eq!(back, counted);
        slices_right(&serde_json::from_str(&json).unwrap(), text, unit);
    }
    let mut shown = Vec::new();
    outlay::view::annotated::write(text, document, outlay::view::annotated::Lines::All, false, &mut shown).unwrap();
    let shown = String::from_utf8(shown).unwrap();
    assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
}

/// In every object that says where it stands, the text is what stands there.
fn slices_right(value: &Value, text: &str, unit: Offsets) {
    match value {
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                let (start, end) = (start.as_u64().unwrap(), end.as_u64().unwrap());
                let found = slice(text, usize::try_from(start).unwrap(), usize::try_from(end).unwrap(), unit);
                let said = fields.get("text").or_else(|| fields.get("name"));
                match said {
                    Some(said) => assert_eq!(found.as_deref(), said.as_str(), "{unit} {start}..{end} of {text:?}"),
                    None => assert!(found.is_some() && fields.contains_key("message"), "{value}"),
                }
            }
            fields.values().for_each(|value| slices_right(value, text, unit));
        }
        Value::Array(members) => members.iter().for_each(|value| slices_right(value, text, unit)),
        _ => {}
    }
}

fn slice(text: &str, start: usize, end: usize, unit: Offsets) -> Option<String> {
    match unit {
        Offsets::Bytes => text.get(start..end).map(str::to_owned),
        Offsets::Chars => {
            (start <= end && end <= text.chars().count()).then(|| text.chars().skip(start).take(end - start).collect())
        }
        _ => String::from_utf16(text.encode_utf16().collect::<Vec<_>>().get(start..end)?).ok(),
    }
}
