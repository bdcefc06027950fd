//! The words of deals in prose: who stands where beside a verb, weapons, institutions, companies.

use std::sync::LazyLock;

use super::Phrases;
use super::generated;
use crate::model::CountryCode;

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
    Us = "US", Ru = "RU", Fr = "FR", De = "DE", Gb = "GB", It = "IT", Es = "ES", Pl = "PL", Hu = "HU", Ua = "UA", Tr = "TR", Sa = "SA", Ae = "AE", Eg = "EG", Il = "IL", Sy = "SY", In = "IN", Pk = "PK", Cn = "CN", Jp = "JP", Kr = "KR", Kp = "KP", Tw = "TW", Ph = "PH", Id = "ID", Vn = "VN", Au = "AU", Ca = "CA", Br = "BR", Ve = "VE", Ar = "AR", Am = "AM", Az = "AZ", By = "BY",
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
/// `Bundeswehr`: a force or agency by a name of its own, in exact case.
pub static FORCES: LazyLock<Phrases<Leader>> = LazyLock::new(|| Phrases::exact(generated::FORCES));
/// `Rafale`: a weapon that goes by a name, in exact case.
pub static SYSTEMS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::exact(generated::SYSTEMS));
/// `shipbuilder`: a noun that makes the name behind it a firm's.
pub static COMPANY_NOUNS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(generated::COMPANY_NOUNS));
/// `Agency`: the last word of an office's name, in exact case.
pub static OFFICE_NOUNS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::exact(generated::OFFICE_NOUNS));
/// `Minister`: the word that stands before a person's name.
pub static OFFICES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(generated::OFFICES));
/// `Lockheed Martin`, in exact case.
pub static COMPANIES: LazyLock<Phrases<Maker>> = LazyLock::new(|| Phrases::exact(generated::COMPANIES));

/// Beginnings of words with what they tell, by their first letter: `deliver` in "delivered".
#[derive(Debug)]
pub struct Stems<T: 'static> {
    letters: [Vec<(&'static str, T)>; 26],
}

impl<T: Copy> Stems<T> {
    fn new(table: &[(&'static str, T)]) -> Self {
        let of = |letter: u8| table.iter().copied().filter(|(stem, _)| stem.as_bytes()[0] == letter).collect();
        Self { letters: std::array::from_fn(|at| u8::try_from(at).map_or_else(|_| Vec::new(), |at| of(b'a' + at))) }
    }

    /// What the first stem of the table tells that begins `text`, in any case of its letters. A stem with a space at its end is a whole word.
    #[must_use]
    pub fn begin(&self, text: &[u8]) -> Option<T> {
        let letter = text.first()?.to_ascii_lowercase().wrapping_sub(b'a');
        let begins = |stem: &str| {
            let bare = stem.trim_end();
            text.get(..bare.len()).is_some_and(|head| head.eq_ignore_ascii_case(bare.as_bytes()))
                && (bare.len() == stem.len() || text.get(bare.len()).is_none_or(|next| !next.is_ascii_alphanumeric()))
        };
        self.letters.get(usize::from(letter))?.iter().find(|(stem, _)| begins(stem)).map(|(_, what)| *what)
    }
}

/// The beginnings of words of trade.
pub static TRADE_WORDS: LazyLock<Stems<Trade>> = LazyLock::new(|| Stems::new(TRADE_STEMS));
/// The beginnings of words of arms and forces.
pub static ARMS_WORDS: LazyLock<Stems<Arms>> = LazyLock::new(|| Stems::new(ARMS_STEMS));

/// How words of trade begin, and whether they speak of trade itself or only of goods that change hands.
pub const TRADE_STEMS: &[(&str, Trade)] = &{
    use Trade::{Core, Transfer};
    [
        ("contract", Core),
        ("deal", Core),
        ("deals", Core),
        ("order", Core),
        ("purchas", Core),
        ("procure", Core),
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
        ("memorandum", Core),
        ("suppl", Transfer),
        ("deliver", Transfer),
        ("shipment", Transfer),
        ("hand ", Transfer),
        ("handed", Transfer),
        ("build ", Transfer),
        ("builds ", Transfer),
        ("transfer", Transfer),
        ("requested", Transfer),
        ("developed", Transfer),
        ("bidder", Core),
        ("export", Transfer),
        ("tender", Core),
        ("spend", Transfer),
        ("spent", Transfer),
        ("signed", Transfer),
        ("inked", Transfer),
        ("donat", Transfer),
        ("receiv", Transfer),
        ("provid", Transfer),
    ]
};

/// How things that armed forces buy begin, and words of the forces themselves. Searched for where trade is spoken of.
pub const ARMS_STEMS: &[(&str, Arms)] = &{
    use Arms::{Force, Thing};
    [
        ("missile", Thing),
        ("weapon", Thing),
        ("fighter", Thing),
        ("helicopter", Thing),
        ("submarine", Thing),
        ("frigate", Thing),
        ("corvette", Thing),
        ("warship", Thing),
        ("tank", Thing),
        ("howitzer", Thing),
        ("munition", Thing),
        ("radar", Thing),
        ("drone", Thing),
        ("uav", Thing),
        ("patrol", Thing),
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
        ("vessel", Thing),
        ("shells", Thing),
        ("military equipment", Thing),
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
