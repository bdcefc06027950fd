//! The words of deals in prose: who stands where beside a verb, weapons, institutions, companies.

use std::sync::LazyLock;

use super::Phrases;
use super::generated;
use super::heads::{Heads, Word, eight};
use super::list::{List, Substrings};
use crate::model::{CountryCode, PartyKind};

/// `ordered`: what a word does to the parties around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DealWord {
    /// "ordered": the subject buys.
    Buy,
    /// "delivered": the subject supplies.
    Sell,
    /// "built by": the maker follows.
    Made,
    /// "won": the subject gets the work.
    Win,
    /// "awarded": the subject buys, the object supplies.
    Award,
    /// "signed".
    Sign,
    /// "in talks".
    Talk,
    /// "approved".
    Approve,
    /// "requested".
    Request,
    /// "received".
    Receive,
    /// "paid".
    Paid,
    /// "the acquisition of": a noun of buying.
    Purchase,
    /// "the sale of": a noun of selling.
    Sale,
    /// "a contract": a noun of either.
    Deal,
}

/// `scrapped`: how far a deal has come, or that it is denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusWord {
    /// "may buy".
    Possible,
    /// "has requested".
    Requested,
    /// "plans to".
    Planned,
    /// "in talks".
    Negotiating,
    /// "approved".
    Approved,
    /// "signed".
    Signed,
    /// "won".
    Awarded,
    /// "being delivered".
    InDelivery,
    /// "delivered".
    Delivered,
    /// "delayed".
    Delayed,
    /// "failed to deliver".
    Unfulfilled,
    /// "put on hold".
    Suspended,
    /// "scrapped".
    Cancelled,
    /// "completed".
    Completed,
    /// "denied": what follows is not so.
    Denied,
}

/// `frigate`: whether a thing is a weapon by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weapon {
    /// "frigate".
    Arm,
    /// "vehicle": only where the passage is military.
    Thing,
}

/// `ministry of defence`: what kind of institution a noun names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Institution {
    /// "ministry of defence".
    Ministry,
    /// "navy".
    Military,
    /// "procurement agency".
    Agency,
    /// "government", "side".
    Government,
}

/// `Lockheed Martin`: whether a maker's name alone makes a passage one of defence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maker {
    /// It lives of arms.
    Arms,
    /// It makes civil things too.
    Mixed,
}

macro_rules! leaders {
    ($($variant:ident = $code:literal),+ $(,)?) => {
        /// `Putin`: the state that a head of state or government stands for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Leader { $(#[doc = concat!("Of ", $code, ".")] $variant),+ }

        impl Leader {
            /// The state.
            #[must_use]
            pub const fn country(self) -> CountryCode {
                match self { $(Self::$variant => CountryCode::new($code)),+ }
            }
        }
    };
}

leaders! {
    Us = "US", Ru = "RU", Fr = "FR", De = "DE", Gb = "GB", It = "IT", Es = "ES", Pl = "PL", Hu = "HU", Ua = "UA", Tr = "TR", Sa = "SA", Ae = "AE", Eg = "EG", Il = "IL", Sy = "SY", In = "IN", Pk = "PK", Cn = "CN", Jp = "JP", Kr = "KR", Kp = "KP", Tw = "TW", Ph = "PH", Id = "ID", Vn = "VN", Au = "AU", Ca = "CA", Br = "BR", Ve = "VE", Ar = "AR", Am = "AM", Az = "AZ", By = "BY", Se = "SE", No = "NO", Ch = "CH", Za = "ZA", Sg = "SG", Bg = "BG", Rs = "RS", My = "MY", Nl = "NL", Nz = "NZ", Th = "TH", Dk = "DK",
}

