//! Official releases: what ministries, procurement agencies and firms write of their own contracts, and journalists do not.
//!
//! ```text
//! notified = buyer "notified" supplier … ( "order" | "contract" )      The DGA notified Velmark of an order for 42 vehicles
//!          | supplier "was notified" "by" buyer … "contract"
//! signed   = buyer "and" supplier "signed"                             Offices that only buy are on no contract's other side
//! heading  = a line that tells the deal of the text below it           £120 million contract for patrol vehicles
//! behalf   = buyer "awarded on behalf of" state … "to" supplier
//! branch   = supplier state                                            Velmark Australia, Velmark Systems UK
//! seated   = supplier "," place                                        Velmark Shipyard Limited, Goa and Norhaven Limited, Kolkata
//! ```
//! What the reader of prose has found is put right; nothing is read here of which prose knows nothing.

use super::{site, terms};
use crate::clause::floor;
use crate::clause::place::us_state;
use crate::clause::ware::count;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{
    BODIES, BUYERS, COMPANY_ENDINGS, NO_FIRMS, NO_PROVISIONS, PROVIDED_NOUNS, PROVISION_STOPS, PROVISIONS,
};
use crate::lexicon::own::Lexicon;
use crate::lexicon::state::STATE_PHRASES;
use crate::mention::party::{Name, find_names};
use crate::model::{
    Contract, CountryBasis, DateMention, Evidence, EvidenceFor, Figure, FigureId, Item, Kind, Party, PartyKind, Status,
    TextSpan, ValueRole,
};
use crate::span::Span;
use crate::text::segment::{paragraphs, sentences};

/// A text with more contracts is no release.
const MOST_CONTRACTS: usize = 24;

/// A longer text is no release.
const MOST_BYTES: usize = 40_000;

