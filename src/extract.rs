//! Text and options in, a document out. The only file that knows the order of the steps.

use std::sync::Arc;

use crate::grammar::{self, amount, range, vague};
use crate::lexicon::news::Trade;
use crate::lexicon::own::Lexicon;
use crate::mention::date::{self, dateline};
use crate::mention::figure;
use crate::mention::{announced, elided};
use crate::model::{ContractId, DateId, Document, Edtf, PublishedBasis};
use crate::scan::{self, Candidates};
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
        let mut step = Step::new(self, text, published);
        step.read_figures();
        step.read_dates();
        step.read_contracts(self);
        step.finish()
    }

    /// `paid $5 million` and `cost €2 billion`: reads several texts, such as rows of a file. Each layer reads all of them before the next begins,
    /// so that its code and its tables stay near. The documents are those that [`Extractor::extract_published`] makes, in the order of the texts.
    ///
    /// ```
    /// use outlay::Extractor;
    ///
    /// let texts = ["The ministry paid $5 million.", "The jets cost €2 billion."];
    /// let documents = Extractor::new().extract_all(texts.map(|text| (text, None)));
    /// assert_eq!(documents[1].figures[0].text, "€2 billion");
    /// ```
    #[must_use]
    pub fn extract_all<'t>(&self, texts: impl IntoIterator<Item = (&'t str, Option<Published>)>) -> Vec<Document<'t>> {
        let texts = texts.into_iter();
        let mut steps: Vec<Step<'t>> = texts.map(|(text, published)| Step::new(self, text, published)).collect();
        steps.iter_mut().for_each(Step::read_figures);
        steps.iter_mut().for_each(Step::read_dates);
        steps.iter_mut().for_each(|step| step.read_contracts(self));
        steps.into_iter().map(Step::finish).collect()
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

/// A text on its way through the layers.
struct Step<'t> {
    text: &'t str,
    candidates: Candidates,
    /// Its words of trade.
    trade: Vec<(usize, Trade)>,
    published: Option<Published>,
    document: Document<'t>,
}

impl<'t> Step<'t> {
    /// Where a mention could begin, and when the text was published: what the caller knows wins over what the text says, and that over what
    /// holds for all texts.
    fn new(extractor: &Extractor, text: &'t str, published: Option<Published>) -> Self {
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
            dateline().or_else(|| extractor.published.as_ref().map(given))
        });
        Self { text, candidates, trade, published, document: Document::empty() }
    }

    fn read_figures(&mut self) {
        let document = &mut self.document;
        document.figures = figure::find_figures(self.text, &self.candidates.mentions, &mut document.diagnostics);
        figure::decide_currencies(self.text, &mut document.figures);
    }

    fn read_dates(&mut self) {
        let published = self.published.as_ref().map(|published| &published.date);
        self.document.dates = date::dates_at(self.text, &self.candidates.mentions, published);
        for (at, date) in self.document.dates.iter_mut().enumerate() {
            date.id = DateId(number(at));
        }
    }

    fn read_contracts(&mut self, extractor: &Extractor) {
        // Where no word of trade stands there is no contract to read.
        if self.trade.is_empty() {
            return;
        }
        let (text, trade, document) = (self.text, &self.trade, &mut self.document);
        let mut reading = dod_daily::read(text, trade, &mut document.figures, &document.dates);
        if reading.contracts.is_empty() {
            let mut notices = dsca_notice::read(text, trade, &document.figures, &document.dates);
            reading.contracts = notices.contracts;
            reading.diagnostics.append(&mut notices.diagnostics);
        }
        if reading.contracts.is_empty() {
            let (figures, dates) = (&document.figures, &document.dates);
            let prose = news::read(text, &self.candidates, trade, figures, dates, &extractor.lexicon);
            reading.contracts = prose.contracts;
            reading.diagnostics.extend(prose.diagnostics);
            release::settle(text, figures, dates, &mut reading.contracts, &extractor.lexicon);
        }
        document.contracts = reading.contracts;
        document.diagnostics.append(&mut reading.diagnostics);
    }

    fn finish(self) -> Document<'t> {
        let mut document = self.document;
        settle(&mut document);
        if let Some(published) = self.published {
            document.published_basis = Some(published.basis);
            document.published = Some(published.date);
        }
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