/// `Putin`, in exact case.
pub static LEADERS: LazyLock<Phrases<Leader>> = LazyLock::new(|| Phrases::exact(generated::LEADERS));
/// `ordered`, `the sale of`.
pub static DEAL_WORDS: LazyLock<Phrases<DealWord>> = LazyLock::new(|| Phrases::new(generated::DEAL_WORDS));
/// `scrapped`.
pub static STATUS_WORDS: LazyLock<Phrases<StatusWord>> = LazyLock::new(|| Phrases::new(generated::STATUS_WORDS));
/// `frigate`.
pub static WEAPON_NOUNS: LazyLock<Phrases<Weapon>> = LazyLock::new(|| Phrases::new(generated::WEAPON_NOUNS));
/// `navy`.
pub static INSTITUTIONS: LazyLock<Phrases<Institution>> = LazyLock::new(|| Phrases::new(generated::INSTITUTIONS));
/// `military`.
pub static MILITARY_WORDS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(generated::MILITARY_WORDS));
/// `budget`.
pub static OTHER_MONEY: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(generated::OTHER_MONEY));
/// `said`.
pub static SAY_WORDS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(generated::SAY_WORDS));
/// `Inc.` at the end of a name.
pub static COMPANY_ENDINGS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(generated::COMPANY_ENDINGS));
/// `However` at the start of a sentence, `Monday`: capitalised words that are no names, in exact case.
pub static NO_NAMES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::exact(generated::NO_NAMES));
/// `Bundeswehr`, `Rosoboronexport`: forces and state agencies by names of their own, with their states and what they are, in exact case.
pub static BODIES: LazyLock<Phrases<(Leader, PartyKind)>> = LazyLock::new(|| {
    let of = |table: &[(&'static str, Leader)], kind: PartyKind| -> Vec<(&'static str, (Leader, PartyKind))> {
        table.iter().map(|(name, state)| (*name, (*state, kind))).collect()
    };
    let bodies = [of(generated::FORCES, PartyKind::Military), of(generated::AGENCIES, PartyKind::Agency)].concat();
    // Built once, and kept as long as the program runs.
    Phrases::exact(Box::leak(bodies.into_boxed_slice()))
});
/// `Rafale`: a weapon that goes by a name, in exact case.
pub static SYSTEMS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::exact(generated::SYSTEMS));
/// `The deal`: how a sentence begins that goes on with a deal.
pub static REFERENCES: List = List(generated::REFERENCES);
/// `arms deal`: a deal of defence.
pub static DEFENCE_DEALS: Substrings = Substrings::new(|| generated::DEFENCE_DEALS);
/// `vaccine`: a civil deal.
pub static CIVIL_WORDS: Substrings = Substrings::new(|| generated::CIVIL_WORDS);
/// `seiz`: war and crime.
pub static CONFLICT_WORDS: Substrings = Substrings::new(|| generated::CONFLICT_WORDS);
/// `to patrol`: forces that go somewhere themselves.
pub static DEPLOYMENT_WORDS: Substrings = Substrings::new(|| generated::DEPLOYMENT_WORDS);
/// `could be worth`: uncertain.
pub static DOUBTS: Substrings = Substrings::new(|| generated::DOUBTS);
/// `trade` in "trade deal": nobody delivers.
pub static NO_DEALS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::exact(generated::NO_DEALS));
/// `rounds` in "rounds of ammunition".
pub static MEASURES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(generated::MEASURES));
/// `a320`: no arms.
pub static NO_ARMS: &[(&str, ())] = generated::NO_ARMS;
/// `years`: counted and not bought.
pub static NO_THINGS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(generated::NO_THINGS));
/// `the`: no phrase of a thing goes through it.
pub static PHRASE_STOPS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::exact(generated::PHRASE_STOPS));
/// `shipbuilder`: a noun that makes the name behind it a firm's.
pub static COMPANY_NOUNS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(generated::COMPANY_NOUNS));
/// `Mission`: a word of the trades of arms, with which a firm's name goes on behind an "and".
pub static TRADES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(generated::TRADES));
/// `Agency`: the last word of an office's name, in exact case.
pub static OFFICE_NOUNS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::exact(generated::OFFICE_NOUNS));
/// `Minister`: the word that stands before a person's name.
pub static OFFICES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(generated::OFFICES));
/// `Su-`: how the types of a state's makers begin, in exact case.
pub static TYPE_ORIGINS: &[(&str, Leader)] = generated::TYPE_ORIGINS;
/// `NATO`: alliances, unions and armed groups that are no state, in exact case.
pub static ORGANISATIONS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::exact(generated::ORGANISATIONS));
/// `BAAINBw`: offices that only buy, in exact case.
pub static BUYERS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::exact(generated::BUYERS));
/// `Lockheed Martin`, in exact case.
pub static COMPANIES: LazyLock<Phrases<Maker>> = LazyLock::new(|| Phrases::exact(generated::COMPANIES));