/// Puts the contracts of a release right.
pub fn settle<'t>(
    text: &'t str,
    figures: &[Figure<'t>],
    dates: &[DateMention<'t>],
    contracts: &mut Vec<Contract<'t>>,
    own: &Lexicon,
) {
    if contracts.is_empty() || contracts.len() > MOST_CONTRACTS || text.len() > MOST_BYTES {
        return;
    }
    for contract in contracts.iter_mut() {
        no_parties(text, contract);
        abbreviations(contract);
        governments(text, contract);
        branches(text, contract);
        seats(text, contract);
        notified(text, contract, own);
        buyers(text, contract, own);
        ordered_from(text, contract);
        opened(text, contract, own);
        on_behalf(text, contract, own);
        still_to_come(text, contract);
        provided(text, contract);
        terms::settle(text, figures, dates, contract);
    }
    headings(text, figures, contracts);
    site::settle(text, dates, contracts);
}

/// `Two Huntsville, Ala., companies`, `(NYSE: VLM)`, `was awarded the Skylance contract`, `Velmark, a joint venture of Tolvik and Tarn,`: names
/// that stand beside a deal and are no side of it.
fn no_parties<'t>(text: &'t str, contract: &mut Contract<'t>) {
    one_name(text, contract);
    let contract_start = contract.start;
    let named_after = |party: &Party<'_>| {
        let after = &text[party.end..];
        let noun =
            [" contract", " program", " project", " order ", " requirement"].iter().any(|noun| after.starts_with(noun));
        let before = &text[floor(text, party.start.saturating_sub(8))..party.start];
        let unknown = matches!(party.kind, PartyKind::Unknown | PartyKind::Organisation | PartyKind::Agency)
            && party.country.is_none();
        unknown && noun && [" the ", " a ", " an ", " its "].iter().any(|article| before.ends_with(article))
    };
    // "Velmark (VLM +1.1%) … VLM says it will receive": the letters of a share.
    let share = |party: &Party<'_>| {
        let name: &str = &party.name;
        // The letters stand beside the first name of the firm, which may be that of a record before.
        let from = floor(text, contract_start.min(party.start).saturating_sub(NEAR_SHARE));
        let told = &text[from..party.start];
        let quoted = |at: usize| {
            let (lead, behind) = (&told[..at], &told[at + name.len()..]);
            lead.ends_with('(') && behind.starts_with([' ', ':'])
                || ["NYSE: ", "NYSE:", "NASDAQ: ", "NASDAQ:", "Nasdaq: ", "Nasdaq:"]
                    .iter()
                    .any(|mark| lead.ends_with(mark))
        };
        (2..=5).contains(&name.len())
            && party.country.is_none()
            && name.bytes().all(|byte| byte.is_ascii_uppercase())
            && told.match_indices(name).take(4).any(|(at, _)| quoted(at))
    };
    contract.customers.retain(|party| !named_after(party) && !share(party));
    let firms: Vec<Span> = contract.suppliers.iter().map(Party::span).collect();
    let venture = |party: &Party<'_>| {
        // A pair of partners: "…, the joint venture by Tolvik and Tarn, has signed".
        firms.iter().filter(|firm| firm.end < party.start && party.start - firm.end <= NEAR_PARTNER).any(|firm| {
            let gap = Span::new(firm.end, party.start).of(text);
            let of = gap.place_of("joint venture").map(|at| &gap[at..]);
            of.is_some_and(|of| [" by ", " of ", " between ", " with "].iter().any(|link| of.holds(link)))
                && !gap.contains(['.', ';'])
                && text[firm.end..].starts_with(", ")
        })
    };
    let firm_named = contract.suppliers.iter().filter(|party| is_firm(party)).count();
    contract.suppliers.retain(|party| {
        let after = &text[party.end..];
        let state_behind = after.strip_prefix(", ").is_some_and(|rest| {
            let word = rest.split([' ', ',']).next().unwrap_or("");
            word.len() > 2 && us_state(word)
        });
        let place = matches!(party.kind, PartyKind::Unknown | PartyKind::Company)
            && (us_state(&party.name) || state_behind && !party.name.contains(' ') && party.place.is_none());
        let ticker = text[..party.start].ends_with('(') && party.name.bytes().all(|byte| byte.is_ascii_uppercase());
        // "Velmark, Norhaven's largest shipbuilder, won"
        let owner = firm_named > 1
            && (party.name.ends_with("'s") || party.name.ends_with("’s"))
            && text[..party.start].ends_with(", ");
        let noun = NO_FIRMS.has(&party.name);
        !(place || ticker || share(party) || owner || noun || named_after(party) || venture(party))
    });
    // "Velmark’s bid to lease": the name without what makes it an owner.
    for party in &mut contract.suppliers {
        // "M/s Velmark Limited": a title of firms.
        if let Some(name) = ["M/s ", "M/S ", "Messrs "].iter().find_map(|title| party.name.strip_prefix(title)) {
            let kind = party.kind;
            *party = Party::new(Span::new(party.end - name.len(), party.end), text, kind);
        }
        if let Some(length) = ["’s", "'s"].iter().find_map(|mark| party.name.strip_suffix(mark)).map(str::len) {
            let kind = party.kind;
            *party = Party::new(Span::new(party.start, party.start + length), text, kind);
        }
    }
    // "was awarded a contract by the navy": who is on both lists, or a force beside the firm that wins, buys.
    let wins = contract.status == Status::Awarded && contract.suppliers.iter().any(is_firm);
    let force = |party: &Party<'_>| {
        // "to produce radars by the Naval Surface Warfare Center"; state agencies that export do sell.
        let office = party.kind == PartyKind::Agency
            && ["Center", "Centre", "Command", "Directorate", "Office"].contains(&party.name.last_word());
        matches!(party.kind, PartyKind::Military | PartyKind::Ministry) || office
    };
    if wins && contract.suppliers.iter().any(force) {
        let (forces, firms) = std::mem::take(&mut contract.suppliers).into_iter().partition(force);
        contract.suppliers = firms;
        if contract.customers.is_empty() {
            contract.customers = forces;
        }
    }
}

/// The letters of a share are told this far before the record.
const NEAR_SHARE: usize = 400;

/// Partners of a firm are named this near behind it.
const NEAR_PARTNER: usize = 140;

/// `Velmark Unmanned Systems` and ` Division` behind it: names with nothing but a space between them are one. `Department of Defense, Civil
/// Protection and Sport` is one too.
fn one_name<'t>(text: &'t str, contract: &mut Contract<'t>) {
    let mut at = 1;
    while at < contract.suppliers.len() {
        let (one, two) = (&contract.suppliers[at - 1], &contract.suppliers[at]);
        if is_firm(one) && is_firm(two) && text.get(one.end..two.start) == Some(" ") {
            let whole = Span::new(one.start, two.end);
            contract.suppliers[at - 1] = Party::new(whole, text, PartyKind::Company);
            contract.suppliers.remove(at);
        } else {
            at += 1;
        }
    }
    for customer in &mut contract.customers {
        if !["Department of Def", "Ministry of Def", "Ministry of National Def"]
            .iter()
            .any(|office| customer.name.holds(office))
        {
            continue;
        }
        let (start, mut end) = (customer.start, customer.end);
        contract.suppliers.retain(|party| {
            let listed = party.start > end && matches!(text.get(end..party.start), Some(", " | " and " | ", and "));
            let part = listed && party.kind != PartyKind::State && NO_FIRMS.has(&party.name);
            if part {
                end = party.end;
            }
            !part
        });
        if end > customer.end {
            let (country, basis) = (customer.country, customer.country_basis);
            *customer = Party::new(Span::new(start, end), text, customer.kind);
            (customer.country, customer.country_basis) = (country, basis);
        }
    }
}

