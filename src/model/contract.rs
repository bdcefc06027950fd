//! One contract, order, sale or award that a text speaks of.

use std::borrow::Cow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ContractId, DateId, FigureId, Party};
use crate::span::Span;

/// `Ardenia reportedly paid $250 million for launchers that Velmark has yet to deliver.`
///
/// Who sells what to whom, for how much, signed when, and what became of it. A field that the text does not decide is
/// null or empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Contract<'t> {
    /// `c1`, `c2`, … in text order.
    pub id: ContractId,
    /// Where the evidence begins: the smallest run of sentences that carries the facts.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// The text there.
    #[serde(borrow)]
    pub text: Cow<'t, str>,
    /// Where it begins in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_start: Option<usize>,
    /// Where it ends in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_end: Option<usize>,
    /// The words that decided a fact.
    #[serde(borrow)]
    pub evidence: Vec<Evidence<'t>>,
    /// Who sells or builds.
    #[serde(borrow)]
    pub suppliers: Vec<Party<'t>>,
    /// Who buys.
    #[serde(borrow)]
    pub customers: Vec<Party<'t>>,
    /// End users, where they differ from the buyer (foreign military sales).
    #[serde(borrow)]
    pub beneficiaries: Vec<Party<'t>>,
    /// What is bought.
    #[serde(borrow)]
    pub items: Vec<Item<'t>>,
    /// The figures of the contract, each with its role.
    pub values: Vec<Value>,
    /// Contract, order and solicitation numbers.
    #[serde(borrow)]
    pub identifiers: Vec<Identifier<'t>>,
    /// The modification's number: `P00012`.
    #[serde(borrow)]
    pub modification: Option<Cow<'t, str>>,
    /// Pricing terms by the names of FAR part 16.
    pub pricing: Vec<Pricing>,
    /// Contract vehicles by the names of FAR parts 13 and 16.
    pub vehicle: Vec<Vehicle>,
    /// The dates of the contract, each with its role.
    pub dates: Vec<ContractDate>,
    /// Where the work is done.
    #[serde(borrow)]
    pub places: Vec<Place<'t>>,
    /// The obligated money by account and fiscal year.
    #[serde(borrow)]
    pub funding: Vec<Funding<'t>>,
    /// The contracting activity.
    #[serde(borrow)]
    pub activity: Option<TextSpan<'t>>,
    /// How many offers were received.
    pub offers: Option<u32>,
    /// Whether it was competitively procured.
    pub competed: Option<bool>,
    /// What the text announces; null in ordinary prose.
    pub action: Option<Action>,
    /// The contract that an order stands under or that a modification changes.
    #[serde(borrow)]
    pub parent: Option<Identifier<'t>>,
    /// Several suppliers compete under one ceiling: the value is not each one's.
    pub shared_ceiling: bool,
    /// The heading that a paragraph stands under: `NAVY`.
    #[serde(borrow)]
    pub branch: Option<Cow<'t, str>>,
    /// `small business set-aside`, `SBIR Phase III`.
    #[serde(borrow)]
    pub set_aside: Option<TextSpan<'t>>,
    /// The ground for not competing: `10 U.S.C. 2304(c)(1)`.
    #[serde(borrow)]
    pub authority: Option<TextSpan<'t>>,
    /// Loan, credit, grant, aid, offset or local-production terms tied to the deal.
    #[serde(borrow)]
    pub financing: Vec<TextSpan<'t>>,
    /// The reason that the text gives for the status.
    #[serde(borrow)]
    pub reason: Option<TextSpan<'t>>,
    /// What became of the money.
    #[serde(borrow)]
    pub disposition: Option<Disposition<'t>>,
    /// How far the contract has come.
    pub status: Status,
    /// The text reports it at second hand or as uncertain.
    pub hedged: bool,
    /// Whose statement it is.
    #[serde(borrow)]
    pub attribution: Option<TextSpan<'t>>,
    /// The assembly rule, such as `dod.award`.
    #[serde(borrow)]
    pub rule: Cow<'t, str>,
}