/// `ship` in "supply ship": "supply" is no verb there.
pub static SUPPLY_CRAFT: List = List(generated::SUPPLY_CRAFT);
/// `decree`: what is signed and is no deal.
pub static STATUTES: List = List(generated::STATUTES);
/// `global` in "global arms sales".
pub static WHOLE_WORLD: List = List(generated::WHOLE_WORLD);
/// `Medal`: what is awarded and is no contract.
pub static MEDALS: List = List(generated::MEDALS);
/// ` access`: what is requested and is no ware.
pub static NO_REQUESTS: List = List(generated::NO_REQUESTS);
/// `access`: what is given and is no ware.
pub static NO_GIFTS: List = List(generated::NO_GIFTS);
/// ` to base`: what an agreement is for that sells nothing.
pub static NO_SALE_AGREEMENTS: List = List(generated::NO_SALE_AGREEMENTS);
/// `supply`: what is ordered and is no command.
pub static WORK_VERBS: List = List(generated::WORK_VERBS);
/// `batch`: words of number in what is ordered.
pub static LOTS: List = List(generated::LOTS);
/// ` after `: a clause of its own begins.
pub static BORDERS: List = List(generated::BORDERS);
/// `saying`: a clause follows, with a subject of its own.
pub static TELLING_VERBS: List = List(generated::TELLING_VERBS);
/// `sanctions on`: whom somebody blames or thanks for what he did.
pub static BLAME: List = List(generated::BLAME);
/// `fund` in "helped fund the order": who gives the money is no party.
pub static FINANCING_VERBS: List = List(generated::FINANCING_VERBS);
/// What a number follows behind a hyphen and is no weapon.
pub static NUMBERED: List = List(generated::NUMBERED);
/// `offensive` behind "the April 2016": another event's day.
pub static OTHER_EVENTS: List = List(generated::OTHER_EVENTS);
/// `complained` before "last September": the day of what is said or voted.
pub static OTHER_ACTS: List = List(generated::OTHER_ACTS);
/// `images taken` before "in June": the day of the images.
pub static IMAGES: List = List(generated::IMAGES);
/// `launched a tender` before "in 2010": the day on which bids were asked for.
pub static TENDERS_OPENED: List = List(generated::TENDERS_OPENED);
/// `will be performed`: where the work is done stands behind it.
pub static WORK_DONE: List = List(generated::WORK_DONE);
/// `built`: a verb of making, whose place is told whatever is made.
pub static THINGS_MADE: List = List(generated::THINGS_MADE);
/// `Work`, `Production`: what is done somewhere.
pub static WORK_WORDS: List = List(generated::WORK_WORDS);
/// `primarily` in "will be performed primarily in".
pub static WORK_SHARES: List = List(generated::WORK_SHARES);
/// ` and is `: what ends a list of places.
pub static SITE_STOPS: List = List(generated::SITE_STOPS);
/// `Defence` in "Defence and security company": a word of trades and ministries, and no firm.
pub static NO_FIRMS: List = List(generated::NO_FIRMS);
/// ` to provide `: what a contract is for stands behind it.
pub static PROVISIONS: List = List(generated::PROVISIONS);
/// ` for `: what ends the words of a thing that is to be provided.
pub static PROVISION_STOPS: List = List(generated::PROVISION_STOPS);
/// `expected` in "is expected to deliver": what is to come is not what a contract is for.
pub static NO_PROVISIONS: List = List(generated::NO_PROVISIONS);
/// `support`: the last word of what may be provided without being counted.
pub static PROVIDED_NOUNS: List = List(generated::PROVIDED_NOUNS);
/// `bids`: what is received and is no goods.
pub static PAPERS: List = List(generated::PAPERS);
/// `shipyard`: a firm's building, which is no part of a place's name.
pub static FACILITIES: List = List(generated::FACILITIES);
/// `expected to be completed`: the day on which work ends stands behind it.
pub static WORK_ENDS: List = List(generated::WORK_ENDS);
/// ` by the end of `: what stands before the day on which work ends.
pub static PLACE_LINKS: List = List(generated::PLACE_LINKS);
/// `, based in `: a town stands behind it, where the firm before it is.
pub static SEATED: List = List(generated::SEATED);
/// `selected in` before "August": the day on which a winner is named.
pub static WINNER_NAMED: List = List(generated::WINNER_NAMED);
/// `COVID`: no type, whatever its shape.
static NO_TYPES: List = List(generated::NO_TYPES);
/// `from` in "the pilot from the jet": the jet is not what is handed over.
pub static APART_FROM: List = List(generated::APART_FROM);

