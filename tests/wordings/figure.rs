//! Money that is known, in all its wordings.

use std::fmt::Write;

use outlay::Extractor;
use outlay::model::{CurrencyBasis, Figure, Kind, Sign};
use rust_decimal::Decimal;

use crate::number::{self, Number, Scale};
use crate::pick::{Pick, rounds};
use crate::tally::Tally;

/// A currency and the ways to write it.
struct Currency {
    code: &'static str,
    /// Before the number, with what says the currency there.
    before: &'static [(&'static str, CurrencyBasis)],
    /// Behind the number.
    behind: &'static [&'static str],
    /// `dollars`, which alone may be said by default.
    nouns: &'static [(&'static str, CurrencyBasis)],
    /// `dollar`, in "a five-million-dollar deal".
    singular: &'static str,
    indian: bool,
}

use CurrencyBasis::{Code, Default as Assumed, Name, Symbol};

const CURRENCIES: &[Currency] = &[
    Currency {
        code: "USD",
        before: &[
            ("$", Assumed),
            ("$", Assumed),
            ("US$", Symbol),
            ("US $", Symbol),
            ("$ ", Assumed),
            ("USD ", Code),
            ("USD", Code),
            ("US$ ", Symbol),
        ],
        behind: &[" USD", "$", " US$"],
        nouns: &[(" dollars", Assumed), (" U.S. dollars", Name), (" US dollars", Name), (" American dollars", Name)],
        singular: "dollar",
        indian: false,
    },
    Currency {
        code: "GBP",
        before: &[("£", Assumed), ("£", Assumed), ("GBP ", Code), ("GBP", Code), ("£ ", Assumed)],
        behind: &[" GBP"],
        nouns: &[(" pounds sterling", Name), (" British pounds", Name), (" pounds", Assumed)],
        singular: "pound",
        indian: false,
    },
    Currency {
        code: "EUR",
        before: &[("€", Symbol), ("€ ", Symbol), ("EUR ", Code), ("EUR", Code), ("€\u{a0}", Symbol)],
        behind: &[" EUR", "€", " €", "\u{a0}€", "EUR"],
        nouns: &[(" euros", Name), (" euro", Name), ("\u{a0}euros", Name)],
        singular: "euro",
        indian: false,
    },
    Currency {
        code: "INR",
        before: &[("₹", Symbol), ("₹ ", Symbol), ("INR ", Code)],
        behind: &[" INR"],
        nouns: &[(" Indian rupees", Name)],
        singular: "rupee",
        indian: true,
    },
    Currency {
        code: "CHF",
        before: &[("CHF ", Code), ("CHF", Code)],
        behind: &[" CHF"],
        nouns: &[(" Swiss francs", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "AUD",
        before: &[("A$", Symbol), ("AU$", Symbol), ("AUD ", Code)],
        behind: &[" AUD"],
        nouns: &[(" Australian dollars", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "CAD",
        before: &[("C$", Symbol), ("CA$", Symbol), ("CAD ", Code)],
        behind: &[" CAD"],
        nouns: &[(" Canadian dollars", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "NZD",
        before: &[("NZ$", Symbol)],
        behind: &[" NZD"],
        nouns: &[(" New Zealand dollars", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "HKD",
        before: &[("HK$", Symbol)],
        behind: &[" HKD"],
        nouns: &[(" Hong Kong dollars", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "SGD",
        before: &[("S$", Symbol)],
        behind: &[" SGD"],
        nouns: &[(" Singapore dollars", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "TWD",
        before: &[("NT$", Symbol)],
        behind: &[" TWD"],
        nouns: &[(" Taiwan dollars", Name), (" New Taiwan dollars", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "JPY",
        before: &[("JPY ", Code)],
        behind: &[" JPY"],
        nouns: &[(" yen", Name), (" Japanese yen", Name)],
        singular: "yen",
        indian: false,
    },
    Currency {
        code: "CNY",
        before: &[("CNY ", Code), ("RMB ", Symbol)],
        behind: &[" yuan"],
        nouns: &[(" yuan", Name), (" Chinese yuan", Name)],
        singular: "yuan",
        indian: false,
    },
    Currency {
        code: "SEK",
        before: &[("SEK ", Code), ("SEK", Code)],
        behind: &[" SEK"],
        nouns: &[(" Swedish kronor", Name), (" Swedish crowns", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "NOK",
        before: &[("NOK ", Code)],
        behind: &[" NOK"],
        nouns: &[(" Norwegian kroner", Name), (" Norwegian crowns", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "DKK",
        before: &[("DKK ", Code)],
        behind: &[" DKK"],
        nouns: &[(" Danish kroner", Name), (" Danish crowns", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "PLN",
        before: &[("PLN ", Code)],
        behind: &[" PLN", " zł"],
        nouns: &[(" zlotys", Name), (" Polish zlotys", Name)],
        singular: "zloty",
        indian: false,
    },
    Currency {
        code: "CZK",
        before: &[("CZK ", Code)],
        behind: &[" CZK", " Kč"],
        nouns: &[(" Czech crowns", Name), (" Czech koruna", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "RUB",
        before: &[("₽", Symbol), ("RUB ", Code)],
        behind: &[" ₽", " RUB"],
        nouns: &[(" Russian rubles", Name), (" Russian roubles", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "UAH",
        before: &[("₴", Symbol), ("UAH ", Code)],
        behind: &[" UAH", " ₴"],
        nouns: &[(" hryvnias", Name), (" Ukrainian hryvnias", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "TRY",
        before: &[("₺", Symbol)],
        behind: &[" ₺"],
        nouns: &[(" Turkish lira", Name), (" Turkish liras", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "KRW",
        before: &[("₩", Symbol), ("KRW ", Code)],
        behind: &[" KRW"],
        nouns: &[(" South Korean won", Name), (" Korean won", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "ILS",
        before: &[("₪", Symbol), ("NIS ", Symbol)],
        behind: &[" ILS", " ₪"],
        nouns: &[(" shekels", Name), (" Israeli shekels", Name)],
        singular: "shekel",
        indian: false,
    },
    Currency {
        code: "BRL",
        before: &[("R$", Symbol), ("R$ ", Symbol), ("BRL ", Code)],
        behind: &[" BRL"],
        nouns: &[(" reais", Name), (" Brazilian reais", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "ZAR",
        before: &[("ZAR ", Code)],
        behind: &[" ZAR"],
        nouns: &[(" South African rand", Name), (" rand", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "AED",
        before: &[],
        behind: &[],
        nouns: &[(" UAE dirhams", Name), (" Emirati dirhams", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "SAR",
        before: &[("SR ", Symbol)],
        behind: &[],
        nouns: &[(" Saudi riyals", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "THB",
        before: &[("฿", Symbol), ("THB ", Code)],
        behind: &[" THB"],
        nouns: &[(" baht", Name), (" Thai baht", Name)],
        singular: "baht",
        indian: false,
    },
    Currency {
        code: "MYR",
        before: &[("RM", Symbol), ("RM ", Symbol)],
        behind: &[" MYR"],
        nouns: &[(" ringgit", Name), (" Malaysian ringgit", Name)],
        singular: "ringgit",
        indian: false,
    },
    Currency {
        code: "NGN",
        before: &[("₦", Symbol), ("NGN ", Code)],
        behind: &[" NGN"],
        nouns: &[(" naira", Name)],
        singular: "naira",
        indian: false,
    },
    Currency {
        code: "HUF",
        before: &[("HUF ", Code)],
        behind: &[" HUF", " Ft"],
        nouns: &[(" forints", Name), (" Hungarian forints", Name)],
        singular: "forint",
        indian: false,
    },
    Currency {
        code: "AMD",
        before: &[("֏", Symbol)],
        behind: &[" ֏"],
        nouns: &[(" Armenian drams", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "MXN",
        before: &[("MX$", Symbol), ("MXN ", Code)],
        behind: &[" MXN"],
        nouns: &[(" Mexican pesos", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "PHP",
        before: &[("₱", Symbol), ("PHP ", Code)],
        behind: &[" PHP"],
        nouns: &[(" Philippine pesos", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "KWD",
        before: &[("KWD ", Code)],
        behind: &[" KWD"],
        nouns: &[(" Kuwaiti dinars", Name)],
        singular: "",
        indian: false,
    },
    Currency {
        code: "EGP",
        before: &[("EGP ", Code)],
        behind: &[" EGP"],
        nouns: &[(" Egyptian pounds", Name)],
        singular: "",
        indian: false,
    },
];

/// Where the currency of an amount is written.
#[derive(Clone, Copy, PartialEq)]
struct Tag {
    code: &'static str,
    basis: CurrencyBasis,
    before: &'static str,
    behind: &'static str,
    shape: &'static str,
}

/// An amount as it is written, with what it means.
#[derive(Clone)]
struct Amount {
    text: String,
    number: Number,
    tag: Tag,
}

fn tag(pick: &mut Pick, currency: &Currency) -> Tag {
    let Currency { code, before, behind, nouns, .. } = currency;
    let way = pick.below(4);
    if way == 0 && !behind.is_empty() {
        let behind = pick.of(behind);
        let letters = behind.trim();
        let basis = if letters == *code {
            Code
        } else if letters == "$" {
            Assumed
        } else if letters == "yuan" {
            Name
        } else {
            Symbol
        };
        let shape = if basis == Code { "code_behind" } else { "symbol_behind" };
        return Tag { code, basis, before: "", behind, shape };
    }
    if way == 1 || before.is_empty() {
        let (behind, basis) = pick.of(nouns);
        return Tag { code, basis, before: "", behind, shape: "noun" };
    }
    let (before, basis) = pick.of(before);
    let shape = if basis == Code { "code" } else { "symbol" };
    Tag { code, basis, before, behind: "", shape }
}

fn number(pick: &mut Pick, currency: &Currency, tag: Tag) -> Number {
    // Words stand before nouns.
    if tag.shape == "noun" && pick.once_in(3) {
        return number::words(pick);
    }
    if currency.indian && pick.once_in(2) {
        return number::indian(pick);
    }
    if pick.once_in(3) { number::digits(pick) } else { number::scaled(pick, number::SCALES) }
}

fn amount_in(pick: &mut Pick, currency: &Currency) -> Amount {
    loop {
        let tag = tag(pick, currency);
        let number = number(pick, currency, tag);
        if written(&tag, &number) {
            let text = format!("{}{}{}", tag.before, number.text, tag.behind);
            return Amount { text, number, tag };
        }
    }
}

/// Whether anybody writes such a number with such a tag.
fn written(tag: &Tag, number: &Number) -> bool {
    let lettered =
        tag.before.ends_with(|c: char| c.is_alphabetic()) || tag.behind.starts_with(|c: char| c.is_alphabetic());
    let tight = |scale: Scale| scale.text.starts_with(|c: char| c.is_alphabetic());
    // `5mEUR`, `5 millionEUR`, `5$ million`
    if lettered && tag.before.is_empty() && number.scale.is_some() {
        return false;
    }
    if tag.behind == "$" && number.scale.is_some_and(|scale| scale.text.len() > 2) {
        return false;
    }
    // Full-width digits stand beside signs.
    if number.shape == "full_width" && (tag.shape != "symbol" || tag.before.starts_with(|c: char| c.is_alphabetic())) {
        return false;
    }
    // `5-million dollars` is an adjective, and `5million` and `5k pounds` are headlines with a sign.
    if number.scale.is_some_and(|scale| scale.shape == "word_hyphen" || scale.shape == "word_tight")
        && !tag.behind.is_empty()
    {
        return false;
    }
    // `5k yuan`: letters before nouns are written, but not a thousand alone.
    if number.scale.is_some_and(|scale| tight(scale) && scale.exponent == 3) && tag.shape == "noun" {
        return false;
    }
    // `RM5`, `NIS 5`: what looks like the name of a thing is no money below a thousand.
    let small = number.value < Decimal::ONE_THOUSAND;
    !(small
        && (lettered
            || tag.before.trim_end().ends_with(|c: char| c.is_ascii_uppercase())
            || tag.shape.ends_with("behind")))
}

/// What one figure must be.
struct Want {
    text: String,
    kind: Kind,
    low: Option<Decimal>,
    high: Option<Decimal>,
    tag: Tag,
    approximate: bool,
    negative: bool,
    per: Option<&'static str>,
    converts: Option<usize>,
}

impl Want {
    fn exact(amount: &Amount) -> Self {
        let value = Some(amount.number.value);
        Self {
            text: amount.text.clone(),
            kind: Kind::Exact,
            low: value,
            high: value,
            tag: amount.tag,
            approximate: false,
            negative: false,
            per: None,
            converts: None,
        }
    }

    fn bound(mut self, kind: Kind) -> Self {
        if self.kind == Kind::Exact {
            match kind {
                Kind::MoreThan | Kind::AtLeast => self.high = None,
                Kind::LessThan | Kind::AtMost => self.low = None,
                _ => return self,
            }
            self.kind = kind;
        }
        self
    }
}

/// `USD 5000000 exact` and all that is said of it, on one line.
struct Line<'a> {
    text: &'a str,
    kind: Kind,
    ends: (Option<Decimal>, Option<Decimal>),
    currency: Option<String>,
    basis: Option<CurrencyBasis>,
    approximate: bool,
    negative: bool,
    per: Option<&'a str>,
    converts: Option<usize>,
}

impl Line<'_> {
    fn write(&self, told: &mut String) {
        let end = |end: Option<Decimal>| end.map_or("-".to_owned(), |end| end.to_string());
        let (low, high) = self.ends;
        let _ = write!(
            told,
            "[{:?} {:?} {} {} {} {:?}{}{}{}{}]",
            self.text,
            self.kind,
            end(low),
            end(high),
            self.currency.as_deref().unwrap_or("?"),
            self.basis,
            if self.approximate { " about" } else { "" },
            if self.negative { " negative" } else { "" },
            self.per.map_or(String::new(), |per| format!(" per {per}")),
            self.converts.map_or(String::new(), |id| format!(" converts f{id}")),
        );
    }
}

fn told_wants(wants: &[Want]) -> String {
    let mut told = String::new();
    for want in wants {
        let line = Line {
            text: &want.text,
            kind: want.kind,
            ends: (want.low, want.high),
            currency: Some(want.tag.code.to_owned()),
            basis: Some(want.tag.basis),
            approximate: want.approximate,
            negative: want.negative,
            per: want.per,
            converts: want.converts,
        };
        line.write(&mut told);
    }
    told
}

fn told_figures(figures: &[Figure<'_>]) -> String {
    let mut told = String::new();
    for figure in figures {
        let line = Line {
            text: &figure.text,
            kind: figure.kind,
            ends: (figure.low, figure.high),
            currency: figure.currency.map(|code| code.to_string()),
            basis: figure.currency_basis,
            approximate: figure.approximate,
            negative: figure.sign == Sign::Negative,
            per: figure.per.as_deref(),
            converts: figure.converts.map(|id| usize::try_from(id.0).unwrap()),
        };
        line.write(&mut told);
    }
    told
}

/// Words around a figure, with nothing in them that speaks of a movement or of another figure.
const CARRIERS: &[(&str, &str)] = &[
    ("", ""),
    ("", "."),
    ("Ardenia paid ", " for the launchers."),
    ("Ardenia paid ", " for 24 launchers in 2021."),
    ("The yard at Brell is worth ", ", the minister said."),
    ("It cost ", "."),
    ("A price of ", " was named in May 2021."),
    ("“We owe ", ",” she said."),
    ("The fee (", ") is due."),
    ("Cost:\n", "\nDate: 2021"),
    ("In 2019, 12 firms shared ", " of aid."),
    ("The deal, at ", ", is the largest of its kind."),
    ("The bank lent ", " to Velmark and left."),
    ("The price—", "—was not named before."),
    ("Price | ", " | Brell"),
    ("Was it ", "? Nobody knows."),
    ("The court fined the firm ", "; it will appeal."),
    ("Of this, ", " went to the navy."),
    ("The second tranche is ", "\n\nThe third is not."),
    ("• ", "\n• nothing"),
    ("She sold 3,000 shares; he kept ", " in cash"),
    ("[", "]"),
    ("The budget has ", " for the army and nothing for the fleet."),
    ("Velmark's ", " order came first."),
    ("Some say the 2021 deal was for ", ", others deny it."),
];

/// What bounds or blurs a figure from before.
const BEFORE: &[(&str, Kind, bool)] = &[
    ("more than ", Kind::MoreThan, false),
    ("over ", Kind::MoreThan, false),
    ("well over ", Kind::MoreThan, false),
    ("in excess of ", Kind::MoreThan, false),
    ("upwards of ", Kind::MoreThan, false),
    ("north of ", Kind::MoreThan, false),
    ("at least ", Kind::AtLeast, false),
    ("no less than ", Kind::AtLeast, false),
    ("not less than ", Kind::AtLeast, false),
    ("a minimum of ", Kind::AtLeast, false),
    ("up to ", Kind::AtMost, false),
    ("as much as ", Kind::AtMost, false),
    ("no more than ", Kind::AtMost, false),
    ("a maximum of ", Kind::AtMost, false),
    ("not to exceed ", Kind::AtMost, false),
    ("less than ", Kind::LessThan, false),
    ("under ", Kind::LessThan, false),
    ("just under ", Kind::LessThan, false),
    ("below ", Kind::LessThan, false),
    ("just shy of ", Kind::LessThan, false),
    ("about ", Kind::Exact, true),
    ("around ", Kind::Exact, true),
    ("nearly ", Kind::Exact, true),
    ("almost ", Kind::Exact, true),
    ("roughly ", Kind::Exact, true),
    ("approximately ", Kind::Exact, true),
    ("some ", Kind::Exact, true),
    ("an estimated ", Kind::Exact, true),
    ("close to ", Kind::Exact, true),
    ("in the region of ", Kind::Exact, true),
    ("circa ", Kind::Exact, true),
    ("~", Kind::Exact, true),
    ("up to about ", Kind::AtMost, true),
    ("a total of ", Kind::Exact, false),
    ("more than a total of ", Kind::MoreThan, false),
    ("another ", Kind::Exact, false),
    ("about another ", Kind::Exact, true),
    ("at least an estimated ", Kind::AtLeast, true),
];

const AFTER: &[(&str, Kind, bool)] = &[
    (" or more", Kind::AtLeast, false),
    (" at least", Kind::AtLeast, false),
    ("-plus", Kind::AtLeast, false),
    ("+", Kind::AtLeast, false),
    (" or less", Kind::AtMost, false),
    (" at most", Kind::AtMost, false),
    (" or so", Kind::Exact, true),
    (" or thereabouts", Kind::Exact, true),
];

const PER: &[(&str, &str)] = &[
    (" a barrel", "barrel"),
    (" per barrel", "barrel"),
    (" a year", "year"),
    (" per year", "year"),
    (" per annum", "year"),
    (" each", "unit"),
    (" apiece", "unit"),
    ("/barrel", "barrel"),
    (" per share", "share"),
    (" a share", "share"),
    (" an hour", "hour"),
    (" every month", "month"),
    (" per month", "month"),
    (" a week", "week"),
    (" a day", "day"),
    (" per tonne", "tonne"),
    (" an ounce", "ounce"),
    (" per flight hour", "flight_hour"),
    (" each year", "year"),
    (" per person", "person"),
    (" a head", "head"),
    (" per missile", "missile"),
    (" a kilo", "kilogram"),
    (" per litre", "litre"),
    (" per square metre", "square_metre"),
];

fn read(text: &str) -> String {
    told_figures(&Extractor::new().extract(text).figures)
}

fn shape(name: &str, amount: &Amount) -> String {
    format!("{name} {} {}", amount.tag.shape, amount.number.shape)
}

/// Amounts alone, and with what bounds, blurs and counts them.
#[test]
fn amounts() {
    let mut pick = Pick::new(1);
    let mut tally = Tally::default();
    for _ in 0..rounds(12_000) {
        let currency = &CURRENCIES[pick.below(CURRENCIES.len())];
        let amount = amount_in(&mut pick, currency);
        let (left, right) = pick.of(CARRIERS);
        let mut want = Want::exact(&amount);
        let mut name = "alone".to_owned();
        let (mut before, mut behind) = ("", "");
        match pick.below(4) {
            0 => {
                let (words, kind, about) = pick.of(BEFORE);
                // Behind a possessive there is no room for them.
                if !left.ends_with("'s ") {
                    before = words;
                    want = want.bound(kind);
                    want.approximate = about;
                    name = format!("before {:?}", words.trim());
                }
            }
            1 if right.is_empty() || right.starts_with(['.', ',', ';', ')', '?', '\n', ']']) => {
                let (words, kind, about) = pick.of(AFTER);
                // A sign and a hyphen stand behind digits.
                if words.starts_with(' ') || !amount.text.ends_with(|c: char| c.is_alphabetic()) {
                    behind = words;
                    want = want.bound(kind);
                    want.approximate = about;
                    name = format!("after {:?}", words.trim());
                }
            }
            2 => {
                let (words, unit) = pick.of(PER);
                // `5 pounds a head`, but no order of so much a head.
                if !(right.starts_with(" order") || words.starts_with('/') && right.starts_with('—')) {
                    behind = words;
                    want.per = Some(unit);
                    name = format!("per {:?}", words.trim());
                }
            }
            _ => {}
        }
        let text = format!("{left}{before}{}{behind}{right}", amount.text);
        tally.add(&shape(&name, &amount), &text, &told_wants(&[want]), &read(&text));
    }
    tally.settle(&[]);
}

/// Two ends of one range: where the currency and the scale are written, and what stands between.
#[test]
fn ranges() {
    let mut pick = Pick::new(2);
    let mut tally = Tally::default();
    for _ in 0..rounds(8_000) {
        let currency = &CURRENCIES[pick.below(CURRENCIES.len())];
        let tag = tag(&mut pick, currency);
        let Some((low, high, scales)) = ends(&mut pick, currency) else { continue };
        if !written(&tag, &low) || !written(&tag, &high) {
            continue;
        }
        // Whether the first end has the currency, and the second.
        let prefixed = !tag.before.is_empty();
        let twice = pick.once_in(2);
        let (first, second) = match (prefixed, twice) {
            (_, true) => (true, true),
            (true, false) => (true, false),
            (false, false) => (false, true),
        };
        let write = |number: &str, with: bool| {
            if with { format!("{}{number}{}", tag.before, tag.behind) } else { number.to_owned() }
        };
        let lone = scales == "shared";
        let one = write(if lone { &low.bare } else { &low.text }, first && (prefixed || !lone));
        let other = write(&high.text, second);
        let (open, link) = pick.of(&[
            ("between ", " and "),
            ("from ", " to "),
            ("", " to "),
            ("", "–"),
            ("", "-"),
            ("", " – "),
            ("", " or "),
        ]);
        // A bare number with no currency behind "to" and "or" is not clearly of the same kind.
        let hyphen = link == "-" && (low.text.ends_with(|c: char| c.is_alphabetic()) && !prefixed);
        if hyphen {
            continue;
        }
        let range = format!("{open}{one}{link}{other}");
        let want = Want {
            text: range.clone(),
            kind: Kind::Range,
            low: Some(low.value),
            high: Some(high.value),
            tag,
            approximate: false,
            negative: false,
            per: None,
            converts: None,
        };
        let (left, right) = pick.of(CARRIERS);
        // `gave $1,200 to 2,500 of them`: the words behind must show that the second end counts nothing.
        let counting = ["of aid", "order", "went"].iter().any(|word| right.trim_start().starts_with(word));
        if scales == "none" && prefixed && !twice && matches!(link, " to " | " or ") && open.is_empty() && counting {
            continue;
        }
        let text = format!("{left}{range}{right}");
        let name = format!(
            "range {:?}{:?} {} {} {}",
            open.trim(),
            link,
            tag.shape,
            scales,
            if twice { "twice" } else { "once" }
        );
        tally.add(&name, &text, &told_wants(&[want]), &read(&text));
    }
    tally.settle(&[]);
}

/// The ends of a range, the lower first, and how they share their scale.
fn ends(pick: &mut Pick, currency: &Currency) -> Option<(Number, Number, &'static str)> {
    let scales = if currency.indian && pick.once_in(2) { number::INDIAN_SCALES } else { number::SCALES };
    let plain = |scale: &Scale| scale.shape != "word_hyphen" && scale.shape != "word_tight";
    let scale = pick.of(scales);
    if !plain(&scale) {
        return None;
    }
    let (one, other) = (number::mantissa(pick), number::mantissa(pick));
    match pick.below(3) {
        0 | 1 => {
            let shared = pick.once_in(2);
            let (low, high) = if one.1 < other.1 { (one, other) } else { (other, one) };
            (low.1 < high.1).then(|| {
                let name = if shared { "shared" } else { "each" };
                (number::scaled_by(low.0, low.1, scale), number::scaled_by(high.0, high.1, scale), name)
            })
        }
        _ if pick.once_in(2) => {
            let (low, high) = (number::digits(pick), number::digits(pick));
            let plain =
                |number: &Number| matches!(number.shape, "comma" | "cents") && number.value >= Decimal::ONE_THOUSAND;
            (plain(&low) && plain(&high) && low.value < high.value).then_some((low, high, "none"))
        }
        _ => {
            let higher = scales.iter().find(|other| other.exponent > scale.exponent && other.shape == scale.shape)?;
            let (low, high) = (number::scaled_by(one.0, one.1, scale), number::scaled_by(other.0, other.1, *higher));
            (low.value < high.value).then_some((low, high, "mixed"))
        }
    }
}

/// Amounts that stand before what they count, with hyphens: `a five-million-dollar deal`.
#[test]
fn adjectives() {
    let mut pick = Pick::new(3);
    let mut tally = Tally::default();
    let things: &[&str] = &["deal", "order", "contract", "loan", "tank programme", "refit", "payment"];
    for _ in 0..rounds(3_000) {
        let currency = &CURRENCIES[pick.below(CURRENCIES.len())];
        let (word, exponent) = pick.of(&[("million", 6), ("billion", 9), ("thousand", 3)]);
        let symbol = !currency.before.is_empty() && pick.once_in(2);
        // Pounds by the thousand may be a weight.
        if !symbol && (currency.singular.is_empty() || currency.indian || currency.code == "GBP" && exponent == 3) {
            continue;
        }
        let (digits, mantissa) = number::mantissa(&mut pick);
        let count = 1 + u32::try_from(pick.below(2)).unwrap();
        let whole = pick.digits(count);
        let words = pick.once_in(2) && !symbol;
        let (first, mantissa) =
            if words { (number::spell(whole, " "), Decimal::from(whole)) } else { (digits, mantissa) };
        let gap = pick.of(&["-", " "]);
        let (tag, text) = if symbol {
            let (before, basis) = pick.of(currency.before);
            let tag = Tag { code: currency.code, basis, before, behind: "", shape: "symbol" };
            (tag, format!("{before}{first}{gap}{word}"))
        } else {
            let basis = if matches!(currency.code, "USD" | "GBP") { Assumed } else { Name };
            let tag = Tag { code: currency.code, basis, before: "", behind: "", shape: "singular" };
            let text = format!("{first}{gap}{word}-{}", currency.singular);
            (tag, text)
        };
        let value = Some((mantissa * Decimal::from(10_i64.pow(exponent))).normalize());
        let (tail, per) = pick.of(&[("", None), ("-a-year", Some("year")), ("-plus", None)]);
        if !symbol && !tail.is_empty() {
            continue;
        }
        let (kind, high) = if tail == "-plus" { (Kind::AtLeast, None) } else { (Kind::Exact, value) };
        let want = Want {
            text: text.clone(),
            kind,
            low: value,
            high,
            tag,
            approximate: false,
            negative: false,
            per,
            converts: None,
        };
        let before = pick.of(&["a ", "the ", "its ", "Ardenia's ", "this "]);
        let sentence = format!("The ministry signed {before}{text}{tail} {} with Velmark.", pick.of(things));
        let name = format!("adjective {} {gap:?} {tail:?} {}", tag.shape, if words { "words" } else { "digits" });
        tally.add(&name, &sentence, &told_wants(&[want]), &read(&sentence));
    }
    tally.settle(&[]);
}

/// Several amounts of one sentence: lists, pairs, conversions and movements.
#[test]
fn several() {
    let mut pick = Pick::new(4);
    let mut tally = Tally::default();
    for _ in 0..rounds(8_000) {
        let of = |pick: &mut Pick| &CURRENCIES[pick.below(CURRENCIES.len())];
        let (first, second) = (of(&mut pick), of(&mut pick));
        let one = amount_in(&mut pick, first);
        let same = pick.once_in(2);
        let other = amount_in(&mut pick, if same { first } else { second });
        let third = amount_in(&mut pick, first);
        // Whose pounds they are, the others may say.
        if [&one, &other, &third]
            .iter()
            .any(|amount| amount.tag.behind == " pounds" || amount.tag.before.starts_with('£'))
            && [first.code, second.code].contains(&"EGP")
        {
            continue;
        }
        let foreign = one.tag.code != other.tag.code;
        let (this, that, more) = (&one.text, &other.text, &third.text);
        let plain = [Want::exact(&one), Want::exact(&other)];
        let shapes = format!("{} {} / {} {}", one.tag.shape, one.number.shape, other.tag.shape, other.number.shape);
        let (name, text, wants): (&str, String, Vec<Want>) = match pick.below(9) {
            0 => {
                let text = format!("The three orders cost {this}, {that} and {more}.");
                let [first, second] = plain;
                ("list", text, vec![first, second, Want::exact(&third)])
            }
            1 => ("verbs", format!("Ardenia paid {this} in 2019 and owes {that} now."), plain.into()),
            2 if foreign => {
                let (open, close) =
                    pick.of(&[(" (", ")"), (" (about ", ")"), (" [", "]"), (" (or ", ")"), (", or ", ",")]);
                let [first, mut second] = plain;
                second.converts = Some(1);
                second.approximate = open == " (about ";
                ("conversion", format!("The deal is worth {this}{open}{that}{close} in all."), vec![first, second])
            }
            3 => ("semicolons", format!("Rent: {this}; fuel: {that}"), plain.into()),
            4 => ("lines", format!("Guns\t{this}\nTanks\t{that}\nShips\t{more}\n"), {
                let [first, second] = plain;
                vec![first, second, Want::exact(&third)]
            }),
            5 if !foreign && one.number.value < other.number.value => {
                let verb = pick.of(&["rose", "grew", "jumped", "climbed", "was raised", "has gone up"]);
                ("movement", format!("The price {verb} from {this} to {that} last year."), plain.into())
            }
            6 => ("sentences", format!("It paid {this}. {that} went to the navy."), plain.into()),
            7 => ("of_which", format!("It spent {this}, of which {that} was for tanks."), plain.into()),
            _ => ("compared", format!("The deal cost {this}, compared with {that} for the last one."), plain.into()),
        };
        // A number in words begins no sentence with a small letter.
        if name == "sentences" && other.text.starts_with(|c: char| c.is_lowercase()) {
            continue;
        }
        tally.add(&format!("{name} {shapes}"), &text, &told_wants(&wants), &read(&text));
    }
    tally.settle(&[]);
}

/// A written minus makes an amount negative; a hyphen that begins a line does not.
#[test]
fn negatives() {
    let mut pick = Pick::new(5);
    let mut tally = Tally::default();
    for _ in 0..rounds(2_000) {
        let currency = &CURRENCIES[pick.below(CURRENCIES.len())];
        let amount = amount_in(&mut pick, currency);
        if amount.number.text.starts_with(|c: char| !c.is_ascii_digit()) || amount.number.shape.starts_with("words") {
            continue;
        }
        let minus = pick.of(&["-", "−"]);
        let mut want = Want::exact(&amount);
        want.text = format!("{minus}{}", amount.text);
        want.negative = true;
        let low = -amount.number.value;
        (want.low, want.high) = (Some(low), Some(low));
        let (left, right) =
            pick.of(&[("The result was ", " in 2021."), ("Net: ", ""), ("It fell by (", ")."), ("Loss | ", " | 2021")]);
        let text = format!("{left}{}{right}", want.text);
        tally.add(&shape("negative", &amount), &text, &told_wants(&[want]), &read(&text));
    }
    tally.settle(&[]);
}

/// The wording of the old wire services: `5.4 mln dlrs`.
#[test]
fn wires() {
    let mut pick = Pick::new(6);
    let mut tally = Tally::default();
    let nouns: &[(&str, &str, CurrencyBasis)] = &[
        ("dlrs", "USD", Assumed),
        ("stg", "GBP", Name),
        ("yen", "JPY", Name),
        ("Swiss francs", "CHF", Name),
        ("Canadian dlrs", "CAD", Name),
        ("U.S. dlrs", "USD", Name),
    ];
    for _ in 0..rounds(1_500) {
        let (noun, code, basis) = pick.of(nouns);
        let (digits, mantissa) = number::mantissa(&mut pick);
        let (scale, exponent) = pick.of(&[("mln", 6), ("bln", 9), ("billion", 9), ("mln", 6)]);
        let tag = Tag { code, basis, before: "", behind: "", shape: "wire" };
        let value = Some((mantissa * Decimal::from(10_i64.pow(exponent))).normalize());
        let text = format!("{digits} {scale} {noun}");
        let want = Want {
            text: text.clone(),
            kind: Kind::Exact,
            low: value,
            high: value,
            tag,
            approximate: false,
            negative: false,
            per: None,
            converts: None,
        };
        let (left, right) = pick.of(&[
            ("Velmark Inc said it sold its yard for ", " in cash."),
            ("Shr 5.10 vs 4.20\nNet ", "\nRevs up"),
            ("Net profit ", " vs loss"),
            ("The bank took up ", " in bills"),
        ]);
        let sentence = format!("{left}{text}{right}");
        tally.add(&format!("wire {noun} {scale}"), &sentence, &told_wants(&[want]), &read(&sentence));
    }
    tally.settle(&[]);
}

/// Ranges in words, sums of vague size, and parts of a unit.
#[test]
fn words() {
    let mut pick = Pick::new(7);
    let mut tally = Tally::default();
    let scales: &[(&str, u32)] = &[("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)];
    let nouns: &[(&str, &str, CurrencyBasis)] = &[
        ("dollars", "USD", Assumed),
        ("euros", "EUR", Name),
        ("U.S. dollars", "USD", Name),
        ("Swiss francs", "CHF", Name),
        ("yen", "JPY", Name),
        ("Indian rupees", "INR", Name),
        ("Canadian dollars", "CAD", Name),
    ];
    let carriers: &[(&str, &str)] = &[
        ("Ardenia paid ", " for the launchers."),
        ("It cost ", "."),
        ("The price—", "—was not named before."),
        ("“We owe ", ",” she said."),
        ("The plan, worth ", ", failed in 2019."),
        ("", " went to the navy"),
    ];
    for _ in 0..rounds(4_000) {
        let (scale, exponent) = pick.of(scales);
        let (noun, code, basis) = pick.of(nouns);
        let tag = Tag { code, basis, before: "", behind: "", shape: "words" };
        let power = Decimal::from(10_i64.pow(exponent));
        let (one, more) = (1 + pick.below(19), 1 + pick.below(60));
        let other = one + more;
        let spell = |number: usize| number::spell(i64::try_from(number).unwrap(), " and ");
        let range = |text: String| Want {
            text,
            kind: Kind::Range,
            low: Some(Decimal::from(one) * power),
            high: Some(Decimal::from(other) * power),
            tag,
            approximate: false,
            negative: false,
            per: None,
            converts: None,
        };
        let (low, high) = (spell(one), spell(other));
        let (name, text, magnitude) = match pick.below(9) {
            0 => ("words to", format!("{low} to {high} {scale} {noun}"), None),
            1 => ("words between", format!("between {low} and {high} {scale} {noun}"), None),
            2 => ("words from", format!("from {low} to {high} {scale} {noun}"), None),
            3 => ("words each", format!("{low} {scale} to {high} {scale} {noun}"), None),
            4 => ("words or", format!("{low} or {high} {scale} {noun}"), None),
            5 => ("words both", format!("between {low} {scale} {noun} and {high} {scale} {noun}"), None),
            6 => {
                let (many, least) =
                    pick.of(&[("tens", 10), ("hundreds", 100), ("dozens", 10), ("scores", 10), ("thousands", 1000)]);
                ("vague many", format!("{many} of {scale}s of {noun}"), Some(Decimal::from(least)))
            }
            7 => ("vague plural", format!("{scale}s of {noun}"), Some(Decimal::ONE)),
            _ => {
                // "Several" and "a few" are two at the least.
                let many = pick.of(&["several hundred", "a few hundred"]);
                ("vague several", format!("{many} {scale} {noun}"), Some(Decimal::from(200)))
            }
        };
        let (left, right) = pick.of(carriers);
        let sentence = format!("{left}{text}{right}");
        match magnitude {
            None => tally.add(name, &sentence, &told_wants(&[range(text)]), &read(&sentence)),
            Some(least) => {
                let document = Extractor::new().extract(&sentence);
                let told = |text: &str, magnitude: Option<Decimal>, code: &str| {
                    format!("[{text:?} vague {magnitude:?} {code}]")
                };
                let found: Vec<String> = document
                    .figures
                    .iter()
                    .map(|figure| {
                        assert!(figure.low.is_none() && figure.high.is_none(), "{sentence}");
                        let code = figure.currency.map_or("?".to_owned(), |code| code.to_string());
                        told(&figure.text, figure.magnitude.map(|value| value.normalize()), &code)
                    })
                    .collect();
                let whole = text.strip_prefix("a ").filter(|_| !found.concat().contains("\"a few")).unwrap_or(&text);
                tally.add(name, &sentence, &told(whole, Some((least * power).normalize()), code), &found.concat());
            }
        }
    }
    tally.settle(&[]);
}

/// `30 cents`, `3 dollars 50 cents`, `5p`: parts of a unit, in major units.
#[test]
fn parts() {
    let mut pick = Pick::new(8);
    let mut tally = Tally::default();
    for _ in 0..rounds(1_500) {
        let (whole, part) = (i64::try_from(1 + pick.below(98)).unwrap(), i64::try_from(2 + pick.below(97)).unwrap());
        let spelled = number::spell(part, " ");
        let (text, code, basis, value, shape) = match pick.below(9) {
            0 => (format!("{part} cents"), "USD", Assumed, part, "cents"),
            1 => (format!("{part} pence"), "GBP", Assumed, part, "pence"),
            2 => (format!("{part}p"), "GBP", Assumed, part, "p"),
            3 => (format!("{part} euro cents"), "EUR", Name, part, "euro cents"),
            4 => (format!("{whole} dollars and {part} cents"), "USD", Assumed, whole * 100 + part, "both"),
            5 => (format!("{whole} pounds {part} pence"), "GBP", Assumed, whole * 100 + part, "both"),
            6 => (format!("{whole} euros and {part} cents"), "EUR", Name, whole * 100 + part, "both"),
            7 => (format!("{spelled} cents"), "USD", Assumed, part, "words"),
            _ => (format!("{part} U.S. cents"), "USD", Name, part, "adjective"),
        };
        let value = Some(Decimal::new(value, 2).normalize());
        let tag = Tag { code, basis, before: "", behind: "", shape };
        let want = Want {
            text: text.clone(),
            kind: Kind::Exact,
            low: value,
            high: value,
            tag,
            approximate: false,
            negative: false,
            per: None,
            converts: None,
        };
        let (left, right) = pick.of(&[
            ("A loaf costs ", "."),
            ("The toll is ", " in 2021."),
            ("He paid ", ", no more."),
            ("It pays (", ") by the hour."),
        ]);
        let sentence = format!("{left}{text}{right}");
        tally.add(&format!("part {shape}"), &sentence, &told_wants(&[want]), &read(&sentence));
    }
    tally.settle(&[]);
}