/// `a contract to provide flight control panels for UH-60 helicopters`: what is provided, and not what it is for.
fn provided<'t>(text: &'t str, contract: &mut Contract<'t>) {
    if contract.rule != "news.deal" || contract.suppliers.is_empty() || contract.status == Status::Other {
        return;
    }
    for sentence in told(text, contract).take(MOST_PROVIDED) {
        let inner = sentence.of(text);
        let Some((at, length)) =
            PROVISIONS.each().filter_map(|verb| inner.place_of(verb).map(|at| (at, verb.len()))).min()
        else {
            continue;
        };
        // "a contract to provide", and not "is expected to deliver".
        let lead = &inner[floor(inner, at.saturating_sub(NEAR_VERB))..at];
        let ordered = ["contract", "order", "award", "agreement"].iter().any(|noun| lead.holds(noun))
            && !NO_PROVISIONS.has(lead.last_word());
        let rest = &inner[at + length..];
        let rest = ["the ", "a ", "an ", "additional ", "its "]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .unwrap_or(rest);
        let Some(end) = PROVISION_STOPS.first_in(rest) else { continue };
        let phrase = &rest[..end];
        let start = sentence.end - rest.len();
        let span = Span::new(start, start + end);
        let last = phrase.last_word();
        let plural = last.len() > 4 && last.ends_with('s') && !last.ends_with("ss") || PROVIDED_NOUNS.has(last);
        let plain = phrase.split(' ').all(|word| {
            word.starts_with(char::is_alphabetic)
                && count(word).is_none()
                && !word.ends_with(['’', '\''])
                && !word.ends_with("'s")
        });
        let parties = || contract.suppliers.iter().chain(&contract.customers).chain(&contract.beneficiaries);
        let taken = contract.items.iter().any(|item| item.start < span.end && span.start < item.end)
            || parties().any(|party| party.start < span.end && span.start < party.end);
        if !ordered
            || !plural
            || !plain
            || taken
            || phrase.split(' ').count() > LONGEST_PROVIDED
            || !phrase.contains(' ')
        {
            continue;
        }
        // What they are for stands behind them.
        contract.items.retain(|item| {
            let same = phrase.ends_with(&*item.text);
            item.quantity.is_some() || item.start < span.end || item.start >= sentence.end && !same
        });
        let place = contract.items.partition_point(|item| item.start < span.start);
        contract.items.insert(place, Item::new(span, text));
        return;
    }
}

/// What is provided is told in the first sentences.
const MOST_PROVIDED: usize = 3;

/// The noun of a deal stands this near before the verb.
const NEAR_VERB: usize = 90;

/// The words of a thing that is provided.
const LONGEST_PROVIDED: usize = 7;

/// `Velmark Shipyard Limited (VSL)` and later `VSL`: the short form of one is no second firm.
fn abbreviations(contract: &mut Contract<'_>) {
    let short: Vec<String> = contract
        .suppliers
        .iter()
        .filter_map(|party| party.name.strip_suffix(')')?.rsplit_once(" (").map(|(_, short)| short.to_owned()))
        .collect();
    if !short.is_empty() {
        // "the Kolkata Division of VSL" is a part of it.
        let same = |name: &str, short: &str| {
            name == short || name.strip_suffix(short).is_some_and(|part| part.ends_with(" of "))
        };
        contract.suppliers.retain(|party| !short.iter().any(|short| same(&party.name, short)));
    }
}

/// `The Hale Government has signed a contract`: who heads a government gives it a name, and it buys.
fn governments<'t>(text: &'t str, contract: &mut Contract<'t>) {
    let Some(at) = contract
        .suppliers
        .windows(2)
        .position(|pair| pair[1].name == "Government" && pair[0].end + 1 == pair[1].start && pair[0].country.is_some())
    else {
        return;
    };
    let head = contract.suppliers.remove(at);
    let noun = contract.suppliers.remove(at);
    let mut government = Party::new(Span::new(head.start, noun.end), text, PartyKind::State);
    government.country = head.country;
    government.country_basis = head.country_basis;
    if contract.suppliers.is_empty() {
        contract.suppliers.push(government);
    } else {
        contract.customers.insert(0, government);
    }
}

