//! Suppliers: `Velmark Inc.,* Austin, Texas (N00019-21-C-0001); and Norhaven LLC, Lima, Ohio (N00019-21-C-0002, $5,000,000)`.
//!
//! ```text
//! suppliers = supplier { ";" [ "and" ] supplier }
//! supplier  = name [ "," suffix ] [ "doing business as" name ] [ "*" ] [ "," city ] [ "," state ] [ "(" number [ "," amount ] ")" ]
//! ```
//! An asterisk marks a small business: the page's footnote says so.

use super::place::{base, country, drop_and, ends_place, split, us_state};
use super::trim_matches;
use crate::grammar::piid::modification;
use crate::lexicon::holds::Holds;
use crate::model::{CountryBasis, CountryCode, Figure, FigureId, Party, PartyKind, TextSpan};
use crate::span::Span;

/// One bidder of an announcement with what stands in its brackets.
#[derive(Clone, Debug)]
pub struct Bidder<'t> {
    /// Name and place.
    pub party: Party<'t>,
    /// Its whole stretch of the list.
    pub span: Span,
    /// The amount in its brackets.
    pub amount: Option<FigureId>,
    /// How many asterisks mark its name: a footnote says what they mean.
    pub stars: usize,
}

/// The most suppliers that one list may name; a longer one is cut there.
pub const MOST_SUPPLIERS: usize = 512;

/// The suppliers of a list, and whether it was cut.
#[must_use]
pub fn suppliers<'t>(text: &'t str, list: Span, figures: &[Figure<'t>]) -> (Vec<Bidder<'t>>, bool) {
    let list = behind_the_speaker(text, list);
    let mut chunks: Vec<Span> = Vec::new();
    let mut parted: Vec<Span> = split(text, list, b';').collect();
    // `Velmark Inc.;* Virginia Beach`: the mark before the asterisk is a slip for a comma.
    for at in (1..parted.len()).rev() {
        if parted[at].of(text).starts_with('*') && !parted[at - 1].of(text).contains(',') {
            parted[at - 1].end = parted[at].end;
            parted.remove(at);
        }
    }
    for chunk in parted {
        apart(text, chunk, figures, &mut chunks);
    }
    if chunks.len() == 1 {
        chunks = parted_by_commas(text, list);
    }
    let long = chunks.len() > MOST_SUPPLIERS;
    chunks.truncate(MOST_SUPPLIERS);
    let mut found: Vec<Bidder<'t>> = Vec::with_capacity(chunks.len());
    for chunk in chunks.into_iter().flat_map(|chunk| teamed(text, chunk)) {
        let body = drop_and(text, chunk);
        let inside = figures_within(figures, chunk);
        // `…; and $5,000,000`: an amount alone belongs to the one before it.
        if let (Some(last), Some(figure)) = (found.last_mut(), inside.first())
            && figure.start == body.start
            && last.amount.is_none()
        {
            last.amount = Some(figure.id);
            continue;
        }
        // `Velmark (VMK); Windsor Locks, Connecticut (N00019-21-C-0001)`: a slip for a comma before the place.
        if let Some(last) = found.last_mut().filter(|last| last.party.place.is_none() && !numbered(last.span.of(text)))
            && numbered(body.of(text))
            && let Some(place) = place_alone(text, body)
        {
            last.party.country = country_of(text, place);
            last.party.country_basis = last.party.country.map(|_| CountryBasis::Place);
            last.party.place = Some(TextSpan::new(place, text));
            last.span = Span::new(last.span.start, body.end);
            last.amount = last.amount.or_else(|| inside.first().map(|figure| figure.id));
            continue;
        }
        if let Some(party) = supplier(text, body) {
            let amount = inside.first().map(|figure| figure.id);
            found.push(Bidder { party, span: body, amount, stars: stars(body.of(text)) });
        }
    }
    (found, long)
}