/// `Latin` in "a Latin American country": the word before a continent.
pub static REGIONS: List = List(generated::REGIONS);
/// `rebel fighters`: persons and no aircraft.
pub static FIGHTER_OWNERS: List = List(generated::FIGHTER_OWNERS);
/// `maker` in "arms maker": the noun behind a ware that is the head of the phrase.
pub static OTHER_HEADS: List = List(generated::OTHER_HEADS);
/// `smuggl`: thieves and smugglers.
pub static CRIME_WORDS: Substrings = Substrings::new(|| generated::CRIME_WORDS);
/// `local media`: media without a name.
pub static MEDIA_NOUNS: List = List(generated::MEDIA_NOUNS);
/// `Convention`: the last word of a name that is no party.
pub static NO_PARTY_NOUNS: List = List(generated::NO_PARTY_NOUNS);
/// `services`: what a force buys only where a force is named.
pub static VAGUE_THINGS: List = List(generated::VAGUE_THINGS);
/// ` deal` in "a 2014 deal": the day of signing.
pub static DATE_NOUNS: List = List(generated::DATE_NOUNS);
/// `army`: forces that may stand without their state.
pub static BARE_FORCES: List = List(generated::BARE_FORCES);
/// `army` in a sentence, found in one pass.
pub static BARE_FORCES_IN: Substrings = Substrings::new(|| generated::BARE_FORCES);
/// `base` in "the army base": the force is no party there.
pub static FORCE_PARTS: List = List(generated::FORCE_PARTS);
/// `cancel`: the subject deals with its own buying.
pub static DEALINGS: List = List(generated::DEALINGS);
/// `halt`: the subject deals with its own selling.
pub static SALE_DEALINGS: List = List(generated::SALE_DEALINGS);
/// `President `: titles that open a person's name.
pub static TITLES: List = List(generated::TITLES);
/// `of`: a name behind it is no subject.
pub static GOVERNING: List = List(generated::GOVERNING);
/// `beat`: the object lost.
pub static BEATING: List = List(generated::BEATING);
/// `state-owned`: a word that describes the name behind it, in exact case.
pub static DESCRIPTORS: List = List(generated::DESCRIPTORS);
/// `decided to `: what somebody only means to do.
pub static INTENTIONS: List = List(generated::INTENTIONS);
/// `operates`: what a force does with arms that it has.
pub static USING: List = List(generated::USING);
/// `supplier is`: what says that the name behind it sells.
pub static NAMED_SELLERS: List = List(generated::NAMED_SELLERS);
/// `customer is`: what says that the name behind it buys.
pub static NAMED_BUYERS: List = List(generated::NAMED_BUYERS);
/// `permission`: what one gets from somebody who sells nothing by it.
pub static NO_GOODS: List = List(generated::NO_GOODS);
/// `rejected` before a request: what is done with it by whom it was made to.
pub static ANSWERS: List = List(generated::ANSWERS);
/// `picked`: how verbs of choosing a firm begin.
pub static CHOOSING: List = List(generated::CHOOSING);
/// ` to export ` behind a request: who asks would pass things on, and not get them.
pub static PASSING_ON: List = List(generated::PASSING_ON);
/// ` to fight insurgents` behind what a force buys: what its goods are for.
pub static FIGHTING: List = List(generated::FIGHTING);
/// `also` of "Hale also acknowledged": who speaks stands before it.
pub static ADVERBS_OF_SAYING: List = List(generated::ADVERBS_OF_SAYING);
/// `Daily` of "China Daily": a newspaper, whose name begins with that of a state.
pub static NAMES_OF_PAPERS: List = List(generated::NAMES_OF_PAPERS);
/// `dropping ` behind " after " in "after dropping plans to buy": a purchase that came to nothing.
pub static DROPPING: List = List(generated::DROPPING);
/// ` during `: where a phrase begins whose names are none of the deal's.
pub static OTHER_PHRASES: Substrings = Substrings::new(|| generated::OTHER_PHRASES);
/// `blow`: what is done to a state that gets nothing, in exact case.
pub static NO_RECEIVERS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::exact(generated::NO_RECEIVERS));
/// `, amid `: how the words behind a deal begin that tell what became of it.
pub static WHAT_FOLLOWS: List = List(generated::WHAT_FOLLOWS);
/// `HMS ` in "HMS Ocean": how the names of warships begin, in exact case.
pub static SHIP_PREFIXES: List = List(generated::SHIP_PREFIXES);
/// `already` in "have already been delivered".
pub static PARTING_ADVERBS: List = List(generated::PARTING_ADVERBS);
/// `air and missile` in "air and missile defence systems": one thing.
pub static JOINED_MODIFIERS: List = List(generated::JOINED_MODIFIERS);
/// `bill` in "a $717 billion defence policy bill": what a state spends.
pub static SPENDING_LAWS: List = List(generated::SPENDING_LAWS);
/// ` budget`: what a sum is all of.
pub static PROGRAMMES: List = List(generated::PROGRAMMES);
/// ` called off`: what ends what was agreed.
pub static WITHDRAWALS: Substrings = Substrings::new(|| generated::WITHDRAWALS);

