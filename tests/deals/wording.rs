//! Wordings, and the sentences that they make.
//!
//! ```text
//! line    = status { "/" status } [ " hedged" | " ~" ] " | " wording       `*` leaves the status open, ` ~` whether it is hedged
//! wording = { text | "(" wording { "|" wording } ")" | slot }
//! slot    = "{" name [ ">" role ] "}"                 with a capital for a capital, with "'s" for an owner
//! ```
//! A line of the section `frames` stands around each line of `cores`.

use crate::form::{Form, Forms};

/// A thing that a sentence tells of.
#[derive(Clone, Debug)]
pub struct Thing {
    pub quantity: Option<String>,
    pub text: String,
}

/// A sum that a sentence tells of.
#[derive(Clone, Debug)]
pub struct Sum {
    pub role: String,
    /// Currency, low, high.
    pub amount: String,
}

/// A text and what it tells.
#[derive(Clone, Debug)]
pub struct Told {
    /// The line of its wording, from 0.
    pub line: usize,
    pub text: String,
    /// Names with their states: `Poland/PL`.
    pub customers: Vec<String>,
    pub suppliers: Vec<String>,
    /// Names within things, which may be suppliers.
    pub makers: Vec<String>,
    pub items: Vec<Thing>,
    pub values: Vec<Sum>,
    /// Role and EDTF.
    pub dates: Vec<(String, String)>,
    /// What the status may be; empty where it is open.
    pub statuses: Vec<String>,
    pub hedged: Option<bool>,
    pub speaker: Option<String>,
}

/// The sentences of all wordings.
pub fn tellings(wordings: &str, forms: &Forms, fillings: u64) -> Vec<Told> {
    let mut lines: Vec<(usize, String, String)> = Vec::new();
    let mut cores: Vec<(String, String)> = Vec::new();
    let mut frames: Vec<(usize, String)> = Vec::new();
    let mut section = "";
    for (number, line) in wordings.lines().enumerate() {
        if let Some(name) = line.strip_prefix("== ") {
            section = name;
        } else if line.is_empty() || line.starts_with('#') {
        } else if section == "frames" {
            frames.push((number, line.to_owned()));
        } else {
            let (head, wording) = line.split_once(" | ").unwrap_or_else(|| panic!("no wording: {line}"));
            match section {
                "cores" => cores.push((head.to_owned(), wording.to_owned())),
                _ => lines.push((number, head.to_owned(), wording.to_owned())),
            }
        }
    }
    let mut found = Vec::new();
    for (number, head, wording) in &lines {
        for way in ways(wording) {
            (0..fillings).for_each(|round| found.push(fill(*number, head, &way, forms, round)));
        }
    }
    for (number, frame) in &frames {
        for (head, core) in &cores {
            for way in ways(&frame.replace("{core}", core)) {
                found.push(fill(*number, head, &way, forms, 0));
            }
        }
    }
    found
}

/// All that the alternatives of a wording allow.
fn ways(wording: &str) -> Vec<String> {
    // The first group that has no group inside.
    let mut open = None;
    for (at, c) in wording.char_indices() {
        match (c, open) {
            ('(', _) => open = Some(at),
            (')', Some(from)) => {
                let (before, inner, after) = (&wording[..from], &wording[from + 1..at], &wording[at + 1..]);
                return inner.split('|').flat_map(|way| ways(&format!("{before}{way}{after}"))).collect();
            }
            _ => {}
        }
    }
    vec![wording.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")]
}

/// A number that looks random and is the same each time.
fn scatter(seed: u64) -> u64 {
    let mut mixed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// One of the forms of a slot, which is not of the state that buys.
fn choose<'f>(forms: &'f [Form], seed: &mut u64, buyers: &[String]) -> &'f Form {
    let state = |fact: &str| fact.rsplit_once('/').map_or("", |(_, state)| state).to_owned();
    for _ in 0..9 {
        *seed = scatter(*seed);
        let form = &forms[usize::try_from(*seed % forms.len() as u64).unwrap()];
        let clash = form
            .facts
            .iter()
            .any(|fact| !state(fact).is_empty() && buyers.iter().any(|buyer| state(buyer) == state(fact)));
        if !clash {
            return form;
        }
    }
    &forms[0]
}

fn fill(line: usize, head: &str, way: &str, forms: &Forms, round: u64) -> Told {
    let mut seed = way.bytes().fold(round, |seed, byte| scatter(seed ^ u64::from(byte)));
    let (statuses, rest) = head.split_once(' ').unwrap_or((head, ""));
    let mut told = Told {
        line,
        text: String::new(),
        customers: Vec::new(),
        suppliers: Vec::new(),
        makers: Vec::new(),
        items: Vec::new(),
        values: Vec::new(),
        dates: Vec::new(),
        statuses: statuses.split('/').filter(|status| *status != "*").map(str::to_owned).collect(),
        hedged: match rest {
            "hedged" => Some(true),
            "~" => None,
            _ => Some(false),
        },
        speaker: None,
    };
    let mut text = String::new();
    let mut left = way;
    while let Some((before, rest)) = left.split_once('{') {
        let (slot, after) = rest.split_once('}').unwrap_or_else(|| panic!("an open slot: {way}"));
        text.push_str(before);
        left = after;
        let (slot, owns) = slot.strip_suffix("'s").map_or((slot, false), |slot| (slot, true));
        let (slot, role) = slot.split_once('>').unwrap_or((slot, slot));
        let (name, role) = (slot.to_lowercase(), role.to_lowercase());
        let form = choose(forms.of(&name), &mut seed, &told.customers);
        let mut stands = form.text.clone();
        if slot.starts_with(char::is_uppercase) {
            stands[..1].make_ascii_uppercase();
        }
        if owns {
            stands.push_str(if stands.ends_with('s') { "'" } else { "'s" });
        }
        text.push_str(&stands);
        for fact in &form.facts {
            tell(&mut told, &role, fact);
        }
    }
    text.push_str(left);
    // "Tolvik, a unit of Velmark," closes with the sentence.
    let mut text = text.replace(",.", ".").replace(",,", ",").replace(",'s", "'s");
    text[..1].make_ascii_uppercase();
    told.text = text;
    told
}

/// What the form in a slot tells.
fn tell(told: &mut Told, role: &str, fact: &str) {
    match role {
        "buyer" | "buyers" | "buyish" | "land" | "house" => told.customers.push(fact.to_owned()),
        "firm" | "maker" | "makers" | "seller" | "source" | "usoffice" => told.suppliers.push(fact.to_owned()),
        "things" | "lot" | "model" => {
            let mut parts = fact.split('/');
            let quantity = parts.next().filter(|number| !number.is_empty()).map(str::to_owned);
            told.items.push(Thing { quantity, text: parts.next().unwrap_or("").to_owned() });
            told.makers.extend(parts.next().map(str::to_owned));
        }
        "award" | "about" | "converted" => {
            told.values.push(Sum { role: "award".to_owned(), amount: fact.to_owned() });
        }
        "estimated" | "paid" => told.values.push(Sum { role: role.to_owned(), amount: fact.to_owned() }),
        "signed" | "awarded" | "delivery" => told.dates.push((role.to_owned(), fact.to_owned())),
        "speaker" => told.speaker = Some(fact.to_owned()),
        _ => panic!("nothing is told by {role}"),
    }
}