impl<'t> Contract<'t> {
    /// A contract whose evidence is `span` of `text`, with nothing read but its status.
    #[must_use]
    pub fn new(span: Span, text: &'t str, status: Status, rule: &'static str) -> Self {
        Self {
            id: ContractId::default(),
            start: span.start,
            end: span.end,
            text: Cow::Borrowed(span.of(text)),
            source_start: None,
            source_end: None,
            evidence: Vec::new(),
            suppliers: Vec::new(),
            customers: Vec::new(),
            beneficiaries: Vec::new(),
            items: Vec::new(),
            values: Vec::new(),
            identifiers: Vec::new(),
            modification: None,
            pricing: Vec::new(),
            vehicle: Vec::new(),
            dates: Vec::new(),
            places: Vec::new(),
            funding: Vec::new(),
            activity: None,
            offers: None,
            competed: None,
            action: None,
            parent: None,
            shared_ceiling: false,
            branch: None,
            set_aside: None,
            authority: None,
            financing: Vec::new(),
            reason: None,
            disposition: None,
            status,
            hedged: false,
            attribution: None,
            rule: Cow::Borrowed(rule),
        }
    }

    /// `0..48`: where its evidence stands, in bytes of the text.
    #[must_use]
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

impl fmt::Display for Contract<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |parties: &[Party<'_>]| match parties {
            [] => "?".to_owned(),
            _ => parties.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        };
        write!(f, "{} to {}: ", list(&self.suppliers), list(&self.customers))?;
        let items: Vec<_> = self.items.iter().map(ToString::to_string).collect();
        write!(f, "{} [{}]", if items.is_empty() { "?".to_owned() } else { items.join(", ") }, self.status)
    }
}

/// `Fort Worth, Texas`: a stretch of the text that is itself the fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct TextSpan<'t> {
    /// Where it begins, in the document's offsets.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// The text there.
    #[serde(borrow)]
    pub text: Cow<'t, str>,
    /// Where it begins in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_start: Option<usize>,
    /// Where it ends in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_end: Option<usize>,
}

impl<'t> TextSpan<'t> {
    /// The text at `span`.
    #[must_use]
    pub fn new(span: Span, text: &'t str) -> Self {
        Self {
            start: span.start,
            end: span.end,
            text: Cow::Borrowed(span.of(text)),
            source_start: None,
            source_end: None,
        }
    }

    /// `10..17`: where it stands, in bytes of the text.
    #[must_use]
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// `has yet to deliver`: words that decided a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Evidence<'t> {
    /// Where the words begin, in the document's offsets.
    pub start: usize,
    /// Where they end, exclusive.
    pub end: usize,
    /// The words.
    #[serde(borrow)]
    pub text: Cow<'t, str>,
    /// Where they begin in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_start: Option<usize>,
    /// Where they end in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_end: Option<usize>,
    /// What they decided.
    #[serde(rename = "for")]
    pub decides: EvidenceFor,
}

impl<'t> Evidence<'t> {
    /// The words at `span` of `text`.
    #[must_use]
    pub fn new(span: Span, text: &'t str, decides: EvidenceFor) -> Self {
        Self {
            start: span.start,
            end: span.end,
            text: Cow::Borrowed(span.of(text)),
            source_start: None,
            source_end: None,
            decides,
        }
    }

    /// What words begin with that take money off.
    pub(crate) const LESSENING: [&'static str; 3] = ["decreas", "reduc", "lower"];

    /// `decrease the value`: whether the words say that the amount of a modification is taken off. They begin with "decreas", "reduc" or "lower".
    #[must_use]
    pub fn lessens(&self) -> bool {
        self.decides == EvidenceFor::Role && Self::LESSENING.iter().any(|stem| self.text.starts_with(stem))
    }
}

/// `status` at "has yet to deliver": what a piece of evidence decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EvidenceFor {
    /// A further mention of the same deal.
    Mention,
    /// The status.
    Status,
    /// Who sells.
    Supplier,
    /// Who buys.
    Customer,
    /// The role of a value.
    Role,
    /// Why this is a defence contract.
    Domain,
}