/// `B.C.` in "Richmond, B.C.": the provinces of Canada.
pub static PROVINCES: List = List(generated::PROVINCES);

/// Parts of words by which goods change hands: `delivered the first of`.
pub static HANDING_OVER: Substrings = Substrings::new(|| generated::HANDING_OVER);
/// `member`: what a state is of an alliance.
pub static MEMBER_NOUNS: List = List(generated::MEMBER_NOUNS);
/// `helicopter` in "attack helicopter".
pub static ATTACK_CRAFT: List = List(generated::ATTACK_CRAFT);

/// `ministry` in "the ministry of defence": whether the word in small letters that begins the text may begin a name.
///
/// Few words of a text may, and one look tells it of all the tables.
#[must_use]
pub fn begins_small_name(text: &str) -> bool {
    static WORDS: LazyLock<Heads> = LazyLock::new(|| {
        let small =
            generated::COMPANIES.iter().map(|(name, _)| *name).filter(|name| name.starts_with(char::is_lowercase));
        let phrases = generated::INSTITUTIONS.iter().map(|(phrase, _)| *phrase).chain(["government"]).chain(small);
        let first = |phrase: &'static str| {
            let letters = phrase.bytes().take_while(u8::is_ascii_alphabetic).count();
            (Word { word: &phrase[..letters], whole: true }, 1)
        };
        Heads::new(&phrases.map(first).collect::<Vec<_>>(), 1)
    });
    let head = eight(text.as_bytes(), 0);
    !text.starts_with(|c: char| c.is_ascii()) || WORDS.may(head) != 0 && WORDS.kinds(head) != 0
}

/// `COVID-19`, `G20s`: whether a word with the shape of a type names none.
#[must_use]
pub fn names_no_type(word: &str) -> bool {
    NO_TYPES.has(word.strip_suffix('s').unwrap_or(word)) || NO_TYPES.has(word.split('-').next().unwrap_or(word))
}

/// Beginnings of words with what they tell, by their first two letters: `deliver` in "delivered".
#[derive(Debug)]
pub struct Stems<T: 'static> {
    /// The stems in the order of the table, those of two letters side by side.
    stems: Vec<Stem<T>>,
    /// Where the stems of two letters begin and end.
    pairs: Box<[(u16, u16); PAIRS]>,
}

/// A first letter and a second, or a second byte that is none.
const PAIRS: usize = 26 * 27;

/// The place of two bytes among the pairs; none where the first is no letter.
fn pair(text: &[u8]) -> Option<usize> {
    let letter = |byte: u8| usize::from(byte.to_ascii_lowercase().wrapping_sub(b'a'));
    let first = letter(*text.first()?);
    let second = text.get(1).map_or(26, |byte| letter(*byte).min(26));
    (first < 26).then_some(first * 27 + second)
}

#[derive(Debug)]
struct Stem<T> {
    /// The first four letters in one number, and which of them the stem has: most words differ there.
    head: u32,
    mask: u32,
    bare: &'static str,
    /// It is a whole word.
    whole: bool,
    what: T,
}

