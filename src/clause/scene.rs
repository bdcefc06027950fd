//! One sentence of prose as pieces: its names, its words of trade and of state, its figures and dates.
//!
//! ```text
//! Egypt ordered four corvettes from Velmark for $2 billion
//! ~~~~~ name    deal word           ~~~~~~~ name behind "from"
//! ```
//! Words that only look like trade are left out here: a command is no order, a trade agreement no deal, a dateline no party.

use std::cell::OnceCell;

use super::description::{Opening, opening, take_descriptions};
use super::worth::{head, tail};
use crate::grammar::quantity::quantity;
use crate::lexicon::Phrases;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{
    BARE_FORCES, BARE_FORCES_IN, CHOOSING, DEAL_WORDS, DealWord, FORCE_PARTS, GOVERNING, INSTITUTIONS, Institution,
    LOTS, MEDALS, NO_DEALS, NO_GIFTS, NO_REQUESTS, NO_SALE_AGREEMENTS, OFFICES, PARTING_ADVERBS, STATUS_WORDS,
    STATUTES, SUPPLY_CRAFT, SYSTEMS, StatusWord, WEAPON_NOUNS, WHOLE_WORLD, WORK_VERBS,
};
use crate::lexicon::own::Lexicon;
use crate::lexicon::procurement::Hit;
use crate::lexicon::state::STATE_PHRASES;
use crate::mention::party::{Name, find_names};
use crate::model::{CountryBasis, CountryCode, DateMention, Figure, PartyKind};
use crate::span::Span;

/// One sentence of prose as pieces.
#[derive(Debug)]
pub struct Scene<'d, 't> {
    /// The document.
    pub text: &'t str,
    /// The sentence.
    pub span: Span,
    /// The names in it.
    pub names: Vec<Name>,
    /// The words of buying and selling.
    pub deals: Vec<Hit<DealWord>>,
    /// The words that tell how far the deal has come.
    pub statuses: Vec<Hit<StatusWord>>,
    /// Its figures.
    pub figures: &'d [Figure<'t>],
    /// Its dates.
    pub dates: &'d [DateMention<'t>],
    /// A user's own words.
    pub own: &'d Lexicon,
    /// Names that only describe another: "US" in "US-based Velmark".
    pub descriptions: Vec<Name>,
    /// How each name's phrase begins, read once for all that ask.
    openings: OnceCell<Vec<Opening<'t>>>,
    /// How far the deal has come, read once for all that ask.
    stages: OnceCell<Vec<(StatusWord, Span)>>,
}