/// `24 Su-30SM fighter jets`: what is bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Item<'t> {
    /// The noun phrase without its number: `Su-30SM fighter jets`.
    #[serde(borrow)]
    pub text: Cow<'t, str>,
    /// Where it begins, in the document's offsets.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// Where it begins in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_start: Option<usize>,
    /// Where it ends in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_end: Option<usize>,
    /// The type's designation: `Su-30SM`.
    #[serde(borrow)]
    pub designation: Option<Cow<'t, str>>,
    /// How many, in digits; a range as `20/30`.
    #[serde(borrow)]
    pub quantity: Option<Cow<'t, str>>,
    /// Where the number stands.
    #[serde(borrow)]
    pub quantity_span: Option<TextSpan<'t>>,
    /// How many of them were delivered, where the text says so.
    #[serde(borrow)]
    pub delivered: Option<Cow<'t, str>>,
    /// How many more are an option, where the text says so.
    #[serde(borrow)]
    pub optional: Option<Cow<'t, str>>,
    /// What the quantity counts, where it is not pieces: `tons`.
    #[serde(borrow)]
    pub unit: Option<Cow<'t, str>>,
}

impl<'t> Item<'t> {
    /// The noun phrase at `span` of `text`.
    #[must_use]
    pub fn new(span: Span, text: &'t str) -> Self {
        Self {
            text: Cow::Borrowed(span.of(text)),
            start: span.start,
            end: span.end,
            source_start: None,
            source_end: None,
            designation: None,
            quantity: None,
            quantity_span: None,
            delivered: None,
            optional: None,
            unit: None,
        }
    }
}

impl fmt::Display for Item<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(quantity) = &self.quantity {
            write!(f, "{quantity} ")?;
        }
        f.write_str(&self.text)
    }
}

/// `f1` as `paid`: a figure and what it is to the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Value {
    /// The figure.
    pub figure: FigureId,
    /// What it is.
    pub role: ValueRole,
}

impl Value {
    /// `f1` as the award: the figure in its role.
    #[must_use]
    pub const fn new(figure: FigureId, role: ValueRole) -> Self {
        Self { figure, role }
    }
}

/// `award` for "a $5 million contract", `option` for "options worth $2 million": what a figure is to a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ValueRole {
    /// The worth of a deal that exists or existed.
    Award,
    /// The amount of a modification, as it is written: one that takes money off is not negative for it. The contract's evidence for
    /// `role` then holds the words that say so ("decrease the value"): see [`Evidence::lessens`].
    Modification,
    /// A sum over several deals, or a total so far.
    Cumulative,
    /// A maximum, a not-to-exceed amount, a shared amount.
    Ceiling,
    /// The worth of an option.
    Option,
    /// Funds set aside in law for the contract.
    Obligated,
    /// The worth of a deal that is possible, requested, approved or planned.
    Estimated,
    /// Money that has been paid.
    Paid,
    /// The price of one.
    UnitPrice,
    /// Everything else.
    Other,
}

/// `N00019-21-C-0001`: a number that names a contract, an order, a solicitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Identifier<'t> {
    /// Which numbering it belongs to.
    pub scheme: Scheme,
    /// The plain form, without hyphens.
    #[serde(borrow)]
    pub value: Cow<'t, str>,
    /// The text.
    #[serde(borrow)]
    pub text: Cow<'t, str>,
    /// Where it begins, in the document's offsets.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// Where it begins in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_start: Option<usize>,
    /// Where it ends in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_end: Option<usize>,
}

impl<'t> Identifier<'t> {
    /// The number at `span` of `text`, with its plain form.
    #[must_use]
    pub fn new(span: Span, text: &'t str, scheme: Scheme, value: Cow<'t, str>) -> Self {
        Self {
            scheme,
            value,
            text: Cow::Borrowed(span.of(text)),
            start: span.start,
            end: span.end,
            source_start: None,
            source_end: None,
        }
    }
}

