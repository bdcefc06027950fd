//! Kinds of documents: which clauses run on which paragraphs, and how their facts become contracts.

mod call_off;
pub mod dod_daily;
mod draft;
pub mod dsca_notice;
mod mention;
pub mod news;
pub mod release;
mod site;
mod terms;

use crate::model::{Contract, Diagnostic};

/// What a style read in a document.
#[derive(Debug, Default)]
pub struct Reading<'t> {
    /// The contracts, in text order.
    pub contracts: Vec<Contract<'t>>,
    /// What could not be read or was withdrawn.
    pub diagnostics: Vec<Diagnostic<'t>>,
}