impl<T: Copy> Stems<T> {
    fn new(table: &[(&'static str, T)]) -> Self {
        let stem = |(stem, what): &(&'static str, T)| {
            let bare = stem.trim_end();
            let mut four = [0; 4];
            let length = bare.len().min(4);
            four[..length].copy_from_slice(&bare.as_bytes()[..length]);
            let mask = if length == 4 { u32::MAX } else { (1 << (8 * length)) - 1 };
            Stem {
                head: u32::from_le_bytes(four) | 0x2020_2020 & mask,
                mask,
                bare,
                whole: bare.len() < stem.len(),
                what: *what,
            }
        };
        let mut placed: Vec<_> =
            table.iter().filter_map(|entry| Some((pair(entry.0.as_bytes())?, stem(entry)))).collect();
        // Those of a pair stay in the order of the table.
        placed.sort_by_key(|(place, _)| *place);
        let mut pairs = Box::new([(0, 0); PAIRS]);
        for (at, (place, _)) in (0_u16..).zip(&placed) {
            let (from, _) = if at > 0 && placed[usize::from(at) - 1].0 == *place { pairs[*place] } else { (at, at) };
            pairs[*place] = (from, at + 1);
        }
        let stems = placed.into_iter().map(|(_, stem)| stem).collect();
        Self { stems, pairs }
    }

    /// What the first stem of the table tells that begins `text`, in any case of its letters. A stem with a space at its end is a whole word.
    #[must_use]
    pub fn begin(&self, text: &[u8]) -> Option<T> {
        let (from, to) = self.pairs[pair(text)?];
        let four = match text {
            [a, b, c, d, ..] => u32::from_le_bytes([*a, *b, *c, *d]),
            _ => text.iter().rev().fold(0, |four, byte| four << 8 | u32::from(*byte)),
        } | 0x2020_2020;
        let begins = |stem: &&Stem<T>| {
            (four ^ stem.head) & stem.mask == 0
                && text.get(..stem.bare.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem.bare.as_bytes()))
                && !(stem.whole && text.get(stem.bare.len()).is_some_and(u8::is_ascii_alphanumeric))
        };
        self.stems[usize::from(from)..usize::from(to)].iter().find(begins).map(|stem| stem.what)
    }
}

/// The beginnings of words of trade.
pub static TRADE_WORDS: LazyLock<Stems<Trade>> = LazyLock::new(|| Stems::new(TRADE_STEMS));
/// The beginnings of words of arms and forces.
pub static ARMS_WORDS: LazyLock<Stems<Arms>> = LazyLock::new(|| {
    let nouns = arms_nouns().map(|noun| (noun, Arms::Thing));
    Stems::new(&ARMS_STEMS.iter().copied().chain(nouns).collect::<Vec<_>>())
});

/// The names of weapons, in small letters as stems are.
static SYSTEM_STEMS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let names = generated::SYSTEMS.iter().map(|(name, ())| *name);
    let plain = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'-');
    let words = names.filter(|name| name.len() >= 5 && name.bytes().all(plain));
    // Plurals, and names that a stem begins already, need none of their own.
    let words = words.filter(|name| {
        let known =
            |stem: &str| name.len() > stem.len() && name.as_bytes()[..stem.len()].eq_ignore_ascii_case(stem.as_bytes());
        !ARMS_STEMS.iter().any(|(stem, _)| known(stem) || name.eq_ignore_ascii_case(stem))
            && !generated::SYSTEMS.iter().any(|(other, ())| other.len() >= 5 && known(other))
    });
    // Built once, and kept as long as the program runs.
    words.map(|name| &*Box::leak(name.to_ascii_lowercase().into_boxed_str())).collect()
});

/// The nouns of arms of one word: "mortars".
pub fn arms_nouns() -> impl Iterator<Item = &'static str> {
    let nouns = generated::WEAPON_NOUNS.iter().filter(|(_, kind)| *kind == Weapon::Arm).map(|(noun, _)| *noun);
    let nouns = nouns.filter(|noun| noun.len() >= 4 && noun.bytes().all(|byte| byte.is_ascii_lowercase()));
    // "the Bradleys": arms by their names.
    nouns.chain(SYSTEM_STEMS.iter().copied())
}