/// `piid` for "N00024-16-C-5102": which numbering an identifier belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Scheme {
    /// A US Procurement Instrument Identifier (FAR 4.1603), 13 characters without hyphens.
    UsPiid,
    /// The number of an order under a contract.
    UsOrder,
    /// The number of a solicitation.
    UsSolicitation,
    /// A transmittal number of the Defense Security Cooperation Agency.
    DscaTransmittal,
    /// Any other.
    Other,
}

/// `firm_fixed_price` at "a firm-fixed-price contract": a pricing term, by the names of FAR part 16.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Pricing {
    /// FAR 16.202.
    FirmFixedPrice,
    /// "fixed-price", with nothing firm said.
    FixedPrice,
    /// FAR 16.203.
    FixedPriceEconomicPriceAdjustment,
    /// FAR 16.204 and 16.403.
    FixedPriceIncentive,
    /// FAR 16.205 and 16.206.
    FixedPriceRedetermination,
    /// FAR 16.404.
    FixedPriceAwardFee,
    /// FAR 16.207.
    FixedPriceLevelOfEffort,
    /// FAR 16.306.
    CostPlusFixedFee,
    /// FAR 16.304 and 16.405-1.
    CostPlusIncentiveFee,
    /// FAR 16.305 and 16.405-2.
    CostPlusAwardFee,
    /// FAR 16.303.
    CostSharing,
    /// FAR 16.301.
    CostReimbursement,
    /// FAR 16.302: "cost", "cost-only".
    Cost,
    /// FAR 16.601.
    TimeAndMaterials,
    /// FAR 16.602.
    LaborHour,
    /// "level-of-effort" alone.
    LevelOfEffort,
}

/// `idiq` at "indefinite-delivery/indefinite-quantity": a contract vehicle, by the names of FAR parts 13 and 16.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Vehicle {
    /// Indefinite delivery, indefinite quantity: FAR 16.504.
    Idiq,
    /// "indefinite-delivery" alone: FAR 16.501-2.
    IndefiniteDelivery,
    /// "indefinite-quantity" alone: FAR 16.504.
    IndefiniteQuantity,
    /// FAR 16.503.
    Requirements,
    /// FAR 16.504(c).
    MultipleAward,
    /// An order for supplies under a contract: FAR 16.501-1.
    DeliveryOrder,
    /// An order for services under a contract: FAR 16.501-1.
    TaskOrder,
    /// Blanket purchase agreement: FAR 13.303.
    Bpa,
    /// FAR 16.703.
    BasicOrderingAgreement,
    /// An undefinitized contract action: DFARS 217.74.
    Undefinitized,
    /// A letter contract: FAR 16.603.
    Letter,
    /// 10 U.S.C. 4021 and 4022.
    OtherTransaction,
    /// A framework agreement, as outside the United States.
    Framework,
}

/// `d1` as `signed`: a date and what it is to the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ContractDate {
    /// The date mention.
    pub date: DateId,
    /// What it is.
    pub role: DateRole,
}

impl ContractDate {
    /// `d1` as the day of signing: the date in its role.
    #[must_use]
    pub const fn new(date: DateId, role: DateRole) -> Self {
        Self { date, role }
    }
}

/// `signed` at "signed in 2021", `completion` at "completed by May 2026": what a date is to a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DateRole {
    /// When it was signed, ordered, agreed.
    Signed,
    /// When it was announced.
    Announced,
    /// When it was awarded.
    Awarded,
    /// When the work is to be completed.
    Completion,
    /// When the goods are or were to be delivered.
    Delivery,
    /// The time of performance, or the end of an ordering period.
    Period,
    /// Any other.
    Other,
}

/// `Fort Worth, Texas (57 percent)`: where the work is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Place<'t> {
    /// The place as it stands in the text.
    #[serde(borrow)]
    pub text: Cow<'t, str>,
    /// Where it begins, in the document's offsets.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// Where it begins in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_start: Option<usize>,
    /// Where it ends in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_end: Option<usize>,
    /// The share of the work in per cent, a decimal string.
    #[serde(borrow)]
    pub percent: Option<Cow<'t, str>>,
}

