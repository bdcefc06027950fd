//! What holds for every text. What is known and must be read back is in `tests/wordings` and `tests/deals`.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

mod invariants;
mod repeated;

use invariants::hold;
use outlay::Extractor;
use proptest::prelude::*;

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
    let words: Vec<&str> = include_str!("../fuzz/words.txt").lines().collect();
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        8 => proptest::sample::select(words).prop_map(|word| format!("{word} ")),
        3 => Just(" ".to_owned()),
        1 => "\\PC{0,4}",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// What is put into sentences that are read: characters of several bytes, marks, and words that other rules ask for.
const CHANGES: &[&str] = &[
    "",
    "",
    " ",
    "\u{a0}",
    "\u{202f}",
    "“",
    "”",
    "’",
    "‘",
    "é",
    "İ",
    "ß",
    "ł",
    "中",
    "😀",
    "—",
    "–",
    "-",
    "(",
    ")",
    ", ",
    ". ",
    "; ",
    "\n",
    "\n\n",
    "$",
    "€",
    " 12 ",
    " $5 million ",
    " it ",
    " who ",
    " that ",
    " and ",
    " of ",
    " from ",
    " to ",
    " whose sale to ",
    " fitted with ",
    "’s ",
    "…",
];

/// The sentences of the cases, as they stand in their files.
fn cases() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let texts: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let all = texts.iter().flat_map(|text| text.split("\n--- ").skip(1));
    all.filter_map(|case| case.split_once('\n').map(|(_, text)| text.trim().to_owned())).collect()
}

/// A sentence that is read, with a few characters taken out and others put in.
fn changed_case() -> impl Strategy<Value = String> {
    let change = (any::<proptest::sample::Index>(), 0..3_usize, proptest::sample::select(CHANGES));
    (proptest::sample::select(cases()), proptest::collection::vec(change, 1..6)).prop_map(|(mut text, changes)| {
        for (at, out, put) in changes {
            let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = at.index(ends.len());
            let to = (from + out).min(ends.len() - 1);
            text.replace_range(ends[from]..ends[to], put);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_change_of_a_case_becomes_a_document(text in changed_case()) {
        let document = Extractor::new().published("2025-05-21".parse().unwrap()).extract(&text);
        hold(&document, &text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_becomes_a_document(text in text()) {
        let document = Extractor::new().published("2025-05-21".parse().unwrap()).extract(&text);
        hold(&document, &text);
    }

    #[test]
    fn texts_read_together_are_read_as_each_alone(texts in proptest::collection::vec(text(), 0..6)) {
        let reader = Extractor::new().published("2025-05-21".parse().unwrap());
        let together = reader.extract_all(texts.iter().map(|text| (&**text, None)));
        let alone: Vec<_> = texts.iter().map(|text| reader.extract(text)).collect();
        prop_assert_eq!(together, alone);
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

/// Texts in which random changes once found a fault.
#[test]
fn faults_do_not_come_back() {
    for text in
        ["-$0", "−£0.0", "$10-$0-$0-$2", "$(0)", "EUR -0.0 mn", "0$-US$0", "−kr 0 us dollar", "1st 1st 1st ", "- $.0"]
    {
        let document = Extractor::new().extract(text);
        hold(&document, text);
        let ends = document.figures.iter().flat_map(|figure| [figure.low, figure.high]).flatten();
        assert!(ends.into_iter().all(|end| !end.is_zero() || end.is_sign_positive()), "{text:?}");
    }
    for text in [
        "Chile bought eight\u{a0}used trainer jets from Velmark Aviation.",
        "Chile has sent Peru\u{a0}\u{a0}military equipment, including trucks and radars.",
        "Velmark Inc., Austin, Texas, was awarded a $5,000,000 contract (W15QKN-15-C-9044) for cartridges.U.S. Army",
        "Chile bought (Tarn)(TW)720\u{a0}used jets from Velmark Inc. for $9 million.",
        "Ivo Hale, vice president of Velmark Inc., confirmed that Kenya ordered jets from Tolvik Inc., a unit of Velmark.",
        "The $9 million received by Velmark Systems in February is for a 12-radar order.",
        "Navy, the contracting activity",
        "Norway signed a contract to\u{a0}deliver one\u{a0}hundred fifty helicopters to Chile.",
    ] {
        hold(&Extractor::new().extract(text), text);
    }
}

/// Ten times the text takes about ten times as long, whatever it repeats. The bound is far from both: noise does not reach it,
/// and work that grows with the square of the text goes far beyond it.
#[test]
fn time_grows_with_the_text_alone() {
    use std::time::{Duration, Instant};

    let time = |unit: &str, length: usize| -> Duration {
        let text = unit.repeat(length / unit.len());
        let run = || {
            let begun = Instant::now();
            let document = Extractor::new().extract(&text);
            assert!(document.figures.len() <= text.len());
            begun.elapsed()
        };
        (0..3).map(|_| run()).min().unwrap()
    };
    for unit in repeated::TEXTS {
        let short = time(unit, 6_000).max(Duration::from_millis(2));
        let long = time(unit, 60_000);
        assert!(long < short * 40, "{unit:?}: {short:?} grew to {long:?}");
    }
}