/// How words of trade begin, and whether they speak of trade itself or only of goods that change hands.
pub const TRADE_STEMS: &[(&str, Trade)] = &{
    use Trade::{Core, Transfer};
    [
        ("contract", Core),
        ("deal", Core),
        ("deals", Core),
        ("order", Core),
        ("purchas", Core),
        ("procur", Core),
        ("acqui", Core),
        ("buy", Core),
        ("buys", Core),
        ("buying", Core),
        ("bought", Core),
        ("sale", Core),
        ("sales", Core),
        ("sell", Core),
        ("sells", Core),
        ("selling", Core),
        ("sold", Core),
        ("lease", Core),
        ("leasing", Core),
        ("award", Core),
        ("agreement", Core),
        ("memorand", Core),
        ("suppl", Transfer),
        ("deliver", Transfer),
        ("shipment", Transfer),
        ("hand ", Transfer),
        ("hired ", Transfer),
        ("tasked ", Transfer),
        ("handed", Transfer),
        ("build ", Transfer),
        ("builds ", Transfer),
        ("building ", Transfer),
        ("possession ", Transfer),
        ("receipt ", Transfer),
        ("approached ", Transfer),
        ("imported ", Transfer),
        ("budgeted ", Transfer),
        ("short-listed", Transfer),
        ("shortlists ", Transfer),
        ("seeks ", Transfer),
        ("down payment", Transfer),
        ("advance payment", Transfer),
        ("upgrade of", Transfer),
        ("modernisation of", Transfer),
        ("modernization of", Transfer),
        ("overhaul of", Transfer),
        ("awaiting ", Transfer),
        ("granted ", Transfer),
        ("equipped ", Transfer),
        ("wasted ", Transfer),
        ("wasting ", Transfer),
        ("squander", Transfer),
        ("accepted ", Transfer),
        ("obligations ", Transfer),
        ("replace ", Transfer),
        ("initialed ", Transfer),
        ("initialled ", Transfer),
        ("commissioned", Transfer),
        ("transfer", Transfer),
        ("request for", Transfer),
        ("requests for", Transfer),
        ("requested", Transfer),
        ("developed", Transfer),
        ("bidder", Core),
        ("export", Transfer),
        ("tender", Core),
        ("bids ", Core),
        ("talks ", Transfer),
        ("negotiat", Transfer),
        ("send ", Transfer),
        ("sends ", Transfer),
        ("sent ", Transfer),
        ("sending ", Transfer),
        ("gives ", Transfer),
        ("gets ", Transfer),
        ("offer", Transfer),
        ("shipped ", Transfer),
        ("exercised", Transfer),
        ("exercises ", Transfer),
        ("picks ", Transfer),
        ("pledg", Transfer),
        ("package", Transfer),
        ("choos", Transfer),
        ("re-export", Transfer),
        ("paid ", Transfer),
        ("pay ", Transfer),
        ("pays ", Transfer),
        ("chose", Transfer),
        ("select", Transfer),
        ("picked", Transfer),
        ("spend", Transfer),
        ("spent", Transfer),
        ("signed", Transfer),
        ("inked", Transfer),
        ("donat", Transfer),
        ("receiv", Transfer),
        ("provid", Transfer),
        ("bargain", Transfer),
        ("haggl", Transfer),
        ("asked ", Transfer),
        ("request for", Transfer),
        ("requests for", Transfer),
        ("request by", Transfer),
        ("request to buy", Transfer),
        ("asks ", Transfer),
        ("applied ", Transfer),
        ("get ", Transfer),
        ("getting ", Transfer),
        ("give ", Transfer),
        ("gave ", Transfer),
        ("eyeing ", Transfer),
        ("gifts ", Transfer),
        ("gifted ", Transfer),
        ("earmark", Transfer),
        ("paying ", Transfer),
        ("opted ", Transfer),
        ("opts ", Transfer),
        ("option", Transfer),
        ("settled ", Transfer),
        ("cancel", Transfer),
        ("scrap", Transfer),
        ("refus", Transfer),
        ("built by", Transfer),
        ("equip ", Transfer),
        ("equips ", Transfer),
        ("equipping ", Transfer),
        ("arming ", Transfer),
        ("outfit ", Transfer),
        ("loaned ", Transfer),
        ("lends ", Transfer),
        ("lent ", Transfer),
        ("turned to", Transfer),
        ("turn to", Transfer),
        ("turns to", Transfer),
        ("shortlisted", Transfer),
        ("interested in", Transfer),
        ("tapped ", Transfer),
        ("expects ", Transfer),
        ("promised ", Transfer),
        ("got ", Transfer),
        ("given ", Transfer),
        ("performed by", Transfer),
        ("launch funding", Transfer),
        ("upgraded by", Transfer),
        ("modernised by", Transfer),
        ("modernized by", Transfer),
        ("overhauled by", Transfer),
        ("expect to", Transfer),
        ("await", Transfer),
        ("owed ", Transfer),
        ("owes ", Transfer),
        ("fms ", Core),
        ("customer of", Transfer),
        ("customer for", Transfer),
    ]
};