impl<'t> Place<'t> {
    /// The place at `span` of `text`.
    #[must_use]
    pub fn new(span: Span, text: &'t str) -> Self {
        Self {
            text: Cow::Borrowed(span.of(text)),
            start: span.start,
            end: span.end,
            source_start: None,
            source_end: None,
            percent: None,
        }
    }
}

/// `Fiscal 2016 operations and maintenance (Navy) funds in the amount of $7,000,000`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Funding<'t> {
    /// The amount, where one is stated.
    pub figure: Option<FigureId>,
    /// The account, without the word "funds".
    #[serde(borrow)]
    pub account: Option<Account<'t>>,
    /// `2016`, `2015, 2016`, or `2019/2025` for "2019 through 2025".
    #[serde(borrow)]
    pub fiscal_year: Option<Cow<'t, str>>,
    /// Whether it lapses at the end of the current fiscal year; null if not said.
    pub expires: Option<bool>,
}

impl Funding<'_> {
    /// `""`: a funding line of which nothing was read yet.
    #[must_use]
    pub const fn empty() -> Self {
        Self { figure: None, account: None, fiscal_year: None, expires: None }
    }
}

/// `aircraft procurement (Navy)`: an account as it stands in the text.
pub type Account<'t> = TextSpan<'t>;

/// `most … credited for other purposes`: what became of the money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Disposition<'t> {
    /// Where the words begin, in the document's offsets.
    pub start: usize,
    /// Where they end, exclusive.
    pub end: usize,
    /// The words.
    #[serde(borrow)]
    pub text: Cow<'t, str>,
    /// Where they begin in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_start: Option<usize>,
    /// Where they end in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_end: Option<usize>,
    /// How much of the money: `most`, `half`, `40 percent`.
    #[serde(borrow)]
    pub share: Option<Share<'t>>,
}

impl<'t> Disposition<'t> {
    /// The words at `span` of `text`.
    #[must_use]
    pub fn new(span: Span, text: &'t str) -> Self {
        Self {
            start: span.start,
            end: span.end,
            text: Cow::Borrowed(span.of(text)),
            source_start: None,
            source_end: None,
            share: None,
        }
    }
}

/// `75 percent`: a share of the money as the text gives it.
pub type Share<'t> = Cow<'t, str>;

/// `modification` at "is being awarded a modification": what a text announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Action {
    /// A new contract.
    Award,
    /// An order under a contract.
    Order,
    /// A change of a contract.
    Modification,
    /// An option that is exercised.
    Option,
    /// An end before time.
    Termination,
    /// A correction of an earlier announcement.
    Correction,
    /// An update of an earlier announcement.
    Update,
    /// A government-to-government notice.
    Sale,
}

/// `unfulfilled` at "has yet to deliver": how far a contract has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// "possible sale", "may buy".
    Possible,
    /// "has requested to buy".
    Requested,
    /// "plans to buy", "is to be signed".
    Planned,
    /// "talks on".
    Negotiating,
    /// "the State Department approved".
    Approved,
    /// "signed", "ordered", "bought".
    Signed,
    /// "was awarded".
    Awarded,
    /// "is awarded a modification".
    Modified,
    /// "deliveries have begun".
    InDelivery,
    /// "was delivered".
    Delivered,
    /// "has been delayed".
    Delayed,
    /// "failed to deliver", "has yet to".
    Unfulfilled,
    /// "put on hold".
    Suspended,
    /// "scrapped".
    Cancelled,
    /// "was completed".
    Completed,
    /// A state that none of these names.
    Other,
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Possible => "possible",
            Self::Requested => "requested",
            Self::Planned => "planned",
            Self::Negotiating => "negotiating",
            Self::Approved => "approved",
            Self::Signed => "signed",
            Self::Awarded => "awarded",
            Self::Modified => "modified",
            Self::InDelivery => "in delivery",
            Self::Delivered => "delivered",
            Self::Delayed => "delayed",
            Self::Unfulfilled => "unfulfilled",
            Self::Suspended => "suspended",
            Self::Cancelled => "cancelled",
            Self::Completed => "completed",
            Self::Other => "other",
        })
    }
}