/// `Velmark Inc.` in "On 15 August the department said Velmark Inc.": a list without who announces it.
fn behind_the_speaker(text: &str, list: Span) -> Span {
    let inner = list.of(text);
    // "Separately, Velmark Co was awarded": a word that joins it to what was told before.
    let inner = ["Separately, ", "Meanwhile, ", "Additionally, ", "In addition, ", "Also, "]
        .iter()
        .find_map(|word| inner.strip_prefix(word))
        .unwrap_or(inner);
    let list = Span::new(list.end - inner.len(), list.end);
    let first = &inner[..memchr::memchr2(b',', b';', inner.as_bytes()).unwrap_or(inner.len())];
    let verb = |verb: &str| first.place_of(verb).map(|at| at + verb.len());
    let said = verb(" said that ").or_else(|| verb(" said ")).or_else(|| verb(" announced that "));
    match said.filter(|at| inner[*at..].starts_with(char::is_uppercase)) {
        Some(at) => Span::new(list.start + at, list.end),
        None => list,
    }
}

/// Whether a contract's number stands in the brackets of a chunk.
fn numbered(chunk: &str) -> bool {
    chunk.find('(').is_some_and(|at| chunk[at..].bytes().filter(u8::is_ascii_digit).take(6).count() == 6)
}

/// `Windsor Locks, Connecticut (N00019-21-C-0001)`: a city and its state, and no name before them
fn place_alone(text: &str, chunk: Span) -> Option<Span> {
    let bare = without_brackets(text, chunk);
    let parts: Vec<Span> = split(text, bare, b',').collect();
    let [city, state] = parts.as_slice() else { return None };
    let city = trim_matches(text, *city, char::is_whitespace);
    let state = trim_matches(text, *state, char::is_whitespace);
    let plain = city.of(text).starts_with(|c: char| c.is_uppercase())
        && city.of(text).split(' ').count() <= 3
        && !business(city.of(text))
        && !city.of(text).contains(['.', '&', '(']);
    (plain && us_state(state.of(text))).then(|| Span::new(city.start, state.end))
}

/// `Velmark Inc.,** Austin`: how many asterisks stand in a row
fn stars(chunk: &str) -> usize {
    let bytes = chunk.as_bytes();
    memchr::memchr(b'*', bytes).map_or(0, |at| bytes[at..].iter().take_while(|byte| **byte == b'*').count())
}

/// The figures that stand in a stretch.
fn figures_within<'a, 't>(figures: &'a [Figure<'t>], span: Span) -> &'a [Figure<'t>] {
    let from = figures.partition_point(|figure| figure.start < span.start);
    let to = figures.partition_point(|figure| figure.start < span.end);
    figures.get(from..to).unwrap_or(&[])
}