/// `a contract for 22 turrets from the Austrian Armed Forces`: an order comes from who buys.
fn ordered_from<'t>(text: &'t str, contract: &mut Contract<'t>) {
    let [forces] = contract.suppliers.as_slice() else { return };
    if !contract.customers.is_empty() || !matches!(forces.kind, PartyKind::Military | PartyKind::Ministry) {
        return;
    }
    let whole = told(text, contract).find(|sentence| sentence.start <= forces.start && forces.end <= sentence.end);
    let Some(sentence) = whole else { return };
    let before = Span::new(sentence.start, forces.start).of(text);
    let from = before.strip_suffix("the ").unwrap_or(before).strip_suffix(" from ");
    let ordered = from.is_some_and(|head| {
        let noun =
            [" contract", " order", " Contract", " Order"].iter().filter_map(|noun| head.last_place_of(noun)).max();
        let bought =
            ["bought", "buy", "purchas", "acquir", "procur", "receive delivery"].iter().any(|verb| head.holds(verb));
        noun.is_some() && !bought
    });
    if ordered {
        contract.customers.append(&mut contract.suppliers);
    }
}

/// `Velmark: contract signed with the Ministry of Defence`: the firm that opens its own release.
fn opened<'t>(text: &'t str, contract: &mut Contract<'t>, own: &Lexicon) {
    if !contract.suppliers.is_empty() {
        return;
    }
    let Some(sentence) = told(text, contract).next() else { return };
    let inner = sentence.of(text);
    // `Velmark Defence Australia has been awarded a contract`: a branch whose name has the word for a ministry in it.
    let awarded = [" has been awarded ", " was awarded ", " has won ", " has received "]
        .iter()
        .filter_map(|verb| inner[..floor(inner, LONGEST_NAME + 20)].find(verb))
        .min();
    if let Some(end) = awarded.filter(|end| {
        let name = &inner[..*end];
        let last = name.last_word();
        let state = STATE_PHRASES.get(last).is_some_and(|state| state.basis == CountryBasis::Name && !state.adjective);
        let plain = name
            .split(' ')
            .all(|word| word.starts_with(|c: char| c.is_uppercase()) && !word.contains(['\'', '’', ',']));
        let words = name.split(' ').count();
        state && plain && (2..=5).contains(&words) && !name.starts_with("The ") && !name.starts_with("Government ")
    }) {
        let span = Span::new(sentence.start, sentence.start + end);
        contract.suppliers.push(Party::new(span, text, PartyKind::Company));
        let outside = |party: &Party<'t>| party.start < span.start || party.end > span.end;
        contract.customers.retain(outside);
        contract.beneficiaries.retain(outside);
        return;
    }
    // `Velmark, Inc., a maker of drones, today announced the award of a contract from the navy`: whose release it is.
    if let Some(verb) = [" announced ", " announces "].iter().filter_map(|verb| inner.place_of(verb)).min() {
        let told = &inner[verb..floor(inner, verb + NEAR_ORDER)];
        let its_own = [
            "the award",
            "an award",
            "its conclusion",
            "the conclusion",
            "a contract",
            "the signing",
            "receipt of",
            "its receipt",
            "an order",
            "the receipt",
        ]
        .iter()
        .any(|noun| told.holds(noun))
            && !told.holds(" that ")
            && !told.holds(" to ");
        let subject = Span::new(sentence.start, sentence.start + verb);
        let dateline = subject.of(text).last_place_of("-- ").map_or(0, |at| at + 3);
        let firm = find_names(text, Span::new(subject.start + dateline, subject.end), own)
            .into_iter()
            .find(is_a_firm)
            .filter(|name| name.kind == PartyKind::Company && name.span.start <= subject.start + dateline + 4);
        if let Some(name) =
            firm.filter(|name| its_own && !contract.customers.iter().any(|party| party.start == name.span.start))
        {
            contract.suppliers.push(party(text, &name));
            return;
        }
    }
    let Some(colon) = inner.place_of(": ").filter(|at| *at < LONGEST_NAME) else { return };
    let signed = ["contract signed", "contract awarded", "order received", "new contract", "new order"];
    if !signed.iter().any(|words| inner[colon + 2..].starts_with(words)) {
        return;
    }
    let name = find_names(text, Span::new(sentence.start, sentence.start + colon), own).into_iter().find(is_a_firm);
    contract.suppliers.extend(name.filter(|name| name.span.start == sentence.start).map(|name| party(text, &name)));
}

/// No firm that opens a release has a longer name.
const LONGEST_NAME: usize = 60;