/// How things that armed forces buy begin, and words of the forces themselves. Searched for where trade is spoken of.
pub const ARMS_STEMS: &[(&str, Arms)] = &{
    use Arms::{Force, Thing};
    [
        ("military vehicle", Thing),
        ("military truck", Thing),
        ("military equipment", Thing),
        ("military hardware", Thing),
        ("missile", Thing),
        ("weapon", Thing),
        ("fighter", Thing),
        ("helicopter", Thing),
        ("submarine", Thing),
        ("frigate", Thing),
        ("corvette", Thing),
        ("warship", Thing),
        ("war ship", Thing),
        ("war plane", Thing),
        ("combatant ship", Thing),
        ("surface combatant", Thing),
        ("tank", Thing),
        ("howitzer", Thing),
        ("munition", Thing),
        ("radar", Thing),
        ("drone", Thing),
        ("uav", Thing),
        ("patrol", Thing),
        ("fighting vehicle", Thing),
        ("combat vehicle", Thing),
        ("armoured", Thing),
        ("armored", Thing),
        ("artillery", Thing),
        ("rocket", Thing),
        ("launcher", Thing),
        ("torpedo", Thing),
        ("bomber", Thing),
        ("warplane", Thing),
        ("destroyer", Thing),
        ("aircraft", Thing),
        ("jets", Thing),
        ("rifle", Thing),
        ("warhead", Thing),
        ("arms ", Thing),
        ("sensor", Thing),
        ("rafale", Thing),
        ("gripen", Thing),
        ("typhoon", Thing),
        ("eurofighter", Thing),
        ("leopard", Thing),
        ("abrams", Thing),
        ("patriot", Thing),
        ("himars", Thing),
        ("javelin", Thing),
        ("tomahawk", Thing),
        ("bayraktar", Thing),
        ("black hawk", Thing),
        ("apache", Thing),
        ("chinook", Thing),
        ("iron dome", Thing),
        ("gunship", Thing),
        ("carbine", Thing),
        ("ammunition", Thing),
        ("shell ", Thing),
        ("trainer", Thing),
        ("tanker", Thing),
        ("minehunter", Thing),
        ("minesweeper", Thing),
        ("airlifter", Thing),
        ("f-35", Thing),
        ("f-16", Thing),
        ("f-15", Thing),
        ("s-400", Thing),
        ("s-300", Thing),
        ("su-", Thing),
        ("mi-", Thing),
        ("mig-", Thing),
        ("hms ", Thing),
        ("hmas ", Thing),
        ("hmcs ", Thing),
        ("hmnzs ", Thing),
        ("uss ", Thing),
        ("usns ", Thing),
        ("kri ", Thing),
        ("vessel", Thing),
        ("shells", Thing),
        ("military equipment", Thing),
        ("landing ship", Thing),
        ("landing craft", Thing),
        ("landing platform", Thing),
        ("amphibious", Thing),
        ("assault ship", Thing),
        ("supply ship", Thing),
        ("support ship", Thing),
        ("opv", Thing),
        ("night vision", Thing),
        ("body armo", Thing),
        ("system", Thing),
        ("military", Force),
        ("defence", Force),
        ("defense", Force),
        ("navy", Force),
        ("naval", Force),
        ("air force", Force),
        ("army", Force),
        ("coast guard", Force),
        ("armed forces", Force),
        ("marine corps", Force),
        ("lockheed", Force),
        ("raytheon", Force),
        ("northrop", Force),
        ("bae systems", Force),
        ("dassault", Force),
        ("saab", Force),
        ("rheinmetall", Force),
        ("rosoboronexport", Force),
        ("hanwha", Force),
        ("thales", Force),
        ("ministry of interior", Force),
    ]
};

/// What a word of trade speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trade {
    /// "contract".
    Core,
    /// "delivered".
    Transfer,
}

/// What a word of arms speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arms {
    /// "missile".
    Thing,
    /// "navy".
    Force,
}