impl<'d, 't> Scene<'d, 't> {
    /// The words of buying and selling of a sentence, from which its scene is built.
    #[must_use]
    pub fn deals(text: &str, span: Span, figures: &[Figure<'_>]) -> Vec<Hit<DealWord>> {
        let mut deals = hits(&DEAL_WORDS, text, span);
        deals.retain(|hit| {
            // "the Import-Export Bank"
            if text[hit.start..].starts_with(char::is_uppercase) && text[..hit.start].ends_with('-') {
                return false;
            }
            // "has withheld an export licence"
            if hit.what == DealWord::Sell
                && text[hit.start..].starts_with("export lic")
                && ["withheld", "refused", "denied", "blocked", "revoked", "without"]
                    .iter()
                    .any(|verb| tail(&text[span.start..hit.start], 24).holds(verb))
            {
                return false;
            }
            // "selected 12 howitzers over the guns offered by Norhaven": what was not chosen.
            if matches!(&text[hit.start..hit.end], "offered" | "proposed" | "built") {
                let near = tail(&text[span.start..hit.start], 48);
                if near.last_place_of(" over the ").is_some_and(|at| !near[at..].contains([',', ';']))
                    && text[span.start..hit.start].split(' ').any(|word| CHOOSING.begin(word))
                {
                    return false;
                }
            }
            // "terminated a $6 million supply contract with Norhaven": what the contract is called.
            if &text[hit.start..hit.end] == "supply"
                && [" contract", " deal", " agreement"].iter().any(|noun| text[hit.end..].starts_with(noun))
                && ["terminat", "cancel", "scrap", "tore up", "torn up"]
                    .iter()
                    .any(|verb| tail(&text[span.start..hit.start], 60).holds(verb))
            {
                return false;
            }
            // "a budget that is enough to buy 12 jets", "its inability to obtain the engines"
            let gets = matches!(hit.what, DealWord::Buy | DealWord::Receive | DealWord::Purchase);
            let lead = &text[span.start..hit.start];
            if lead.ends_with(" enough to ")
                || gets && [" inability to ", " unable to "].iter().any(|words| lead.ends_with(words))
            {
                return false;
            }
            // "two Norhaven-built jets": who made them, and no deal.
            if text[..hit.start].ends_with('-')
                && matches!(
                    Span::new(hit.start, hit.end).of(text),
                    "built"
                        | "supplied"
                        | "donated"
                        | "leased"
                        | "owned"
                        | "contracted"
                        | "ordered"
                        | "bought"
                        | "chartered"
                )
            {
                return false;
            }
            // "three supply ships"
            let noun = Span::new(hit.start, hit.end).of(text) == "supply" && SUPPLY_CRAFT.begin(&text[hit.end..]);
            // "bans its agencies from buying the radios"
            let banned = matches!(hit.what, DealWord::Buy | DealWord::Purchase)
                && text[span.start..hit.start].ends_with(" from ")
                && [" ban", " bar", " prohibit", " prevent", " stop"]
                    .iter()
                    .any(|verb| text[span.start..hit.start].contains(verb));
            // "to curb arms sales to Ardenia": what somebody should sell less of.
            let curbed = hit.what == DealWord::Sale && {
                let lead = text[span.start..hit.start].trim_end();
                let lead = [" arms", " weapons", " military", " future", " further"]
                    .iter()
                    .find_map(|word| lead.strip_suffix(word))
                    .unwrap_or(lead);
                [" curb", " curbing", " curtail", " limit", " restrict", " reduce", " discourage"]
                    .iter()
                    .any(|verb| lead.ends_with(verb))
            };
            // "the navy commissions its first frigate" takes it into service; who commissions work names whom, and what for.
            let launched = text[hit.start..hit.end].holds("ommission")
                && matches!(hit.what, DealWord::Buy | DealWord::Award | DealWord::Win)
                && ![" from ", " to ", " built by "].iter().any(|link| head(&text[hit.end..span.end], 70).holds(link))
                && !(hit.what == DealWord::Win && text[hit.end..span.end].starts_with(" by "));
            // "under the Foreign Military Sales program"
            let channel = text[hit.start..hit.end].starts_with("program")
                && text[span.start..hit.start].ends_with("Military Sales ");
            // "the arms procurement agency"
            let office = hit.what == DealWord::Purchase && heads_an_office(&text[hit.end..span.end]);
            !noun
                && !office
                && !launched
                && !banned
                && !curbed
                && !channel
                && !of_no_ware(text, span, hit, figures)
                && !commands(text, span, hit, figures)
                && !taken(figures, hit.start)
                && !is_of_another_kind(text, span, hit)
        });
        for hit in &mut deals {
            hit.what = noun_or_verb(text, span, hit, figures);
        }
        // "handed the firm a contract" awards, "handed the ball" does not; what is given without a contract is a gift.
        let nouns: Vec<usize> = deals.iter().filter(|hit| hit.what == DealWord::Deal).map(|hit| hit.start).collect();
        deals.retain_mut(|hit| {
            let word = Span::new(hit.start, hit.end).of(text);
            let after = &text[hit.end..span.end];
            let last = text[span.start..hit.start].trim_end().last_word();
            let contract = nouns.iter().any(|noun| *noun > hit.end && noun - hit.end < 70);
            // "has become the first customer for the missile" buys, "its biggest customer for tanks is Norhaven" only tells who does.
            if word.starts_with("customer") {
                let near = tail(&text[span.start..hit.start], 48);
                return BECOMING.iter().any(|verb| near.holds(verb));
            }
            // "received four additional orders for trucks": it gets work, and no goods.
            if hit.what == DealWord::Receive && word.starts_with("receiv") && receives_an_order(after) {
                hit.what = DealWord::Win;
                return true;
            }
            if GIVING.contains(&word) {
                // "has given up on buying jets"
                if after.starts_with(" up ") {
                    return false;
                }
                // "gave the green light on Wednesday to the purchase"
                if [
                    " the green light",
                    " a green light",
                    " the go-ahead",
                    " its blessing",
                    " its consent",
                    " its approval",
                    " the nod",
                    " its permission",
                    " its go-ahead",
                    " its 'go ahead'",
                    " its ‘go ahead’",
                    " its “go ahead”",
                ]
                .iter()
                .any(|leave| after.starts_with(leave))
                    && [" to the purchase", " to the acquisition", " to the procurement", " to buying"]
                        .iter()
                        .any(|what| head(after, 64).holds(what))
                {
                    hit.what = DealWord::Approve;
                    return true;
                }
                if contract {
                    return true;
                }
                hit.what = DealWord::Sell;
                return begins_a_gift(text, Span::new(hit.end, span.end));
            }
            if let Some(kept) = asks_or_lets(text, span, hit) {
                return kept;
            }
            // "have signed for four helicopters"
            if hit.what == DealWord::Sign
                && matches!(word, "signed" | "signs" | "sign")
                && after.strip_prefix(" for").is_some_and(|rest| {
                    begins_a_thing(rest) && !rest.starts_with(" a ") || rest.starts_with(" a further ")
                })
                && !contract
            {
                hit.what = DealWord::Buy;
            }
            // "closed a $2 billion contract" signs it, "closed the base" does not.
            if hit.what == DealWord::Sign && word.starts_with("clos") {
                return [" contract", " deal", " agreement", " order "].iter().any(|noun| head(after, 50).holds(noun));
            }
            // "interested in 12 jets", "the offer of 12 jets", "40 boats it owed Norhaven": arms must stand by the word.
            if word.ends_with("interested in") || word.starts_with("offer") && word.ends_with(" of") {
                return begins_a_gift(text, Span::new(hit.end, span.end));
            }
            if word.starts_with("owe") {
                let near = tail(&text[span.start..hit.start], 48);
                // "owes Velmark for the eight ships"
                let debt = after
                    .place_of(" for the ")
                    .filter(|at| *at <= 30)
                    .is_some_and(|at| begins_arms(text, Span::new(hit.end + at + 8, span.end)));
                return debt
                    || !hits(&WEAPON_NOUNS, text, Span::new(hit.start - near.len(), hit.start)).is_empty()
                    || begins_arms(text, Span::new(hit.end, span.end));
            }
            if hit.what == DealWord::Paid
                && (word.ends_with("aside") || word.starts_with("allocat") || word == "budgeted")
            {
                return pays_for_arms(text, span, hit);
            }
            // "placed a follow-on order with Velmark"
            if hit.what == DealWord::Deal && word.starts_with("order") {
                let mut lead = text[span.start..hit.start].trim_end().rsplit(' ').skip(1).take(4);
                if lead.any(|verb| matches!(verb, "placed" | "places" | "placing" | "place"))
                    && !text[span.start..hit.start].ends_with("the ")
                {
                    hit.what = DealWord::Buy;
                }
            }
            match word {
                // "has been given 12 helicopters by Norhaven"
                "been given" | "was given" | "were given" if !contract => {
                    hit.what = DealWord::Receive;
                    begins_arms(text, Span::new(hit.end, span.end))
                }
                // "halted arms exports to Norhaven": a policy that stops or lets go; what exports rose to is none.
                "exports to" => {
                    let near = tail(&text[span.start..hit.start], 60).to_ascii_lowercase();
                    [" arms", " weapons", " military"].iter().any(|noun| near.trim_end().ends_with(noun))
                        && [
                            "halt", "suspend", "stop", " ban", "freez", "froze", "block", "lift", "resum", "cancel",
                            "restrict",
                        ]
                        .iter()
                        .any(|verb| near.holds(verb))
                }
                // "approved the upgrade of five aircraft"
                "upgrade of" | "modernisation of" | "modernization of" | "overhaul of" | "refurbishment of" => {
                    begins_arms(text, Span::new(hit.end, span.end))
                        && phrase_counts(after)
                        && ["the ", "The ", "an ", "for "]
                            .iter()
                            .any(|lead| text[span.start..hit.start].ends_with(lead))
                }
                // "wasting $500 million on old jets", "wasted years"
                "wasting" | "wasted" | "squandered" | "squandering" | "splashed out" | "splashing out" => {
                    begins_a_sum(figures, hit.end)
                }
                // "accepted 34 of the tanks", "imported 25 guns"
                "accepted" | "imported" => {
                    // "accepted the first of six radars"
                    let first =
                        [" the first of", " the last of", " the first two of", " the first three of", " the final"]
                            .iter()
                            .find(|words| after.starts_with(**words))
                            .map_or(0, |words| words.len());
                    // "accepted six offers of talks on missiles"
                    let object = head(&after[first..], 60);
                    let end = [" on ", " for ", " about ", " to ", " at ", " talks", " offer"]
                        .iter()
                        .filter_map(|mark| object.find(mark))
                        .min()
                        .unwrap_or(object.len());
                    let object = Span::new(hit.end + first, hit.end + first + end);
                    begins_arms(text, object) && !after.holds(", complet")
                }
                // "wants to replace its tanks with 210 tracked vehicles"
                "replace" => puts_new_arms_in_place(text, Span::new(hit.end, span.end)),
                "received a"
                    if !contract
                        && ["offer", "request", "letter", "visit", "call", "report", "warning", "proposal"]
                            .iter()
                            .any(|noun| head(after, 30).holds(noun)) =>
                {
                    false
                }
                "received a" if !contract && !begins_a_sum(figures, hit.end) => {
                    hit.what = DealWord::Receive;
                    true
                }
                // "a commercial offer", "would offer"
                "offer" => {
                    // "will jointly offer"
                    let before = text[span.start..hit.start].trim_end();
                    let adverb = last.len() > 4 && last.ends_with("ly");
                    let verb = if adverb { before[..before.len() - last.len()].trim_end() } else { before };
                    OFFERING.contains(&verb.last_word())
                }
                "offers" => {
                    !["the", "its", "two", "three", "of", "their", "for", "invited", "new", "all"].contains(&last)
                }
                // "is building six frigates", "a government building"
                "building" => matches!(
                    last,
                    "is" | "are"
                        | "was"
                        | "were"
                        | "be"
                        | "been"
                        | "being"
                        | "began"
                        | "begun"
                        | "begin"
                        | "begins"
                        | "start"
                        | "started"
                        | "starts"
                        | "finished"
                        | "completed"
                        | "for"
                        | "by"
                        | "from"
                        | "of"
                        | "on"
                        | "in"
                        | "now"
                        | "also"
                        | "currently"
                        | "already"
                        | "still"
                        | "and"
                        | "while"
                        | "yard"
                ),
                // "to ship guns", "a ship"
                "ship" => [" to ", " will ", " would "].iter().any(|word| text[span.start..hit.start].ends_with(word)),
                // "landed an order", "landed on a drone ship"
                "booked" if text[span.start..hit.start].ends_with("was ") => true,
                // "are competing for an order", "compete for a seat"
                "competing for" | "compete for" | "competes for" | "vying for" | "in the running for" => contract,
                "landed" | "lands" | "scored" | "booked" | "recorded" | "captured" => {
                    contract || begins_a_sum(figures, hit.end)
                }
                // "will share a 2 billion kroner order", "lost a $9 million contract"
                "share" | "shares" | "lost" | "loses" | "losing" => contract && begins_a_thing(after),
                // "under an accord with Velmark", and not "under the accord"
                "accord" | "accords" => [" with ", " signed"].iter().any(|next| after.starts_with(next)),
                // "released 1.3 billion euros to order 18 tanks"
                "released" | "releases" => begins_a_sum(figures, hit.end),
                "handed" | "hands" if !contract => {
                    hit.what = DealWord::Sell;
                    begins_a_thing(after) && begins_a_gift(text, Span::new(hit.end, span.end))
                }
                "handed" | "hands" | "granted" | "grants" | "wrap up" | "wraps up" | "wrapped up" | "wrapping up" => {
                    contract
                }
                // "exercised an option for 40 more"
                "exercise" | "exercises" | "exercised" | "exercising" => head(after, 60).holds("option"),
                // "Velmark gets $9 million for three ships"
                "get" | "gets" | "getting" | "got" if begins_a_sum(figures, hit.end) => {
                    hit.what = DealWord::Win;
                    true
                }
                "get" | "gets" | "getting" | "got" => {
                    begins_a_thing(after)
                        || WEAPON_NOUNS.longest_at(after.trim_start()).is_some()
                        // "will get Turkish Bayraktar drones"
                        || after.starts_with(' ')
                            && after[1..].starts_with(char::is_uppercase)
                            && !hits(&SYSTEMS, text, Span::new(hit.end, hit.end + head(after, 32).len())).is_empty()
                }
                // "are discussing six radars", "discussing the weather"
                "discussing" => begins_arms(text, Span::new(hit.end, span.end)),
                // "was offered 12 jets", "was offered a job"
                "is awaiting" | "are awaiting" | "was awaiting" | "been granted" | "was granted" | "were granted"
                | "been offered" | "was offered" | "were offered" | "be equipped with" | "been equipped with"
                | "pledged" | "pledges" | "pledge" | "promised" | "promises" => {
                    begins_a_gift(text, Span::new(hit.end, span.end))
                }
                _ => true,
            }
        });
        deals
    }

    /// The pieces of a sentence.
    #[must_use]
    pub fn new(
        text: &'t str,
        span: Span,
        deals: Vec<Hit<DealWord>>,
        figures: &'d [Figure<'t>],
        dates: &'d [DateMention<'t>],
        own: &'d Lexicon,
    ) -> Self {
        let mut statuses = hits(&STATUS_WORDS, text, span);
        add_parted_by_an_adverb(text, span, &mut statuses);
        statuses.retain(|hit| !taken(figures, hit.start));
        let mut names = find_names(text, span, own);
        let body = behind_dateline(text, span);
        let brackets = memchr::memchr(b'(', span.of(text).as_bytes()).is_some();
        names.retain(|name| {
            name.span.start >= body
                && !(brackets && (is_a_ticker(text, span, name.span) || abbreviates_a_thing(text, span, name)))
        });
        // "upheld a protest filed by Velmark": who objects takes no part.
        let objects = objectors(text, span);
        names.retain(|name| !objects.contains(&name.span.start));
        names.retain(|name| {
            !figures.iter().any(|figure| figure.span().overlaps(name.span))
                && !dates.iter().any(|date| date.span().overlaps(name.span))
        });
        let mut deals = deals;
        if !deals.is_empty() {
            add_bare_forces(text, span, &mut names);
            // "the Norhaven Procurement Centre": a word within an office's name tells of no deal.
            deals.retain(|hit| {
                !text.as_bytes()[hit.start].is_ascii_uppercase()
                    || !names.iter().any(|name| {
                        name.span.start < hit.start
                            && hit.end <= name.span.end
                            && matches!(name.kind, PartyKind::Agency | PartyKind::Ministry | PartyKind::Military)
                    })
            });
        }
        // "Minister Shin Won-sik": a name has won nothing.
        let named = |start: usize, end: usize| {
            text.as_bytes()[start].is_ascii_uppercase()
                && text.as_bytes().get(end) == Some(&b'-')
                && names.iter().any(|name| name.span.start < start && end < name.span.end)
        };
        statuses.retain(|hit| !named(hit.start, hit.end));
        deals.retain(|hit| !named(hit.start, hit.end));
        // "the French-Italian launcher": two makers, and none that sells alone.
        names.retain(|name| {
            let other = text[name.span.end..span.end].strip_prefix('-');
            !name.adjective
                || other.and_then(|rest| STATE_PHRASES.longest_at(rest)).is_none_or(|(_, state)| !state.adjective)
        });
        // "Hale and his Norhaven counterpart Ivo Tarn signed": persons.
        for name in names.iter_mut().filter(|name| name.kind == PartyKind::Unknown) {
            let after = &text[name.span.end..span.end];
            if after.starts_with(" and his ")
                || after.starts_with(" and her ")
                || text[span.start..name.span.start].ends_with(" counterpart ")
            {
                name.kind = PartyKind::Person;
            }
        }
        let descriptions = take_descriptions(text, span, &mut names);
        Self {
            text,
            span,
            names,
            deals,
            statuses,
            figures,
            dates,
            own,
            descriptions,
            openings: OnceCell::new(),
            stages: OnceCell::new(),
        }
    }

    /// The text before a place in the sentence.
    #[must_use]
    pub fn before(&self, at: usize) -> &'t str {
        Span::new(self.span.start, at).of(self.text)
    }

    /// The text behind a place in the sentence.
    #[must_use]
    pub fn after(&self, at: usize) -> &'t str {
        Span::new(at, self.span.end).of(self.text)
    }

    /// The preposition that governs a name and where it stands; empty where there is none.
    pub(super) fn lead(&self, name: usize) -> (&'t str, usize) {
        let opening = self.opening(name);
        (opening.word, opening.at)
    }

    /// Where the phrase of a name begins: "the French firm" in "the French firm Velmark".
    pub(super) fn opens(&self, name: usize) -> usize {
        self.opening(name).start
    }

    fn opening(&self, name: usize) -> Opening<'t> {
        let read = || self.names.iter().map(|name| opening(self, name.span.start)).collect();
        let start = self.span.start;
        self.openings.get_or_init(read).get(name).copied().unwrap_or(Opening { word: "", at: start, start })
    }

    /// What `read` makes of the words of state, of which it is asked once.
    pub(super) fn stages(&self, read: impl FnOnce(&Self) -> Vec<(StatusWord, Span)>) -> &[(StatusWord, Span)] {
        self.stages.get_or_init(|| read(self))
    }

    /// Whether no preposition governs a name: it may be the subject.
    #[must_use]
    pub fn governs_none(&self, name: usize) -> bool {
        !GOVERNING.has(self.lead(name).0)
    }

    /// The last deal word that ends before a place.
    pub(super) fn governor(&self, at: usize) -> Option<Hit<DealWord>> {
        self.deals.iter().rev().find(|hit| hit.end <= at).copied()
    }

    /// The first deal word that begins behind a place.
    pub(super) fn predicate(&self, at: usize) -> Option<Hit<DealWord>> {
        self.deals.iter().find(|hit| hit.start >= at).copied()
    }

    /// Whether the sentence has a deal word of a kind.
    #[must_use]
    pub fn has(&self, what: DealWord) -> bool {
        self.deals.iter().any(|hit| hit.what == what)
    }
}