/// `OCCAR awarded on behalf of Lithuania a contract for 88 vehicles to Velmark GmbH`: for whom an office buys, and of whom.
fn on_behalf<'t>(text: &'t str, contract: &mut Contract<'t>, own: &Lexicon) {
    if !contract.customers.iter().any(|party| is_office(&party.name)) {
        return;
    }
    for sentence in told(text, contract) {
        let inner = sentence.of(text);
        let awards = memchr::memmem::find(inner.as_bytes(), b"awarded ");
        if let Some(awards) = awards.filter(|_| contract.suppliers.is_empty()) {
            let to = memchr::memmem::rfind(inner.as_bytes(), b" to ").filter(|to| *to > awards);
            let names = to.map(|to| {
                (sentence.start + to + 4, find_names(text, Span::new(sentence.start + to + 4, sentence.end), own))
            });
            let firm = names
                .and_then(|(start, names)| names.into_iter().find(|name| name.span.start == start && is_a_firm(name)));
            contract.suppliers.extend(firm.map(|name| party(text, &name)));
        }
        let Some(at) = memchr::memmem::find(inner.as_bytes(), b"on behalf of ") else { continue };
        if !contract.beneficiaries.is_empty() {
            continue;
        }
        // "on behalf of Germany, Spain and Romania": states, with nothing but commas between them.
        let start = sentence.start + at + "on behalf of ".len();
        let mut end = start;
        for name in find_names(text, Span::new(start, sentence.end), own) {
            let between = text[end..name.span.start].trim();
            let listed = matches!(between, "" | "," | "and" | ", and" | "the" | "and the" | ", the" | ", and the");
            let known = contract.customers.iter().any(|party| party.start == name.span.start);
            if !listed || name.kind != PartyKind::State || known || contract.beneficiaries.len() >= MOST_STATES {
                break;
            }
            end = name.span.end;
            contract.beneficiaries.push(party(text, &name));
        }
    }
}

/// An office buys for so many states at most.
const MOST_STATES: usize = 32;

/// `Velmark Australia`, `Velmark Systems UK`: the state behind a firm's name belongs to the name.
fn branches<'t>(text: &'t str, contract: &mut Contract<'t>) {
    let mut states: Vec<usize> = Vec::new();
    for party in contract.suppliers.iter_mut().filter(|party| is_firm(party)) {
        let Some(rest) = text.get(party.end..).and_then(|rest| rest.strip_prefix(' ')) else { continue };
        let Some((length, state)) = STATE_PHRASES.longest_at(rest) else { continue };
        let behind = &rest[length..];
        // "Velmark UK to deliver", "Velmark Canada, which": the name ends behind the state. "Velmark Norway's" and "Velmark Canada Inc." are others.
        let ends = behind.is_empty()
            || behind.starts_with([',', '.', ';', ')', '\n'])
            || behind.strip_prefix(' ').is_some_and(|next| next.starts_with(|c: char| c.is_lowercase() || c == '('));
        if state.adjective || state.people || state.basis != CountryBasis::Name || !ends {
            continue;
        }
        states.push(party.end + 1);
        let span = Span::new(party.start, party.end + 1 + length);
        let place = party.place.take();
        *party = Party::new(span, text, PartyKind::Company);
        party.place = place;
    }
    if !states.is_empty() {
        for list in [&mut contract.suppliers, &mut contract.customers, &mut contract.beneficiaries] {
            list.retain(|party| !states.contains(&party.start));
        }
    }
}

/// `Velmark Shipyard Limited, Goa and Norhaven Limited, Kolkata`: a town behind a firm's whole name is where the firm is.
fn seats<'t>(text: &'t str, contract: &mut Contract<'t>) {
    let mut at = 1;
    while at < contract.suppliers.len() {
        let (firm, town) = (&contract.suppliers[at - 1], &contract.suppliers[at]);
        let whole = ["Limited", "Ltd", "Ltd.", "Inc", "Inc.", "GmbH", "AG", "LLC", "plc", "S.A.", "S.p.A.", "AB", "Oy"]
            .iter()
            .any(|ending| firm.name.strip_suffix(ending).is_some_and(|head| head.ends_with(' ')));
        let behind = text.get(firm.end..town.start) == Some(", ");
        let next = &text[floor(text, town.end)..];
        let closed = next.starts_with(" and ") || next.starts_with([',', '.', ';']) || next.starts_with(" for ");
        let plain = town.name.split(' ').all(|word| COMPANY_ENDINGS.get(word).is_none())
            && town.name.split(' ').count() <= 2
            && town.country.is_none();
        if whole && behind && closed && plain {
            let place = TextSpan::new(Span::new(town.start, town.end), text);
            contract.suppliers[at - 1].place = Some(place);
            contract.suppliers.remove(at);
        } else {
            at += 1;
        }
    }
}

