//! Texts that ship with the project, by style: what the benchmarks and the counts of instructions read.

/// A style and the sentences that its texts are made of.
pub const STYLES: &[(&str, &[&str])] = &[
    (
        "prose",
        &[
            "The harbour was quiet before the storm came in from the north, and nobody on the quay spoke of it.",
            "Most of the houses along the river have stood there since the mill closed.",
            "A spokesman for the council said that the second half of the work would take longer than the first.",
            "He had been a teacher for one year and a sailor for most of his life.",
        ],
    ),
    (
        "news",
        &[
            "Ardenia reportedly paid between $250 million and $400 million for rocket launchers that have yet to arrive.",
            "The talks, which began in March 2021, are to go on next week, an official said on Tuesday.",
            "Some 12,000 people fled the town in 2015, and few of them have come back since.",
            "Profit rose to 3.2 billion euros ($3.6 billion) from 2.9 billion euros a year earlier.",
            "The two sides have accused each other of breaking the truce that was signed two years ago.",
        ],
    ),
    (
        "announcements",
        &[
            "Velmark Systems Inc., Brell, Texas, is awarded a $7,705,910 firm-fixed-price contract for spare parts.",
            "Work will be performed in Brell, Texas (60 percent), and Norhaven, Ohio (40 percent), and is expected to be completed by June 2026.",
            "Fiscal 2024 operation and maintenance (Navy) funds in the amount of $3,200,000 will be obligated at time of award.",
            "The Naval Supply Systems Command, Norhaven, Ohio, is the contracting activity (N00104-24-C-K001).",
        ],
    ),
    (
        "figures",
        &[
            "$5 million, €4bn, 300 pounds, USD 12,500.50 and £3-4 million;",
            "up to $7.5 million (about 6.9 million euros);",
        ],
    ),
    ("digits", &["12 14 2016 7,000 3.14 18 22 1999 0 5 17:30 2,021 66 100 404 12-13"]),
];

/// A document is as long as a page of news.
pub const DOCUMENT: usize = 4_000;

/// Sentences in an order of their own for each document.
pub fn document(sentences: &[&str], number: usize) -> String {
    let mut text = String::new();
    let mut at = number;
    while text.len() < DOCUMENT {
        text += sentences[at % sentences.len()];
        at = at * 5 + 3;
        at %= 9973;
        text += if at.is_multiple_of(7) { "\n\n" } else { " " };
    }
    text
}