/// `the army ordered`, `for the navy`: a force without its state is a name where a deal is told. It belongs to the one state of which another office
/// of the sentence is: "the navy has ordered two corvettes, the Peruvian ministry said".
fn add_bare_forces(text: &str, span: Span, names: &mut Vec<Name>) {
    let inner = span.of(text);
    let written_small = BARE_FORCES_IN.are_in(inner);
    let unknown =
        |name: &Name| matches!(name.kind, PartyKind::Military | PartyKind::Ministry) && name.country.is_none();
    if !written_small && !names.iter().any(unknown) {
        return;
    }
    let mut found = Vec::new();
    for article in inner.places_of("he ").chain(inner.places_of("ts ")).take(24) {
        let opens = article == 0 || ["T", "t", " I", " i"].iter().any(|letters| inner[..article].ends_with(letters));
        let at = span.start + article + 3;
        let Some((length, kind)) = INSTITUTIONS.longest_at(&text[at..span.end]).filter(|_| opens) else { continue };
        let kind = match kind {
            Institution::Military => PartyKind::Military,
            Institution::Ministry => PartyKind::Ministry,
            _ => continue,
        };
        let name = Span::new(at, at + length);
        let noun = name.of(text);
        let rest = &text[name.end..span.end];
        let next = rest.strip_prefix(' ').unwrap_or("").split([' ', ',', '.', ';']).next().unwrap_or("");
        let whole = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-');
        if whole
            && BARE_FORCES.has(noun)
            && OFFICES.get(next).is_none()
            && WEAPON_NOUNS.longest_at(rest.trim_start()).is_none()
            && !FORCE_PARTS.has(next)
            && !names.iter().any(|other| other.span.overlaps(name))
        {
            found.push((name, kind));
        }
    }
    // "the Air Force", written as a name, without its state
    // "the defence ministry", read as a name already
    let ministry = |name: &Name| name.kind == PartyKind::Ministry && name.country.is_none();
    let nameless = |name: &Name| {
        name.kind == PartyKind::Military
            && name.country.is_none()
            && matches!(name.span.of(text), "Army" | "Navy" | "Air Force" | "Coast Guard" | "Marine Corps")
    };
    if found.is_empty() && !names.iter().any(|name| nameless(name) || ministry(name)) {
        return;
    }
    let state = state_of_offices(text, span, names);
    // "The Army has awarded a contract for trucks for the Iraqi army": a force that is named with its state beside another is not the other.
    let named = |name: &Name| {
        name.kind == PartyKind::Military
            && name.country.is_some()
            && ["army", "navy", "air force", "coast guard"]
                .iter()
                .any(|noun| name.span.of(text).to_ascii_lowercase().ends_with(noun))
    };
    let beside = names.iter().any(named);
    if let Some((country, basis)) = state {
        for name in names.iter_mut().filter(|name| ministry(name)) {
            (name.country, name.basis) = (Some(country), basis);
        }
    }
    if let Some((country, basis)) = state.filter(|_| !beside) {
        for name in names.iter_mut().filter(|name| nameless(name)) {
            (name.country, name.basis) = (Some(country), basis);
        }
    }
    // "The defence ministry in Norhaven’s capital"
    for name in names.iter_mut().filter(|name| ministry(name)) {
        let capital = text[name.span.end..span.end]
            .strip_prefix(" in ")
            .and_then(|rest| STATE_PHRASES.longest_at(rest))
            .filter(|(_, state)| state.basis == CountryBasis::Capital);
        if let Some((_, state)) = capital {
            (name.country, name.basis) = (Some(state.code), Some(state.basis));
        }
    }
    for (span, kind) in found {
        let (country, basis) = state.map_or((None, None), |(country, basis)| (Some(country), basis));
        names.push(Name { span, kind, country, basis, adjective: false });
    }
    names.sort_by_key(|name| name.span.start);
}