/// `The DGA notified Velmark of an order`, `Velmark was notified by the DGA of a contract`: to notify is to award.
fn notified<'t>(text: &'t str, contract: &mut Contract<'t>, own: &Lexicon) {
    if !contract.suppliers.is_empty() {
        return;
    }
    for sentence in told(text, contract) {
        let inner = sentence.of(text);
        let Some(at) = memchr::memmem::find(inner.as_bytes(), b"notified ") else { continue };
        let verb = Span::new(sentence.start + at, sentence.start + at + "notified".len());
        let behind = &inner[at + "notified ".len()..];
        let of = |link: &str| memchr::memmem::find(behind.as_bytes(), link.as_bytes());
        let order = [" of a", " of the", " with a", "of a"].iter().filter_map(|link| of(link)).min();
        let named = order.is_some_and(|at| {
            let near = &behind[at..floor(behind, at + NEAR_ORDER)];
            ["contract", "order", "agreement", "amendment", "tranche"].iter().any(|noun| near.holds(noun))
        });
        if !named {
            continue;
        }
        let names = find_names(text, sentence, own);
        let passive = ["was ", "were ", "been "].iter().any(|word| inner[..at].ends_with(word));
        let (supplier, customer) = if passive {
            let by = behind.starts_with("by ");
            let buyer = names.iter().find(|name| by && name.span.start > verb.end && name.is_state());
            (names.iter().find(|name| name.span.end <= verb.start && is_a_firm(name)), buyer)
        } else {
            let order = verb.end + 1 + order.unwrap_or(0);
            let buyer = names.iter().rev().find(|name| name.span.end <= verb.start && name.is_state());
            let firm = |name: &&Name| verb.end < name.span.start && name.span.end <= order && is_a_firm(name);
            (names.iter().find(firm).filter(|_| buyer.is_some()), buyer)
        };
        let Some(supplier) = supplier else { continue };
        contract.suppliers.push(party(text, supplier));
        contract.evidence.push(Evidence::new(verb, text, EvidenceFor::Supplier));
        if contract.customers.is_empty() {
            contract.customers.extend(customer.map(|name| party(text, name)));
        }
        contract.status = if contract.status == Status::InDelivery { contract.status } else { Status::Awarded };
        return;
    }
}

/// The order stands this near behind the link.
const NEAR_ORDER: usize = 60;

/// `BAAINBw and Velmark signed a contract`, `the Armament Agency signed a contract with Velmark`: an office that only buys is the buyer.
fn buyers<'t>(text: &'t str, contract: &mut Contract<'t>, own: &Lexicon) {
    signatories(text, contract);
    let offices: Vec<Party<'t>> = contract.suppliers.iter().filter(|party| is_office(&party.name)).cloned().collect();
    if offices.is_empty() {
        return;
    }
    contract.suppliers.retain(|party| !is_office(&party.name));
    for office in offices.into_iter().rev() {
        if !contract.customers.iter().any(|known| known.name == office.name) {
            contract.customers.insert(0, office);
        }
    }
    if !contract.suppliers.is_empty() {
        return;
    }
    // `signed a contract with a consortium of Velmark and Norhaven for 24 vehicles`
    for sentence in told(text, contract) {
        let inner = sentence.of(text);
        let signs = memchr::memmem::find(inner.as_bytes(), b"signed").map(|at| at + "signed".len());
        let with = signs.and_then(|at| {
            memchr::memmem::find(&inner.as_bytes()[at..], b" with ").map(|with| at + with + " with ".len())
        });
        let Some(start) = with else { continue };
        let end = [" for ", " on ", " to ", ". "]
            .iter()
            .filter_map(|stop| memchr::memmem::find(&inner.as_bytes()[start..], stop.as_bytes()))
            .min()
            .map_or(inner.len(), |at| start + at);
        let stretch = Span::new(sentence.start + start, sentence.start + end);
        let firms =
            find_names(text, stretch, own).into_iter().filter(is_a_firm).filter(|name| !is_office(name.span.of(text)));
        contract.suppliers.extend(firms.take(MOST_FIRMS).map(|name| party(text, &name)));
        if !contract.suppliers.is_empty() {
            return;
        }
    }
}

/// `The Head of the Armament Agency, Brig. Gen. Hale, signed an agreement with Velmark`: who signs for an office that only buys is no supplier.
fn signatories<'t>(text: &'t str, contract: &mut Contract<'t>) {
    if contract.suppliers.len() < 2 {
        return;
    }
    for sentence in told(text, contract) {
        let inner = sentence.of(text);
        let Some(at) = memchr::memmem::find(inner.as_bytes(), b" signed ") else { continue };
        let Some(with) =
            memchr::memmem::find(&inner.as_bytes()[at..], b" with ").map(|with| sentence.start + at + with)
        else {
            continue;
        };
        let verb = sentence.start + at;
        let subject = Span::new(sentence.start, verb);
        let Some(office) = office(text, subject) else { continue };
        let before = |party: &Party<'_>| sentence.start <= party.start && party.end <= verb;
        if !contract.suppliers.iter().any(|party| with < party.start && party.end <= sentence.end) {
            continue;
        }
        contract.suppliers.retain(|party| !before(party));
        if contract.customers.is_empty() {
            let mut party = Party::new(office, text, PartyKind::Agency);
            if let Some((leader, kind)) = BODIES.get(office.of(text)) {
                party.kind = kind;
                party.country = Some(leader.country());
                party.country_basis = Some(CountryBasis::Name);
            }
            contract.customers.push(party);
        }
        return;
    }
}