/// `A Co., Lima, Ohio (N00019-21-C-0001), $5,000,000 and B LLC, …`: a further supplier begins behind a number or an amount.
fn apart(text: &str, chunk: Span, figures: &[Figure<'_>], found: &mut Vec<Span>) {
    let inner = chunk.of(text);
    let mut start = chunk.start;
    let mut closed = 0;
    let mut ends: Vec<usize> = figures_within(figures, chunk).iter().map(|figure| figure.end).collect();
    while let Some(open) = memchr::memchr(b'(', &inner.as_bytes()[closed..]).map(|at| closed + at) {
        let Some(close) = memchr::memchr(b')', &inner.as_bytes()[open..]).map(|at| open + at) else { break };
        if inner[open..close].bytes().filter(u8::is_ascii_digit).take(6).count() >= 6 {
            ends.push(chunk.start + close + 1);
        }
        closed = close;
    }
    ends.sort_unstable();
    for end in ends.into_iter().filter(|end| *end < chunk.end) {
        let rest = &text[end..chunk.end];
        let next = [", and ", " and ", ", "].iter().find_map(|link| rest.strip_prefix(link));
        if let Some(next) = next.filter(|next| next.starts_with(|c: char| c.is_uppercase()) && next.contains(',')) {
            found.push(Span::new(start, end));
            start = chunk.end - next.len();
        }
    }
    found.push(Span::new(start, chunk.end));
}

/// `A, through a contractor teaming agreement with B`
fn teamed(text: &str, chunk: Span) -> impl Iterator<Item = Span> {
    // All of them have the last word.
    let words = [" through a contractor teaming agreement with ", " in partnership with ", " in a joint venture with "];
    let with = chunk.of(text).holds(" with ");
    let team =
        words.into_iter().filter(|_| with).find_map(|words| Some((super::find(text, chunk, words)?, words.len())));
    let (first, second) = match team {
        Some((at, length)) => (Span::new(chunk.start, at), Some(Span::new(at + length, chunk.end))),
        None => (chunk, None),
    };
    std::iter::once(first).chain(second)
}

/// A list without semicolons: parted behind brackets, or behind a state and "and".
fn parted_by_commas(text: &str, list: Span) -> Vec<Span> {
    let parts: Vec<Span> = split(text, list, b',').collect();
    let mut found = Vec::new();
    let mut start = list.start;
    for (i, part) in parts.iter().enumerate() {
        let Some(next) = parts.get(i + 1) else { break };
        let inner = part.of(text).trim();
        let following = next.of(text).trim_start();
        let bracket = inner.ends_with(')') && inner.contains('(') && inner.bytes().any(|b| b.is_ascii_digit());
        let opens = following.starts_with("and ") || bracket;
        // What follows must be a name with a place of its own.
        let rest = parts.len() - i - 1;
        if !opens || rest < 2 {
            continue;
        }
        let state = || i > 0 && ends_place(inner.split('(').next().unwrap_or(inner).trim_matches(['*', ' ']));
        // `Beavercreek, Ohio, and Langley Air Force Base, Virginia`: two places of one supplier.
        let second_place = || !bracket && base(following);
        if (bracket || state()) && !second_place() {
            found.push(Span::new(start, part.end));
            start = next.start;
        }
    }
    found.push(Span::new(start, list.end));
    found
}

/// A firm's short name is no longer.
const LONGEST_SHORT_NAME: usize = 16;

/// `Velmark Inc.,* Austin, Texas (N00019-21-C-0001)`
fn supplier(text: &str, chunk: Span) -> Option<Party<'_>> {
    // One or two asterisks mark small businesses where no footnote says otherwise; three stand for other things as well.
    let small = matches!(stars(chunk.of(text)), 1 | 2) || chunk.of(text).holds("small business)");
    let bare = without_brackets(text, chunk);
    let mut parts: Vec<Span> = split(text, bare, b',')
        .map(|part| trim_matches(text, part, |c: char| c.is_whitespace() || c == '*'))
        .filter(|part| part.start < part.end)
        .collect();
    // `Unicom, Suite 100, Herndon, Virginia`
    // `Dallas, Texas, modification (P00012)`: what the number behind it is of.
    parts.retain(|part| !["modification", "contract", "order", "awarded", "with"].contains(&part.of(text)));
    // `Goleta, California, 93117`, `Clifton, New Jersey, a wholly owned subsidiary of Velmark Corp.`: what stands behind the place.
    let described = |part: &Span| {
        let inner = part.of(text);
        ["a ", "an "].iter().any(|article| inner.starts_with(article))
            || inner.len() == 5 && inner.bytes().all(|b| b.is_ascii_digit())
    };
    let placed = |at: usize| at > 1 && us_state(parts[at - 1].of(text));
    if let Some(at) = (2..parts.len()).find(|at| described(&parts[*at]) && placed(*at)) {
        parts.truncate(at);
    }
    // `Velmark Co., (VMK) Norfolk, Virginia`: the short name belongs to what stands before it.
    for part in parts.iter_mut().skip(1) {
        let inner = part.of(text);
        if let Some((short, city)) = inner.strip_prefix('(').and_then(|rest| rest.split_once(") "))
            && short.len() <= LONGEST_SHORT_NAME
        {
            *part = Span::new(part.end - city.len(), part.end);
        }
    }
    // `Martinez, California 94553-2228`
    for part in &mut parts {
        let bare = part.of(text).trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
        if part.end - part.start - bare.len() >= 5 && us_state(bare.trim_end()) {
            *part = Span::new(part.start, part.start + bare.trim_end().len());
        }
    }
    let addressed = |part: &Span| {
        let inner = part.of(text);
        inner.as_bytes().first().is_some_and(|first| b"SBPR".contains(first))
            && ["Suite ", "Building ", "Bldg", "P.O. Box", "Room "].iter().any(|word| inner.starts_with(word))
    };
    parts.retain(|part| !addressed(part));
    // `Velmark Inc., Austin, Texas, an estimated $5,000,000 modification (P00002) to contract …`: what it is awarded.
    let dollars = |part: &Span| memchr::memchr(b'$', part.of(text).as_bytes()).is_some();
    if let Some(at) = parts.iter().position(dollars).filter(|at| *at > 0) {
        parts.truncate(at);
    }
    let first = *parts.first()?;
    if modification(first.of(text)).is_ok()
        || !first.of(text).chars().next()?.is_alphanumeric()
        || counted(first.of(text))
    {
        return None;
    }
    let (name, place) = name_and_place(text, &parts);
    // `A Co.; and the Boeing Co.`
    let name = ["the ", "and "].iter().fold(name, |name, word| {
        let skip = if name.of(text).starts_with(word) { word.len() } else { 0 };
        Span::new(name.start + skip, name.end)
    });
    let name = trim_matches(text, name, |c: char| c.is_whitespace() || matches!(c, ',' | '*' | ';'));
    if name.start >= name.end || !name.of(text).contains(|c: char| c.is_alphabetic()) {
        return None;
    }
    let mut party = Party::new(name, text, PartyKind::Company);
    if let Some(place) = place {
        // A state's abbreviation keeps its stop: "Tucson, Ariz."; one before the city is a slip.
        let slip = place.of(text).len() - place.of(text).trim_start_matches(['.', '*', ' ']).len();
        let place = Span::new(place.start + slip, place.end);
        // `Velmark Inc., of Austin, Texas`
        let link = if place.of(text).starts_with("of ") { 3 } else { 0 };
        let place = Span::new(place.start + link, place.end);
        let place = trim_matches(text, place, |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '*'));
        party.country = country_of(text, place);
        party.country_basis = party.country.map(|_| CountryBasis::Place);
        party.place = Some(TextSpan::new(place, text));
    }
    party.small_business = small.then_some(true);
    Some(party)
}