/// The one state whose ministries, forces and officers a sentence names.
fn state_of_offices(text: &str, span: Span, names: &[Name]) -> Option<(CountryCode, Option<CountryBasis>)> {
    let mut found: Option<(CountryCode, Option<CountryBasis>)> = None;
    for name in names {
        let Some(country) = name.country else { continue };
        // "the army bought tanks from the Bundeswehr": whose army it is not.
        if [" from ", " from the "].iter().any(|lead| text[span.start..name.span.start].ends_with(lead)) {
            continue;
        }
        let rest = &text[name.span.end..span.end];
        let rest = ["’s ", "'s ", " "].iter().find_map(|link| rest.strip_prefix(link)).unwrap_or("");
        let next = rest.split([' ', ',', '.', ';']).next().unwrap_or("");
        let office = matches!(name.kind, PartyKind::Ministry | PartyKind::Agency | PartyKind::Military)
            || name.kind == PartyKind::State
                && (OFFICES.get(next).is_some()
                    || matches!(next, "official" | "officials" | "defence" | "defense" | "government"))
            || name.kind == PartyKind::Person;
        if office {
            if found.is_some_and(|(known, _)| known != country) {
                return None;
            }
            found = Some((country, name.basis));
        }
    }
    found
}

/// `asked for 12 jets`, `backed the sale`, `the contract went to Velmark`: common words that speak of a deal only beside certain others. None
/// for a word that always does.
fn asks_or_lets(text: &str, span: Span, hit: &Hit<DealWord>) -> Option<bool> {
    let word = Span::new(hit.start, hit.end).of(text);
    let before = Span::new(span.start, hit.start).of(text);
    let after = &text[hit.end..span.end];
    let near = |most: usize| head(after, most);
    Some(match hit.what {
        // "Israel received permission to sell": what is allowed is told by the verb behind.
        DealWord::Receive | DealWord::Win | DealWord::Buy | DealWord::Request
            if allowance(near(48)).is_some_and(|at| !near(48)[..at].contains([',', ';', '.'])) =>
        {
            false
        }
        // "asked Norhaven for 40 tanks", "asked for 12 jets"; "asked him to leave".
        DealWord::Request
            if matches!(
                word,
                "asked" | "asks" | "applied" | "approached" | "approaches" | "turned to" | "turns to" | "turn to"
            ) =>
        {
            let phrase = near(90);
            phrase.place_of(" for ").is_some_and(|at| {
                let whom = phrase[..at].trim();
                let whom = whom.strip_prefix("to ").unwrap_or(whom).trim_start_matches("the ");
                let named = whom.is_empty() || whom.chars().next().is_some_and(char::is_uppercase);
                named && whom.split(' ').count() <= 4 && begins_a_thing(&phrase[at + 4..])
            }) && !before.ends_with(" was ")
                && !before.ends_with(" were ")
        }
        // "is arming the militia with drones", "will equip its navy with boats"
        DealWord::Sell if word.starts_with("equip") || word.starts_with("arm") || word.starts_with("outfit") => {
            near(90).split_once(" with ").is_some_and(|(whom, what)| {
                let whose = Span::new(hit.end, hit.end + whom.len());
                !whom.contains([',', ';', '.'])
                    && whom.split(' ').count() <= 7
                    && hits(&WEAPON_NOUNS, text, whose).is_empty()
                    && {
                        let from = hit.end + whom.len() + 6;
                        begins_a_gift(text, Span::new(from, from + what.len()))
                    }
            }) && !before.ends_with("s to ")
        }
        // "won approval from Norhaven to sell"
        DealWord::Approve if word == "approval" => {
            let verb = before.trim_end().last_word();
            !["won", "wins", "received", "receives", "got", "gets", "secured", "secures", "obtained", "sought", "seeks"]
                .contains(&verb)
        }
        // "cancels the Kestrel helicopter programme"
        DealWord::Purchase if word.starts_with("program") => ends_a_programme(text, Span::new(span.start, hit.start)),
        DealWord::Approve if word.starts_with("back") => {
            !before.ends_with('-')
                && [" sale", " purchase", " deal", " acquisition", " delivery"].iter().any(|noun| near(40).holds(noun))
        }
        // "The contract for 12 radars went to Velmark"
        DealWord::Award if word.ends_with(" to") => {
            let noun = ["contract", "order", "deal", "work"].iter().filter_map(|noun| before.last_place_of(noun)).max();
            noun.is_some_and(|at| {
                let between = before[at..].split_once(' ').map_or("", |(_, rest)| rest);
                between.len() <= 110
                    && (between.trim().is_empty()
                        || ["for ", "to ", "worth ", "on ", "has ", "have "]
                            .iter()
                            .any(|lead| between.starts_with(lead)))
            }) && !after.starts_with(" the polls")
        }
        DealWord::Sell if word == "hand" => {
            [" to ", " will ", " would "].iter().any(|verb| before.ends_with(verb))
                && begins_a_gift(text, Span::new(hit.end, span.end))
        }
        DealWord::Sell if word.starts_with("gift") => {
            begins_a_gift(text, Span::new(hit.end, span.end))
                && !["the ", "of ", "and ", "other "].iter().any(|lead| before.ends_with(lead))
        }
        // "earmarked 9 million euros for 12 guns"; "for barracks near the missile range".
        DealWord::Paid if word.starts_with("earmark") => pays_for_arms(text, span, hit),
        _ => return None,
    })
}