/// The name of an office that only buys, in a stretch.
fn office(text: &str, stretch: Span) -> Option<Span> {
    let inner = stretch.of(text);
    let starts = inner.char_indices().map(|(at, _)| at).filter(|at| {
        !inner[..*at].ends_with(|c: char| c.is_alphanumeric()) && inner[*at..].starts_with(|c: char| c.is_uppercase())
    });
    let found =
        starts.take(MOST_STARTS).find_map(|at| BUYERS.longest_at(&inner[at..]).map(|(length, ())| (at, length)));
    found.map(|(at, length)| Span::new(stretch.start + at, stretch.start + at + length))
}

/// No subject has more names in it.
const MOST_STARTS: usize = 60;

/// So many firms sign one contract.
const MOST_FIRMS: usize = 8;

/// `First deliveries are scheduled for 2026`: what has not begun is no delivery under way.
fn still_to_come(text: &str, contract: &mut Contract<'_>) {
    const TO_COME: [&str; 14] = [
        " are scheduled",
        " is scheduled",
        " are expected",
        " is expected",
        " are planned",
        " is planned",
        " are due",
        " is due",
        " will ",
        " are to ",
        " is to ",
        "expected to",
        "scheduled for",
        "planned for",
    ];
    const BEGUN: [&str; 12] = [
        "began",
        "begun",
        "started",
        "have been delivered",
        "has been delivered",
        "has delivered",
        "have delivered",
        "were delivered",
        "was delivered",
        "has received",
        "have received",
        "handed over",
    ];
    if contract.status != Status::InDelivery {
        return;
    }
    let first = |words: &str| {
        [
            "first deliver",
            "First deliver",
            "first vehicle",
            "first aircraft",
            "first ship",
            "first helicopter",
            "first batch",
            "first system",
            "first missile",
            "first unit",
            "The first",
        ]
        .iter()
        .any(|word| words.holds(word))
    };
    let all: Vec<&str> = told(text, contract).map(|sentence| sentence.of(text)).collect();
    let begun = all.iter().any(|words| BEGUN.iter().any(|word| words.holds(word)));
    // "Deliveries of the units are expected to commence": none has begun either.
    let goods = |words: &str| ["Deliveries ", "Delivery ", "deliveries "].iter().any(|word| words.holds(word));
    let to_come =
        all.iter().any(|words| (first(words) || goods(words)) && TO_COME.iter().any(|word| words.holds(word)));
    let deal = all.iter().find_map(|words| {
        let any = |stems: &[&str]| stems.iter().any(|stem| words.contains(stem));
        if any(&["awarded", "awards", "notified", "has won"]) {
            Some(Status::Awarded)
        } else if any(&["signed", "ordered", "placed an order", "entered into"]) {
            Some(Status::Signed)
        } else {
            None
        }
    });
    if let Some(status) = deal.filter(|_| to_come && !begun) {
        contract.status = status;
        if contract.rule == "news.delivery" {
            contract.rule = std::borrow::Cow::Borrowed("news.deal");
        }
    }
}

/// A heading tells the deal of the text below it: one record, with the heading as a further mention.
fn headings<'t>(text: &'t str, figures: &[Figure<'t>], contracts: &mut Vec<Contract<'t>>) {
    if contracts.len() < 2 {
        return;
    }
    let lines: Vec<Span> =
        paragraphs(text).into_iter().take(MOST_HEADINGS).filter(|line| is_heading(text, *line)).collect();
    for line in lines {
        let inside = |contract: &Contract<'_>| line.start <= contract.start && contract.end <= line.end;
        let Some(above) = contracts.iter().position(inside) else { continue };
        // Two deals in one line are not told by one of the text's.
        if contracts.iter().filter(|contract| inside(contract)).count() != 1 {
            continue;
        }
        let head = &contracts[above];
        let Some(below) = contracts.iter().position(|body| body.start >= line.end && is_told_by(head, body, figures))
        else {
            continue;
        };
        let head = contracts.remove(above);
        let body = &mut contracts[below - 1];
        body.evidence.push(Evidence::new(Span::new(head.start, head.end), text, EvidenceFor::Mention));
        if body.customers.is_empty() {
            body.customers = head.customers;
        }
        if body.suppliers.is_empty() {
            body.suppliers = head.suppliers;
        }
        if body.beneficiaries.is_empty() {
            body.beneficiaries = head.beneficiaries;
        }
        if body.items.is_empty() {
            body.items = head.items;
        }
        for value in head.values {
            if !body.values.iter().any(|known| known.figure == value.figure) {
                body.values.push(value);
            }
        }
        body.values.sort_by_key(|value| value.figure);
    }
}

