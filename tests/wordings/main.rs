//! Facts that are known before they are written, in as many wordings as there are: each must be read back exactly.
//!
//! A seed decides every text, so that a run is like the last. What is read wrong and known to be is listed beside its test, with
//! a count; one more or one fewer fails, and says which.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

mod date;
mod figure;
mod nothing;
mod number;
mod pick;
mod tally;
