//! The word lists of English, and the types of their values.

pub use super::generated::MONTHS;
pub use super::money::{Approximation, BeforeNumber, Bound, HedgeWord, Movement, PerUnit};
pub use super::procurement::Cue;
pub use crate::model::{Pricing as PricingTerm, Vehicle as VehicleTerm};