/// A heading stands among so many first lines.
const MOST_HEADINGS: usize = 4;

/// A longer line is a sentence.
const LONGEST_HEADING: usize = 240;

/// Whether a paragraph is one short line that closes with no stop.
fn is_heading(text: &str, line: Span) -> bool {
    let words = line.of(text).trim();
    words.len() <= LONGEST_HEADING && !words.ends_with(['.', ':', '"', '”']) && !words.contains('\n')
}

/// Whether what a heading says of a deal is what the text says of one: the same firm or sum, and nothing that differs.
fn is_told_by(head: &Contract<'_>, body: &Contract<'_>, figures: &[Figure<'_>]) -> bool {
    let alike = |one: &str, other: &str| one.holds(other) || other.contains(one);
    let firm = head.suppliers.iter().any(|party| body.suppliers.iter().any(|known| alike(&party.name, &known.name)));
    let worth = |contract: &Contract<'_>| -> Vec<FigureId> {
        contract
            .values
            .iter()
            .filter(|value| !matches!(value.role, ValueRole::UnitPrice | ValueRole::Other))
            .map(|value| value.figure)
            .collect()
    };
    let of = |id: &FigureId| figures.binary_search_by_key(id, |figure| figure.id).ok().map(|at| &figures[at]);
    let (above, below) = (worth(head), worth(body));
    let sum = above
        .iter()
        .any(|one| below.iter().any(|other| of(one).zip(of(other)).is_some_and(|(one, other)| same_sum(one, other))));
    let other_firm = !firm && !head.suppliers.is_empty() && !body.suppliers.is_empty();
    let other_sum = !sum && !above.is_empty() && !below.is_empty();
    let count = |contract: &Contract<'_>| {
        contract.items.iter().find_map(|item| item.quantity.clone()).map(std::borrow::Cow::into_owned)
    };
    let other_count = count(head).zip(count(body)).is_some_and(|(one, other)| one != other);
    let land = |contract: &Contract<'_>| contract.customers.iter().find_map(|party| party.country);
    let other_land = land(head).zip(land(body)).is_some_and(|(one, other)| one != other);
    (firm || sum) && !other_firm && !other_sum && !other_count && !other_land
}

/// `Rs 1,220 crore` above `Rs 1,220.12 crore`: the same sum, rounded.
fn same_sum(one: &Figure<'_>, other: &Figure<'_>) -> bool {
    let value = |figure: &Figure<'_>| figure.low.or(figure.high);
    let (Some(a), Some(b)) = (value(one), value(other)) else { return false };
    let apart = a.checked_sub(b).map(|gap| gap.abs());
    let hundredth = a.abs().checked_div(100.into());
    let near = apart.zip(hundredth).is_some_and(|(gap, hundredth)| gap <= hundredth);
    one.currency == other.currency && (a == b || near && one.kind != Kind::Range && other.kind != Kind::Range)
}

/// The sentences in which a contract is told, as far as they are looked at.
fn told<'t>(text: &'t str, contract: &Contract<'t>) -> impl Iterator<Item = Span> + use<'t> {
    let end = floor(text, contract.end.min(contract.start + MOST_TOLD));
    let (start, end) = (contract.start, end.max(contract.start));
    let whole =
        paragraphs(&text[start..end]).into_iter().map(move |line| Span::new(line.start + start, line.end + start));
    whole.flat_map(move |line| sentences(text, line))
}

/// What is told of one contract beyond so many bytes decides nothing here.
const MOST_TOLD: usize = 2_000;

/// Whether a name holds that of an office which only buys: "French defence procurement agency (DGA)".
fn is_office(name: &str) -> bool {
    name.len() < LONGEST_OFFICE
        && (name.ends_with("procurement agency") || office(name, Span::new(0, name.len())).is_some())
}

/// No office has a longer name.
const LONGEST_OFFICE: usize = 160;

fn is_firm(party: &Party<'_>) -> bool {
    matches!(party.kind, PartyKind::Company | PartyKind::Unknown) && !party.name.is_empty()
}

fn is_a_firm(name: &Name) -> bool {
    matches!(name.kind, PartyKind::Company | PartyKind::Unknown) && !name.adjective
}

fn party<'t>(text: &'t str, name: &Name) -> Party<'t> {
    let mut party = Party::new(name.span, text, name.kind);
    if name.kind == PartyKind::Unknown {
        party.kind = PartyKind::Company;
    }
    party.country = name.country;
    party.country_basis = name.basis;
    party
}