/// `set aside 4 billion euros for up to 27 jets`: money for arms, and for nothing that only stands near them.
fn pays_for_arms(text: &str, span: Span, hit: &Hit<DealWord>) -> bool {
    let near = head(&text[hit.end..span.end], 80);
    near.place_of(" for ").is_some_and(|at| {
        let object = &near[at + 5..];
        let end = [" near ", " in ", " at ", " on ", ",", ";"].iter().filter_map(|mark| object.place_of(mark)).min();
        let start = hit.end + at + 5;
        begins_a_gift(text, Span::new(start, start + end.unwrap_or(object.len())))
    })
}

/// `cancels the Kestrel helicopter ` before "programme": a verb of ending, and arms as its object.
fn ends_a_programme(text: &str, before: Span) -> bool {
    let near = tail(before.of(text), 80);
    let verbs = [" cancel", " scrap", " axe", " axing", " terminat", " kill", " shelv"];
    let Some(at) = verbs.iter().filter_map(|verb| near.last_place_of(verb)).max() else { return false };
    let object = Span::new(before.end - (near.len() - at), before.end);
    !object.of(text).contains([',', ';'])
        && object.of(text).split(' ').count() <= 9
        && (!hits(&WEAPON_NOUNS, text, object).is_empty() || !hits(&SYSTEMS, text, object).is_empty())
}

/// ` permission from Norhaven to sell`: where the noun of being allowed ends, if what is allowed follows.
pub(super) fn allowance(after: &str) -> Option<usize> {
    ["permission", "approval", "consent", "go-ahead", "green light", "clearance", "authorisation", "authorization"]
        .iter()
        .filter_map(|noun| after.place_of(noun).map(|at| at + noun.len()))
        .min()
        .filter(|end| [" to ", " from ", " by "].iter().any(|link| after[*end..].starts_with(link)))
}

/// Verbs before "the first customer for".
const BECOMING: [&str; 6] = [" become ", " becomes ", " became ", " is the ", " was the ", " be the "];