/// `Twenty companies`, `An additional contractor`, `The modification`: what stands for suppliers whom the text names elsewhere, or not.
#[must_use]
pub fn counted(name: &str) -> bool {
    let nouns = [
        "companies",
        "contractors",
        "firms",
        "vendors",
        "company",
        "contractor",
        "modification",
        "contract",
        "contracts",
    ];
    // Most names end in no such word, and need no counting.
    let Some(head) = nouns.iter().find_map(|noun| name.strip_suffix(noun)?.strip_suffix(' ')) else { return false };
    let mut words = head.split(' ');
    words.next().is_some()
        && words.clone().take(MOST_COUNTED).count() < MOST_COUNTED
        && words.all(|word| word.starts_with(|c: char| c.is_lowercase()))
}

/// `Twenty small business companies` has no more words before its noun.
const MOST_COUNTED: usize = 3;

/// The state in which a place lies.
fn country_of(text: &str, place: Span) -> Option<CountryCode> {
    let last = split(text, place, b',').last().map(|part| part.of(text).trim())?;
    if us_state(last) || trailing_state(last).is_some() { Some(CountryCode::new("US")) } else { country(last) }
}

/// The stretch up to its first bracket with a number; brackets within a name stay.
fn without_brackets(text: &str, chunk: Span) -> Span {
    let inner = chunk.of(text);
    let bytes = inner.as_bytes();
    let mut from = 0;
    while let Some(at) = memchr::memchr2(b'(', b'[', &bytes[from..]).map(|at| from + at) {
        let close = memchr::memchr2(b')', b']', &bytes[at..]).map_or(inner.len(), |end| at + end);
        let digits = inner[at..close].bytes().filter(u8::is_ascii_digit).count();
        if digits >= 4 || close >= inner.trim_end_matches([',', ' ', '*']).len().saturating_sub(1) {
            return Span::new(chunk.start, chunk.start + at);
        }
        from = close;
    }
    chunk
}

