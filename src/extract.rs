//! Text and options in, a document out. The only file that knows the order of the steps.

use std::sync::Arc;

use crate::grammar::{self, amount, range, vague};
use crate::lexicon::own::Lexicon;
use crate::mention::date::{self, dateline};
use crate::mention::figure;
use crate::mention::{announced, elided};
use crate::model::{ContractId, DateId, Document, Edtf, PublishedBasis};
use crate::scan;
#[cfg(feature = "html")]
use crate::span::{Counter, Offsets, Span};
use crate::style::{dod_daily, dsca_notice, news, release};
#[cfg(feature = "html")]
use crate::text::html::Page;

/// `The ministry paid $5 million.` becomes a document with one figure: an extractor is built once, immutable, and shared between threads.
///
/// ```
/// use outlay::Extractor;
///
/// let extractor = Extractor::new().published("2025-05-21".parse()?);
/// let document = extractor.extract("The ministry paid $5 million last month.");
/// assert_eq!(document.figures[0].text, "$5 million");
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Extractor {
    published: Option<Edtf>,
    lexicon: Arc<Lexicon>,
}

/// `2025-05-21`, given by the caller: when a text was published, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// A day, month or year.
    pub date: Edtf,
    /// How it is known.
    pub basis: PublishedBasis,
}

impl Extractor {
    /// `Extractor::new().extract("paid $5 million")`: an extractor for English, with nothing known of the texts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Relative dates ("last month") are resolved against `date` in texts that do not carry their own.
    #[must_use]
    pub fn published(mut self, date: Edtf) -> Self {
        self.published = Some(date);
        self
    }

    /// `Lethos` for a state that no table has: the names and programmes of `lexicon` are read beside those of the tables.
    #[must_use]
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.lexicon = Arc::new(lexicon);
        self
    }

    /// Reads one text. Offsets are bytes of `text`.
    #[must_use]
    pub fn extract<'t>(&self, text: &'t str) -> Document<'t> {
        self.extract_published(text, None)
    }

    /// `paid last month`, on 21 May 2025: reads one text whose date is known, such as a row of a batch or a page with metadata.
    #[must_use]
    pub fn extract_published<'t>(&self, text: &'t str, published: Option<Published>) -> Document<'t> {
        let candidates = scan::candidates(text);
        let trade = news::trade_words(text, &candidates.words);
        let published = published.or_else(|| {
            let given = |date: &Edtf| Published { date: date.clone(), basis: PublishedBasis::Given };
            let line = || {
                dateline(text)
                    .or_else(|| dod_daily::page_date(text, &trade))
                    .or_else(|| dsca_notice::page_date(text, &trade))
            };
            let dateline = || Some(Published { date: line()?, basis: PublishedBasis::Dateline });
            dateline().or_else(|| self.published.as_ref().map(given))
        });
        let mut document = Document::empty();
        document.figures = figure::find_figures(text, &candidates.mentions, &mut document.diagnostics);
        figure::decide_currencies(text, &mut document.figures);
        document.dates =
            date::dates_at(text, &candidates.mentions, published.as_ref().map(|published| &published.date));
        for (at, date) in document.dates.iter_mut().enumerate() {
            date.id = DateId(number(at));
        }
        // Where no word of trade stands there is no contract to read.
        if !trade.is_empty() {
            let mut reading = dod_daily::read(text, &trade, &mut document.figures, &document.dates);
            if reading.contracts.is_empty() {
                let mut notices = dsca_notice::read(text, &trade, &document.figures, &document.dates);
                reading.contracts = notices.contracts;
                reading.diagnostics.append(&mut notices.diagnostics);
            }
            if reading.contracts.is_empty() {
                let (figures, dates) = (&document.figures, &document.dates);
                let prose = news::read(text, &candidates, &trade, figures, dates, &self.lexicon);
                reading.contracts = prose.contracts;
                reading.diagnostics.extend(prose.diagnostics);
                release::settle(text, figures, dates, &mut reading.contracts, &self.lexicon);
            }
            document.contracts = reading.contracts;
            document.diagnostics.append(&mut reading.diagnostics);
        }
        settle(&mut document);
        if let Some(published) = published {
            document.published_basis = Some(published.basis);
            document.published = Some(published.date);
        }
        document
    }

    /// `<article><p>Ardenia paid $5 million.</p></article>`: reads a page. Offsets are bytes of its content, which the document carries; each record also
    /// says where it stands in `source`, what the page was made of, counted in `unit`. What the caller knows of its date wins over what it says itself.
    #[cfg(feature = "html")]
    #[must_use]
    pub fn extract_page<'t>(
        &self,
        page: &'t Page,
        source: &str,
        published: Option<Published>,
        unit: Offsets,
    ) -> Document<'t> {
        let published = published.or_else(|| {
            let date = page.published.as_ref()?.parse::<Edtf>().ok().filter(Edtf::is_calendar_date)?;
            Some(Published { date, basis: PublishedBasis::Metadata })
        });
        let mut document = self.extract_published(&page.content, published);
        let counter = Counter::new(source, unit);
        document.map_source(|span| {
            let found = page.source(span);
            Span::new(counter.count(found.start), counter.count(found.end))
        });
        document.content = Some((&*page.content).into());
        document
    }
}

/// Numbers the contracts, names them on their figures, and puts what was said in text order.
fn settle(document: &mut Document<'_>) {
    document.contracts.sort_by_key(|contract| {
        (contract.start, contract.suppliers.first().map_or(contract.start, |party| party.start))
    });
    for (at, contract) in document.contracts.iter_mut().enumerate() {
        contract.id = ContractId(number(at));
        for value in &contract.values {
            let named =
                usize::try_from(value.figure.0).ok().and_then(|id| document.figures.get_mut(id.checked_sub(1)?));
            if let Some(figure) = named.filter(|figure| !figure.contracts.contains(&contract.id)) {
                figure.contracts.push(contract.id);
            }
        }
    }
    document.diagnostics.sort_by_key(|diagnostic| diagnostic.start);
}

/// The names of all rules, of figures and dates (`range.between_and`) and of contracts (`dod.option`).
#[must_use]
pub fn rules() -> Vec<&'static str> {
    let figures = [amount::RULES, announced::RULES, elided::RULES, range::RULES, vague::RULES].concat();
    let contracts = [dod_daily::RULES, dsca_notice::RULES, news::RULES].concat();
    figures.into_iter().chain(grammar::date::RULES.iter().map(|rule| rule.name)).chain(contracts).collect()
}

/// The number of the record at a place in its list, from 1.
fn number(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}