/// ` four additional orders for`, ` a $243.7 million production order`: an order or a contract that somebody gets, with at most six words before it.
pub(super) fn receives_an_order(after: &str) -> bool {
    let near = head(after, 80);
    let mut words = near.split(' ').filter(|word| !word.is_empty()).take(7);
    words
        .find(|word| {
            matches!(*word, "order" | "orders" | "contract" | "contracts" | "subcontract" | "subcontracts")
                || matches!(*word, "for" | "from" | "of" | "under" | "in" | "to" | "by" | "with" | "as" | "and" | "the")
                || word.ends_with([',', ';'])
        })
        // "received orders to deploy": a command.
        .is_some_and(|word| (word.starts_with("order") || word.contains("contract")) && !near.holds("orders to "))
}

/// `gave Norhaven six guns`: words of giving, which award where a contract is given.
pub(super) const GIVING: [&str; 5] = ["gave", "gives", "give", "giving", "given"];

/// Words before "offer" that make a verb of it.
const OFFERING: [&str; 8] = ["to", "will", "would", "could", "can", "may", "might", "also"];

/// ` agency`, ` chief` behind a noun of buying: who buys, not what is bought.
fn heads_an_office(after: &str) -> bool {
    let next = after.strip_prefix(' ').unwrap_or("").split([' ', ',', '.']).next().unwrap_or("");
    matches!(
        next,
        "agency"
            | "office"
            | "authority"
            | "official"
            | "officials"
            | "chief"
            | "minister"
            | "ministry"
            | "department"
            | "directorate"
            | "board"
            | "body"
            | "arm"
            | "service"
            | "administration"
            | "director"
            | "executive"
    )
}

/// ` 12 jets`, ` its first tanks`: whether a thing or a number of things follows a verb.
fn begins_a_thing(after: &str) -> bool {
    let next = after.strip_prefix(' ').unwrap_or("").split([' ', ',']).next().unwrap_or("");
    let designation =
        next.starts_with(|c: char| c.is_ascii_uppercase()) && next.bytes().any(|byte| byte.is_ascii_digit());
    designation
        || matches!(
            next,
            "a" | "an"
                | "its"
                | "another"
                | "more"
                | "additional"
                | "new"
                | "up"
                | "about"
                | "some"
                | "dozens"
                | "several"
        )
        || !next.is_empty()
            && (next != "one" || after.starts_with(" one of the "))
            && quantity(next).is_ok_and(|(rest, _)| rest.is_empty())
}