/// Where the name ends and the place begins.
fn name_and_place(text: &str, parts: &[Span]) -> (Span, Option<Span>) {
    let of = |i: usize| parts[i].of(text);
    let start = parts[0].start;
    let count = parts.len();
    let last = count - 1;
    // How many parts belong to the name at least: "Acme, Inc." has two.
    let mut named = 1;
    while named < count && suffix(of(named)) {
        named += 1;
    }
    if count == named {
        // `Leidos Inc. Reston Virginia`: no comma at all behind the suffix.
        if let Some((name_end, place)) = glued(text, parts[last]) {
            return (Span::new(start, name_end), Some(place));
        }
        return (Span::new(start, parts[last].end), None);
    }
    let state = us_state(of(last)) || country(of(last)).is_some();
    if state {
        if count - 1 == named {
            // `Leidos Inc. Reston, Virginia` or `IBM, Maryland`
            if let Some((name_end, city)) = after_suffix(text, parts[named - 1]) {
                return (Span::new(start, name_end), Some(Span::new(city, parts[last].end)));
            }
            return (Span::new(start, parts[named - 1].end), Some(parts[last]));
        }
        let mut city = last - 1;
        if city > named && country(of(last)).is_some() && ends_place(of(city)) && !us_state(of(last)) {
            city -= 1;
        }
        return (Span::new(start, parts[city - 1].end), Some(Span::new(parts[city].start, parts[last].end)));
    }
    if trailing_state(of(last)).is_some() {
        // `Arlington Virginia`
        return (Span::new(start, parts[last - 1].end), Some(parts[last]));
    }
    // An unknown state, or a slip in its name: two capitalised parts behind the name are a place.
    let capital = |i: usize| {
        of(i).chars().next().is_some_and(char::is_uppercase)
            && of(i).split(' ').count() <= 3
            && !of(i).contains(|c: char| c.is_ascii_digit())
    };
    if count - named >= 2 && capital(last) && capital(last - 1) && !business(of(last)) {
        return (Span::new(start, parts[last - 2].end), Some(Span::new(parts[last - 1].start, parts[last].end)));
    }
    // `Velmark Systems Corp., San Diego`: a firm's form ends its name, so that what follows it alone is a city.
    let city = |name: &str| {
        name.split(' ').count() <= 2
            && name.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ')
            && name.split(' ').all(|word| word.starts_with(|c: char| c.is_uppercase()))
            && !business(name)
    };
    let formed = of(last - 1).rsplit(' ').next().is_some_and(suffix);
    if formed && city(of(last)) {
        return (Span::new(start, parts[last - 1].end), Some(parts[last]));
    }
    (Span::new(start, parts[last].end), None)
}

/// `Inc.`, `LLC`: a part that belongs to the name before it
fn suffix(part: &str) -> bool {
    const SUFFIXES: [&str; 33] = [
        "Inc",
        "Incorporated",
        "LLC",
        "L.L.C",
        "Ltd",
        "Limited",
        "LP",
        "L.P",
        "LLP",
        "L.L.P",
        "Corp",
        "Corporation",
        "Co",
        "Company",
        "JV",
        "PLC",
        "plc",
        "PC",
        "P.C",
        "P.A",
        "S.A",
        "GmbH",
        "N.V",
        "B.V",
        "AG",
        "A.G",
        "S.p.A",
        "SA",
        "AS",
        "Inc.-Federal",
        "Pty",
        "Pty Ltd",
        "PLLC",
    ];
    let word = part.trim_matches(['.', ' ', '*']);
    SUFFIXES.contains(&word)
        || part.starts_with("doing business as")
        || part.starts_with("dba ")
        || part.starts_with("d/b/a")
        || part.starts_with("a joint venture")
        || part.starts_with("formerly ")
        || part.starts_with("a subsidiary of")
        || part.starts_with("a division of")
        || part.starts_with("a wholly")
}

/// A word of business names, which ends no place.
fn business(part: &str) -> bool {
    part.split(' ').any(|word| {
        [
            "Systems",
            "Division",
            "Solutions",
            "Group",
            "Services",
            "Sector",
            "Technologies",
            "Company",
            "Corporation",
            "Aeronautics",
            "Aerospace",
            "Electronics",
            "Defense",
            "Space",
            "Federal",
            "Government",
            "Marine",
            "Missiles",
        ]
        .contains(&word)
    }) || suffix(part)
}

/// `Arlington Virginia`: where the state begins that ends a part
fn trailing_state(part: &str) -> Option<usize> {
    part.match_indices(' ').map(|(at, _)| at + 1).find(|at| us_state(&part[*at..]) || country(&part[*at..]).is_some())
}

