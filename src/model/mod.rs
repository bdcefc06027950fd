//! The records: plain data, one file a kind. Field names are the public contract.

mod contract;
mod date;
mod decimal;
mod diagnostic;
mod document;
mod figure;
mod id;
mod located;
mod money;
mod party;

pub use contract::{
    Account, Action, Contract, ContractDate, DateRole, Disposition, Evidence, EvidenceFor, Funding, Identifier, Item,
    Place, Pricing, Scheme, Share, Status, TextSpan, Value, ValueRole, Vehicle,
};
pub use date::{DateKind, DateMention, Edtf};
pub use diagnostic::{Code, Diagnostic};
pub use document::{Document, PublishedBasis, SCHEMA};
pub use figure::{Figure, Hedge, HedgeKind};
pub use id::{ContractId, DateId, FigureId};
pub use located::Location;
pub use money::{CurrencyBasis, CurrencyCode, Kind, Money, Sign};
pub use party::{CountryBasis, CountryCode, Party, PartyKind};
