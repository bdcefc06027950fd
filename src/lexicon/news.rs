//! The words of deals in prose: who stands where beside a verb, weapons, institutions, companies.

use std::sync::LazyLock;

use super::Phrases;
use super::generated;

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
/// `Lockheed Martin`, in exact case.
pub static COMPANIES: LazyLock<Phrases<Maker>> = LazyLock::new(|| Phrases::exact(generated::COMPANIES));

/// Stems of trade and of arms: a paragraph without one of each is not read for deals.
pub const HEAD_WORDS: &[(&str, Head)] = &{
    use Head::{Arms, Trade};
    [
        ("contract", Trade), ("deal", Trade), ("order", Trade), ("purchas", Trade), ("procure", Trade), ("acqui", Trade), ("buy", Trade), ("bought", Trade),
        ("sale", Trade), ("sell", Trade), ("sold", Trade), ("suppl", Trade), ("deliver", Trade), ("lease", Trade), ("award", Trade), ("shipment", Trade), ("bidder", Trade),
        ("handed over", Trade), ("transfer", Trade), ("requested", Trade), ("developed by", Trade), ("provide", Trade), ("receive", Trade),
        ("missile", Arms), ("weapon", Arms), ("fighter", Arms), ("helicopter", Arms), ("submarine", Arms), ("frigate", Arms), ("corvette", Arms), ("warship", Arms),
        ("tank", Arms), ("howitzer", Arms), ("munition", Arms), ("military", Arms), ("defence", Arms), ("defense", Arms), ("navy", Arms), ("naval", Arms), ("air force", Arms),
        ("army", Arms), ("radar", Arms), ("drone", Arms), ("uav", Arms), ("patrol", Arms), ("armoured", Arms), ("armored", Arms), ("artillery", Arms), ("rocket", Arms),
        ("launcher", Arms), ("torpedo", Arms), ("bomber", Arms), ("warplane", Arms), ("destroyer", Arms), ("aircraft", Arms), ("jets", Arms), ("coast guard", Arms),
        ("armed forces", Arms), ("marine corps", Arms), ("rifle", Arms), ("warhead", Arms), ("arms ", Arms), ("airlifter", Arms), ("lockheed", Arms), ("raytheon", Arms),
        ("northrop", Arms), ("bae systems", Arms), ("dassault", Arms), ("saab", Arms), ("rheinmetall", Arms), ("rosoboronexport", Arms), ("hanwha", Arms), ("thales", Arms),
        ("f-35", Arms), ("f-16", Arms), ("f-15", Arms), ("s-400", Arms), ("s-300", Arms), ("su-", Arms), ("mi-", Arms), ("mig-", Arms), ("hms ", Arms), ("vessel", Arms), ("shells", Arms), ("armada", Arms),
    ]
};

/// What a stem speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// "contract".
    Trade,
    /// "missile".
    Arms,
}