/// `Leidos Inc. Reston`: where the name ends and where the city begins
fn after_suffix(text: &str, part: Span) -> Option<(usize, usize)> {
    let inner = part.of(text);
    [
        "Inc. ",
        "Inc.* ",
        "Inc.;* ",
        "LLC* ",
        "LLC;* ",
        "LLC ",
        "Corp. ",
        "Co. ",
        "Ltd. ",
        "LLC, ",
        "L.P. ",
        "GmbH ",
        "Corporation ",
        "Inc ",
        "LLP ",
    ]
    .iter()
    .filter_map(|word| Some((inner.last_place_of(word)?, word.len())))
    .max()
    .and_then(|(at, length)| {
        let city = inner.get(at + length..)?;
        let word = city.trim();
        let fits = word.starts_with(|c: char| c.is_uppercase())
            && word.split(' ').count() <= 3
            && !suffix(word)
            && !business(word);
        fits.then(|| (part.start + at + length - 1, part.start + at + length))
    })
}

/// `Next Tier Inc. Vienna Virginia`: the name's end and the place
fn glued(text: &str, part: Span) -> Option<(usize, Span)> {
    let (name_end, city) = after_suffix_any(text, part)?;
    trailing_state(Span::new(city, part.end).of(text))?;
    Some((name_end, Span::new(city, part.end)))
}

fn after_suffix_any(text: &str, part: Span) -> Option<(usize, usize)> {
    let inner = part.of(text);
    ["Inc. ", "LLC ", "Corp. ", "Co. ", "Ltd. ", "GmbH "].iter().find_map(|word| {
        let at = inner.place_of(word)?;
        Some((part.start + at + word.len() - 1, part.start + at + word.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        suppliers(text, Span::new(0, text.len()), &[])
            .0
            .iter()
            .map(|bidder| {
                format!("{} | {}", bidder.party.name, bidder.party.place.as_ref().map_or("-", |place| &place.text))
            })
            .collect()
    }

    #[test]
    fn lists_of_suppliers() {
        for (text, want) in [
            ("Velmark Inc.,* Austin, Texas", vec!["Velmark Inc. | Austin, Texas"]),
            ("Velmark, Inc., Victor, New York", vec!["Velmark, Inc. | Victor, New York"]),
            (
                "The Norhaven Co., doing business as Norhaven, St. Louis, Missouri",
                vec!["The Norhaven Co., doing business as Norhaven | St. Louis, Missouri"],
            ),
            ("Leda Inc. Reston, Virginia  (HDTRA1-19-D-0004)", vec!["Leda Inc. | Reston, Virginia"]),
            ("Tarn Concepts Inc. Vienna Virginia (HDTRA1-21-D-0042)", vec!["Tarn Concepts Inc. | Vienna Virginia"]),
            ("Quorn LLC, Arlington Virginia", vec!["Quorn LLC | Arlington Virginia"]),
            ("Unicorn, Suite 100, Herndon, Virginia (W52P1J-18-D-0031)", vec!["Unicorn | Herndon, Virginia"]),
            ("IBX, Maryland (W52P1J-16-D-0008)", vec!["IBX | Maryland"]),
            ("Wolf Federal Services Inc.", vec!["Wolf Federal Services Inc. | -"]),
            ("Ingot Industries, Inc, Newport News, Virgna", vec!["Ingot Industries, Inc | Newport News, Virgna"]),
            ("RAMO GmbH Ottobrunn, Germany", vec!["RAMO GmbH | Ottobrunn, Germany"]),
            (
                "A Co., Lima, Ohio (N00019-21-C-0001); B Co.,* Troy, Michigan (N00019-21-C-0002); and C LLC, Rome, New York (N00019-21-C-0003)",
                vec!["A Co. | Lima, Ohio", "B Co. | Troy, Michigan", "C LLC | Rome, New York"],
            ),
            ("A Co., Lima, Ohio, and B Co., Troy, Michigan", vec!["A Co. | Lima, Ohio", "B Co. | Troy, Michigan"]),
            (
                "Velmark Corp., Velmark Aeronautics Co., Fort Worth, Texas",
                vec!["Velmark Corp., Velmark Aeronautics Co. | Fort Worth, Texas"],
            ),
            ("Nord Systems Canada, Ottawa, Ontario, Canada", vec!["Nord Systems Canada | Ottawa, Ontario, Canada"]),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }
}
