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

/// Stems without one of which no text is read for deals: weapons, forces, arms trade.
pub const HEAD_WORDS: &[&str] = &[
    "missile", "weapon", "fighter", "helicopter", "submarine", "frigate", "corvette", "warship", "tanks", "howitzer", "arms deal", "arms sale", "arms purchase", "munition", "ammunition", "military", "defence", "defense", "navy", "air force", "army", "radar", "drone", "uav", "patrol", "armoured",
    "armored", "artillery", "rocket", "launcher", "torpedo", "bomber", "warplane", "destroyer", "aircraft", "jets", "s-400", "s-300", "f-35", "f-16", "f-15", "f/a-18", "su-", "mi-", "mig-", "lockheed", "raytheon", "boeing", "northrop", "bae systems", "dassault", "saab", "rheinmetall", "rosoboronexport", "embraer", "coast guard",
    "armed forces", "marine corps", "rifle", "warhead", "shipyard", "vessel", "arms", "leonardo", "thales", "hanwha", "elbit", "rafael", "iai", "contract", "deal", "order", "sale", "purchase", "acquisition", "procure", "deliver", "torpedo", "tanker", "airlifter",
];