/// Whether a sum stands within a few words behind a place.
fn begins_a_sum(figures: &[Figure<'_>], at: usize) -> bool {
    figures.iter().any(|figure| figure.start >= at && figure.start - at <= 16)
}

/// ` 12 Kestrel helicopters`, ` more tanks`: whether a number of arms follows a verb at once.
pub(super) fn begins_arms(text: &str, rest: Span) -> bool {
    let phrase = head(rest.of(text), 60);
    let phrase = phrase.split([',', ';']).next().unwrap_or("");
    begins_a_thing(phrase)
        && !["people", "troops", "soldiers", "residents", "investigation", " to "].iter().any(|word| phrase.holds(word))
        && !hits(&WEAPON_NOUNS, text, Span::new(rest.start, rest.start + phrase.len())).is_empty()
}

/// ` five aircraft`: whether a number follows at once.
fn phrase_counts(after: &str) -> bool {
    after.split(' ').nth(1).is_some_and(|word| crate::clause::ware::count(word).is_some())
}

/// ` its old tanks with 210 tracked vehicles`: whether a number of arms is to come in the place of others.
fn puts_new_arms_in_place(text: &str, rest: Span) -> bool {
    let phrase = head(rest.of(text), 90);
    phrase.place_of(" with ").is_some_and(|at| {
        !phrase[..at].contains([',', ';', '.'])
            && begins_arms(text, Span::new(rest.start + at + 5, rest.end))
            && phrase[at + 6..].split(' ').take(3).any(|word| crate::clause::ware::count(word).is_some())
    })
}

/// ` Norhaven six guns`, ` all its tanks`: whether arms, or somebody who gets them, follow a verb of giving.
fn begins_a_gift(text: &str, rest: Span) -> bool {
    let phrase = head(rest.of(text), 60);
    let phrase = phrase.split([',', ';', '.', '“', '"']).next().unwrap_or("");
    !NO_GIFTS.are_in(phrase)
        && (!hits(&WEAPON_NOUNS, text, Span::new(rest.start, rest.start + phrase.len())).is_empty()
            || phrase.bytes().any(|byte| byte.is_ascii_digit()))
}

/// `signs a decree`, `awards the Order of Merit`, `requested access to the range`, `a transfer of $9 million`: words of trade whose object is
/// no ware.
fn of_no_ware(text: &str, span: Span, hit: &Hit<DealWord>, figures: &[Figure<'_>]) -> bool {
    let near = head(&text[hit.end..span.end], 40);
    let phrase = || near.split([',', ';', '.', '(']).next().unwrap_or("");
    match hit.what {
        DealWord::Sign => STATUTES.are_in(phrase()) && !phrase().holds("deal") && !phrase().holds("contract"),
        DealWord::Award => {
            let object = phrase().split(" for ").next().unwrap_or("");
            MEDALS.are_in(object) && !object.holds("contract") && !begins_a_sum(figures, hit.end)
        }
        // "the budget request for 2019"
        DealWord::Request => {
            NO_REQUESTS.begin(near)
                || ["budget", "spending", "funding"].contains(&text[span.start..hit.start].trim_end().last_word())
        }
        // "secured a $2 billion credit line": money, and no work.
        DealWord::Win => [" credit line", "line of credit", " loan", " financing"].iter().any(|noun| {
            head(&text[hit.end..span.end], 60).split([',', ';']).next().is_some_and(|phrase| phrase.holds(noun))
        }),
        DealWord::Sale => {
            let word = Span::new(hit.start, hit.end).of(text);
            let before = Span::new(span.start, hit.start).of(text).trim_end();
            // "the global transfer of weapons"
            WHOLE_WORLD.has(before.last_word())
                || word.ends_with(" of")
                    && figures.iter().any(|figure| figure.start == hit.end + 1)
                    && word.holds("transfer")
        }
        DealWord::Deal if Span::new(hit.start, hit.end).of(text).ends_with("agreement") => {
            NO_SALE_AGREEMENTS.begin(near)
        }
        _ => false,
    }
}

/// `ordered the crew to abandon the ship`, `was ordered to pay`: a command, and nothing is bought.
fn commands(text: &str, span: Span, hit: &Hit<DealWord>, figures: &[Figure<'_>]) -> bool {
    // "a $200 million order to overhaul a ship" is none.
    if figures.iter().any(|figure| figure.end <= hit.start && hit.start - figure.end <= 2) {
        return false;
    }
    if !matches!(Span::new(hit.start, hit.end).of(text), "order" | "orders" | "ordered" | "ordering") {
        return false;
    }
    let rest = Span::new(hit.end, span.end).of(text);
    let Some(rest) = rest.strip_prefix(' ') else { return false };
    let first = rest.split([' ', ',']).next().unwrap_or("");
    let whom = matches!(
        first,
        "the"
            | "its"
            | "his"
            | "her"
            | "their"
            | "all"
            | "that"
            | "them"
            | "him"
            | "it"
            | "troops"
            | "police"
            | "forces"
            | "soldiers"
    ) || first.starts_with(char::is_uppercase) && !first.bytes().any(|byte| byte.is_ascii_digit());
    // "the work was ordered halted"
    let passive = [" was ", " were ", " be ", " been "].iter().any(|verb| text[span.start..hit.start].ends_with(verb));
    if passive && first.ends_with("ed") && first != "seed" {
        return true;
    }
    // "ordered the Kestrel from Velmark" buys, "ordered the withdrawal of its jets" does not: what is ordered must be a ware.
    let object = || {
        let phrase = head(rest, 60);
        let end = [" of ", " from ", " for ", " by ", " in ", ", ", "; "]
            .iter()
            .filter_map(|mark| phrase.place_of(mark))
            .min();
        let object = Span::new(span.end - rest.len(), span.end - rest.len() + end.unwrap_or(phrase.len()));
        // "ordered the four Kestrels", and not "the four men to leave"
        let counted = || {
            !object.of(text).contains(" to ")
                && object
                    .of(text)
                    .split(' ')
                    .skip(1)
                    .take(2)
                    .any(|word| word.len() > 2 && quantity(word).is_ok_and(|(rest, _)| rest.is_empty()))
        };
        object.of(text).bytes().any(|byte| byte.is_ascii_digit())
            || counted()
            || !hits(&WEAPON_NOUNS, text, object).is_empty()
            || !hits(&SYSTEMS, text, object).is_empty()
    };
    let definite = matches!(first, "the" | "The" | "its" | "their" | "all");
    let noun = Span::new(hit.start, hit.end).of(text).starts_with("order")
        && !text[hit.start..hit.end].ends_with("ing")
        && !text[hit.start..hit.end].ends_with("ed");
    let works = |verb: &str| WORK_VERBS.has(verb.split([' ', ',', '.']).next().unwrap_or(""));
    // "refuses an order from the premier to dismiss the general"; "an order from the army to build 12 guns" is none.
    if noun && first == "from" {
        return head(rest, 60).split_once(" to ").is_some_and(|(_, verb)| !works(verb))
            && !head(rest, 60).holds(" for ");
    }
    // "an order to supply 12 guns"
    if noun && rest.strip_prefix("to ").is_some_and(works) && text[span.start..hit.start].ends_with("an ") {
        return false;
    }
    // "100 missiles ordered eliminated by the council"
    if !noun && first.ends_with("ed") && rest[first.len()..].starts_with(" by ") {
        return true;
    }
    // "ordered mass production of the system", "ordered humane treatment of captured fighters": what is ordered must be a ware.
    if !noun
        && !passive
        // "corvettes ordered by the Ministry of Defence"
        && !matches!(first, "by" | "from" | "in" | "under" | "for" | "at" | "on" | "with" | "through")
        && first.starts_with(|c: char| c.is_ascii_lowercase())
        && orders_what_is_done(text, rest, span.end)
    {
        return true;
    }
    // "ordered destroyers in the strait to target the missiles"
    if !noun && !passive && orders_ships_about(rest) {
        return true;
    }
    first == "to"
        || first == "by"
            && rest.split_once(" to ").is_some_and(|(_, verb)| {
                // "ordered by Norhaven to its air force"
                let next = verb.split([' ', ',', '.']).next().unwrap_or("");
                next.starts_with(|c: char| c.is_ascii_lowercase())
                    && !matches!(next, "the" | "its" | "their" | "a" | "an")
            })
        || whom && head(rest, 60).holds(" to ")
        || definite && !object()
        || matches!(first, "a" | "an") && !some(text, Span::new(span.end - rest.len(), span.end))
}

/// `mass production of the system`: words without a ware, a number or a word of number before "of".
fn orders_what_is_done(text: &str, rest: &str, end: usize) -> bool {
    let phrase = head(rest, 60);
    let Some(at) = phrase.place_of(" of ") else { return false };
    let object = Span::new(end - rest.len(), end - rest.len() + at);
    !phrase[..at].contains([',', ';', '.'])
        && !phrase[..at].holds(" from ")
        && !phrase[..at].holds(" for ")
        && !object.of(text).bytes().any(|byte| byte.is_ascii_digit())
        && !LOTS.are_in(object.of(text))
        && hits(&WEAPON_NOUNS, text, object).is_empty()
        && quantity(phrase.split(' ').next().unwrap_or("")).is_err()
}

/// `ships stationed off the coast to target`, `jets in the east, equipped with radars, to intercept`: who is told to do something.
fn orders_ships_about(rest: &str) -> bool {
    let clause = head(rest, 160).split([';', '.']).next().unwrap_or("");
    [
        " to target ",
        " to intercept",
        " to patrol",
        " to fire",
        " to attack",
        " to return",
        " to leave",
        " to sail",
        " to bomb",
        " to strike",
    ]
    .iter()
    .any(|verb| clause.holds(verb))
        && !clause.holds(" from ")
}

/// `a second batch`, `a further two`: whether an indefinite object can be wares; "a court martial" cannot.
fn some(text: &str, rest: Span) -> bool {
    let phrase = head(rest.of(text), 60);
    let phrase = Span::new(rest.start, rest.start + phrase.find([',', ';', '.']).unwrap_or(phrase.len()));
    phrase.of(text).bytes().any(|byte| byte.is_ascii_digit())
        || ["batch", "lot", "more", "further", "additional", "dozen", "pair", "fleet", "number", "total"]
            .iter()
            .any(|word| phrase.of(text).holds(word))
        || !hits(&WEAPON_NOUNS, text, phrase).is_empty()
        || head(phrase.of(text), 30).split(' ').any(|word| SYSTEMS.get(word).is_some())
}

/// Where a sentence begins behind its dateline: "SEOUL, Aug. 26 (Agency) -- ".
fn behind_dateline(text: &str, span: Span) -> usize {
    let inner = span.of(text);
    let opening = head(inner, 70);
    let first = opening.split([' ', ',', ':']).next().unwrap_or("");
    let capitals = first.len() >= 3 && first.chars().all(char::is_uppercase);
    if !capitals {
        return span.start;
    }
    [" -- ", " - ", " – ", " — ", ": "]
        .iter()
        .filter_map(|mark| opening.place_of(mark).map(|at| at + mark.len()))
        .min()
        // "VELMARK (NASDAQ: VLM) today announced": within a bracket.
        .filter(|at| !opening[..*at].contains('(') || opening[..*at].contains(')'))
        .map_or(span.start, |at| span.start + at)
}

/// `a protest filed by `: where the names of those begin who object to a deal.
fn objectors(text: &str, span: Span) -> Vec<usize> {
    let inner = span.of(text);
    if !inner.holds("protest") && !inner.holds("complaint") {
        return Vec::new();
    }
    ["protest filed by ", "protests filed by ", "protest by ", "protests by ", "complaint by ", "complaint filed by "]
        .iter()
        .filter_map(|words| inner.place_of(words).map(|at| span.start + at + words.len()))
        .collect()
}

/// `self-propelled howitzers (SPHs)`, `a framework agreement (SFA)`: capitals in brackets that stand for the plain words before them.
fn abbreviates_a_thing(text: &str, span: Span, name: &Name) -> bool {
    let word = name.span.of(text);
    let Some(lead) = Span::new(span.start, name.span.start).of(text).strip_suffix(" (") else { return false };
    name.country.is_none()
        && text[name.span.end..].starts_with(')')
        && word.trim_end_matches('s').bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-')
        && lead.rsplit(' ').next().is_some_and(|last| last.len() > 2 && last.bytes().all(|b| b.is_ascii_lowercase()))
}

/// `(NYSE: VLM)`: a stock exchange and what a share is called there.
fn is_a_ticker(text: &str, span: Span, name: Span) -> bool {
    let Some(open) = Span::new(span.start, name.start).of(text).rfind('(') else { return false };
    let rest = Span::new(span.start + open + 1, span.end).of(text);
    let Some(inner) = rest.split(')').next().filter(|inner| span.start + open + 1 + inner.len() >= name.end) else {
        return false;
    };
    inner.rsplit_once(':').is_some_and(|(_, code)| {
        let code = code.trim();
        (1..=6).contains(&code.len())
            && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'.')
    })
}

/// Whether a word stands in a figure: "12 trillion won" has no winner.
fn taken(figures: &[Figure<'_>], at: usize) -> bool {
    figures.iter().any(|figure| figure.start <= at && at < figure.end)
}

/// `an order` and `to order`, `the purchase` and `will purchase`: the word before tells the noun from the verb.
fn noun_or_verb(text: &str, span: Span, hit: &Hit<DealWord>, figures: &[Figure<'_>]) -> DealWord {
    let word = Span::new(hit.start, hit.end).of(text);
    let noun = match word {
        "order" | "award" => DealWord::Deal,
        "purchase" | "buy" | "lease" => DealWord::Purchase,
        "request" | "requests" => DealWord::Request,
        // "Norhaven contracts with Velmark for four batteries"
        "contracts"
            if text[hit.end..span.end].starts_with(" with ")
                && text[span.start..hit.start]
                    .trim_end()
                    .rsplit(' ')
                    .next()
                    .is_some_and(|last| last.starts_with(char::is_uppercase)) =>
        {
            return DealWord::Buy;
        }
        // "Norhaven orders 12 jets" buys, "orders for jets" are bought.
        "orders"
            if begins_arms(text, Span::new(hit.end, span.end))
                || WEAPON_NOUNS.longest_at(text[hit.end..span.end].trim_start()).is_some()
                    && Span::new(span.start, hit.start)
                        .of(text)
                        .trim_end()
                        .rsplit(' ')
                        .next()
                        .is_some_and(|last| last.starts_with(char::is_uppercase)) =>
        {
            return DealWord::Buy;
        }
        _ => return hit.what,
    };
    let before = Span::new(span.start, hit.start).of(text).trim_end();
    // "will jointly buy"
    let before = before
        .rsplit_once(' ')
        .filter(|(_, adverb)| adverb.len() > 4 && adverb.ends_with("ly"))
        .map_or(before, |(lead, _)| lead);
    let last = before.rsplit([' ', '“', '(']).next().unwrap_or("");
    let verbal = matches!(
        last,
        "to" | "will"
            | "would"
            | "could"
            | "may"
            | "might"
            | "must"
            | "should"
            | "can"
            | "also"
            | "not"
            | "cannot"
            | "both"
    );
    let counted = figures.iter().any(|figure| figure.end <= hit.start && hit.start - figure.end <= 2);
    // "Norhaven and Ardenia order 12 jets" buy; "a Kestrel order" is a noun: the verb of one name ends in "s".
    let named = last.chars().next().is_some_and(char::is_uppercase)
        && (last.ends_with('s') || before.holds(" and "))
        && before.len() > last.len()
        && !matches!(last, "The" | "An" | "A");
    if verbal || named && !counted && word != "award" { hit.what } else { noun }
}

/// `have already been delivered`: a phrase of state with an adverb behind its first verb.
fn add_parted_by_an_adverb(text: &str, span: Span, statuses: &mut Vec<Hit<StatusWord>>) {
    let inner = span.of(text);
    for verb in
        [" has ", " have ", " had ", " was ", " were ", " is ", " are ", " would ", " will ", " may ", " could "]
    {
        for at in inner.places_of(verb).take(4) {
            let rest = &inner[at + verb.len()..];
            let adverb = rest.split(' ').next().unwrap_or("");
            if !PARTING_ADVERBS.has(adverb) {
                continue;
            }
            let behind = rest[adverb.len()..].trim_start();
            let phrase = format!("{}{}", &verb[1..], head(behind, 48));
            let Some((length, what)) = STATUS_WORDS.longest_at(&phrase).filter(|(length, _)| *length > verb.len())
            else {
                continue;
            };
            let start = span.start + at + 1;
            let end = span.end - behind.len() + length - (verb.len() - 1);
            if statuses.iter().any(|hit| hit.start <= start && end <= hit.end) {
                continue;
            }
            // "delivered" alone says less than "has already been delivered".
            statuses.retain(|hit| !(start <= hit.start && hit.end <= end));
            let place = statuses.partition_point(|hit| hit.start < start);
            statuses.insert(place, Hit { what, start, end });
        }
    }
}

/// The phrases of a table in a stretch, longest first at each word, none within another.
pub fn hits<T: Copy>(phrases: &Phrases<T>, text: &str, span: Span) -> Vec<Hit<T>> {
    let mut found = Vec::new();
    phrases
        .each(text, span.start, span.end, |start, length, what| found.push(Hit { what, start, end: start + length }));
    found
}

/// Whether the word before a noun says that it is no deal of goods: "a trade agreement".
fn is_of_another_kind(text: &str, span: Span, hit: &Hit<DealWord>) -> bool {
    let word = Span::new(hit.start, hit.end).of(text);
    let before = Span::new(span.start, hit.start).of(text).trim_end();
    hit.what == DealWord::Deal
        && (word.starts_with("deal") || word.starts_with("agreement") || word.starts_with("accord"))
        && NO_DEALS.get(before.rsplit([' ', '“']).next().unwrap_or("")).is_some()
}
