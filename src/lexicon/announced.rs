//! The words around an amount of an announcement.

use super::Phrases;
use super::generated;

/// `is awarded a`: an amount of what is announced may follow.
pub static AMOUNT_OPENERS: Phrases<()> = Phrases::new(generated::AMOUNT_OPENERS);
/// `in the amount of`: an amount of anything follows, of quantities too.
pub static AMOUNT_LINKS: Phrases<()> = Phrases::new(generated::AMOUNT_LINKS);
/// `funds in the amount of`: an amount of money follows.
pub static FUNDS_LINKS: Phrases<()> = Phrases::new(generated::FUNDS_LINKS);
/// `firm-fixed-price`: what is announced follows its amount.
pub static PRICED_OBJECTS: Phrases<()> = Phrases::new(generated::PRICED_OBJECTS);
/// `will be obligated`: what is said of funds.
pub static OBLIGATIONS: Phrases<()> = Phrases::new(generated::OBLIGATIONS);
/// `months`: what a number counts beside an amount.
pub static COUNTED_TIMES: Phrases<()> = Phrases::new(generated::COUNTED_TIMES);
