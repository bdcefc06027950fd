"""The records, as classes: written by generate.py from `outlay schema`, and not by hand.

Each is read-only, equal to another of the same content, and made of plain values: `str`, `int`, `bool`, `decimal.Decimal`, tuples and records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, Optional

from ._record import DocumentRecord, Record

PublishedBasis = Literal[
    "given",
    "dateline",
    "metadata",
]
"""`given` by the caller, or read from a dateline: how a document's date is known."""

Offsets = Literal[
    "chars",
    "bytes",
    "utf16",
]
"""What the `start` and `end` of a document's records count."""

Kind = Literal[
    "exact",
    "range",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "vague",
]
"""`at_most` for "up to $5 million", `range` for "$4-5 million": what an amount claims of the money it speaks of."""

CurrencyBasis = Literal[
    "code",
    "symbol",
    "name",
    "default",
    "context",
]
"""`symbol` for "€5", `default` for "$5": how a currency was decided."""

Sign = Literal[
    "positive",
    "negative",
]
"""`-$5`, `$(5)`: whether an amount is written with a minus sign or in accounting parentheses. A loss is positive money."""

HedgeKind = Literal[
    "approximate",
    "bound",
    "reported",
    "possible",
    "planned",
]
"""`reportedly` reports, `about` blurs: what a hedge does to the figure that it stands by."""

DateKind = Literal[
    "day",
    "month",
    "quarter",
    "year",
    "decade",
    "fiscal_year",
    "range",
    "set",
    "relative",
]
"""`month` for "May 2025", `relative` for "last month": what kind of expression a date is."""

EvidenceFor = Literal[
    "mention",
    "status",
    "supplier",
    "customer",
    "role",
    "domain",
]
"""`status` at "has yet to deliver": what a piece of evidence decided."""

PartyKind = Literal[
    "company",
    "state",
    "ministry",
    "military",
    "agency",
    "organisation",
    "person",
    "unknown",
]
"""`government` for "Yerevan", `company` for "Velmark GmbH": what a party is."""

CountryBasis = Literal[
    "name",
    "demonym",
    "capital",
    "seat",
    "place",
]
"""`capital` for "Yerevan", `demonym` for "the Armenian side": how a party's country is known."""

ValueRole = Literal[
    "award",
    "modification",
    "cumulative",
    "ceiling",
    "option",
    "obligated",
    "estimated",
    "paid",
    "unit_price",
    "other",
]
"""`award` for "a $5 million contract", `option` for "options worth $2 million": what a figure is to a contract."""

Scheme = Literal[
    "us_piid",
    "us_order",
    "us_solicitation",
    "dsca_transmittal",
    "other",
]
"""`piid` for "N00024-16-C-5102": which numbering an identifier belongs to."""

Pricing = Literal[
    "firm_fixed_price",
    "fixed_price",
    "fixed_price_economic_price_adjustment",
    "fixed_price_incentive",
    "fixed_price_redetermination",
    "fixed_price_award_fee",
    "fixed_price_level_of_effort",
    "cost_plus_fixed_fee",
    "cost_plus_incentive_fee",
    "cost_plus_award_fee",
    "cost_sharing",
    "cost_reimbursement",
    "cost",
    "time_and_materials",
    "labor_hour",
    "level_of_effort",
]
"""`firm_fixed_price` at "a firm-fixed-price contract": a pricing term, by the names of FAR part 16."""

Vehicle = Literal[
    "idiq",
    "indefinite_delivery",
    "indefinite_quantity",
    "requirements",
    "multiple_award",
    "delivery_order",
    "task_order",
    "bpa",
    "basic_ordering_agreement",
    "undefinitized",
    "letter",
    "other_transaction",
    "framework",
]
"""`idiq` at "indefinite-delivery/indefinite-quantity": a contract vehicle, by the names of FAR parts 13 and 16."""

DateRole = Literal[
    "signed",
    "announced",
    "awarded",
    "completion",
    "delivery",
    "period",
    "other",
]
"""`signed` at "signed in 2021", `completion` at "completed by May 2026": what a date is to a contract."""

Action = Literal[
    "award",
    "order",
    "modification",
    "option",
    "termination",
    "correction",
    "update",
    "sale",
]
"""`modification` at "is being awarded a modification": what a text announces."""

Status = Literal[
    "possible",
    "requested",
    "planned",
    "negotiating",
    "approved",
    "signed",
    "awarded",
    "modified",
    "in_delivery",
    "delivered",
    "delayed",
    "unfulfilled",
    "suspended",
    "cancelled",
    "completed",
    "other",
]
"""`unfulfilled` at "has yet to deliver": how far a contract has come."""

Code = Literal[
    "number_too_large",
    "doubtful_number",
    "too_long",
    "malformed_amount",
    "undecodable",
    "withdrawn",
]
"""`number_too_large`: the stable name of a diagnostic."""


@dataclass(frozen=True, repr=False)
class Hedge(Record):
    """`reportedly` in "reportedly paid $5 million"."""

    start: int
    """Where the words begin, in the document's offsets."""
    end: int
    """Where they end, exclusive."""
    text: str
    """The words."""
    source_start: Optional[int]
    """Where they begin in the decoded HTML, for a page."""
    source_end: Optional[int]
    """Where they end in the decoded HTML, for a page."""
    kind: HedgeKind
    """What the words do."""


@dataclass(frozen=True, repr=False)
class Figure(Record):
    """`between $250 million and $400 million` in "reportedly paid between $250 million and $400 million".

    The span is the amount with its currency and the words that make it a range, without hedges ("about", "more than").
    """

    id: str
    """`f1`, `f2`, … in text order."""
    start: int
    """Where the mention begins, in the document's offsets."""
    end: int
    """Where it ends, exclusive."""
    text: str
    """The text there."""
    source_start: Optional[int]
    """Where it begins in the decoded HTML, for a page."""
    source_end: Optional[int]
    """Where it ends in the decoded HTML, for a page."""
    kind: Kind
    """What is claimed: exact, a range, a bound, vague."""
    low: Optional[Decimal]
    """The lower bound in major units, as a decimal string; equal to `high` for an exact amount, null where there is none."""
    high: Optional[Decimal]
    """The upper bound in major units, as a decimal string."""
    magnitude: Optional[Decimal]
    """For vague money only: the smallest amount that the words can mean ("multimillion" 1000000)."""
    currency: Optional[str]
    """ISO 4217, null where the text does not decide it."""
    currency_basis: Optional[CurrencyBasis]
    """How the currency was decided."""
    currency_candidates: tuple[str, ...]
    """What the currency can be, where the text only narrows it ("kr", "pesos")."""
    approximate: bool
    """"about", "nearly", "some", "an estimated", "~"."""
    sign: Sign
    """Negative where a minus or accounting parentheses are written."""
    per: Optional[str]
    """"a barrel", "per year", "each": `barrel`, `year`, `unit`."""
    hedges: tuple[Hedge, ...]
    """The words that hedge this figure."""
    converts: Optional[str]
    """The figure that this one converts: in "5.4 billion euros ($6.1 billion)" the second converts the first."""
    contracts: tuple[str, ...]
    """The contracts whose values name this figure."""
    rule: str
    """The grammar rule that read it, such as `range.between_and`."""


@dataclass(frozen=True, repr=False)
class DateMention(Record):
    """`2021 and 2022` in "contracts signed in 2021 and 2022"."""

    id: str
    """`d1`, `d2`, … in text order."""
    start: int
    """Where the mention begins, in the document's offsets."""
    end: int
    """Where it ends, exclusive."""
    text: str
    """The text there."""
    source_start: Optional[int]
    """Where it begins in the decoded HTML, for a page."""
    source_end: Optional[int]
    """Where it ends in the decoded HTML, for a page."""
    edtf: Optional[str]
    """The date; null for a relative one that there is nothing to resolve against."""
    kind: DateKind
    """What kind of expression it is."""
    resolved_from: Optional[str]
    """The `published` date that a relative one was resolved against."""
    fiscal: Optional[str]
    """The fiscal year's label: `2023` in "fiscal 2023", `2015/2018` in "fiscal years 2015 through 2018"."""
    rule: str
    """The grammar rule that read it, such as `date.month_day_year`."""


@dataclass(frozen=True, repr=False)
class Evidence(Record):
    """`has yet to deliver`: words that decided a fact."""

    start: int
    """Where the words begin, in the document's offsets."""
    end: int
    """Where they end, exclusive."""
    text: str
    """The words."""
    source_start: Optional[int]
    """Where they begin in the decoded HTML, for a page."""
    source_end: Optional[int]
    """Where they end in the decoded HTML, for a page."""
    for_: EvidenceFor
    """What they decided."""


@dataclass(frozen=True, repr=False)
class TextSpan(Record):
    """`Fort Worth, Texas`: a stretch of the text that is itself the fact."""

    start: int
    """Where it begins, in the document's offsets."""
    end: int
    """Where it ends, exclusive."""
    text: str
    """The text there."""
    source_start: Optional[int]
    """Where it begins in the decoded HTML, for a page."""
    source_end: Optional[int]
    """Where it ends in the decoded HTML, for a page."""


@dataclass(frozen=True, repr=False)
class Party(Record):
    """`the Armenian side` in "paid by the Armenian side"."""

    name: str
    """The name as it stands in the text.

    Empty, at an empty place, where a text names a state by none of its own words: "the State Department approved the sale" makes the United
    States a supplier, and the office's words are its evidence.
    """
    start: int
    """Where the name begins, in the document's offsets."""
    end: int
    """Where it ends, exclusive."""
    source_start: Optional[int]
    """Where it begins in the decoded HTML, for a page."""
    source_end: Optional[int]
    """Where it ends in the decoded HTML, for a page."""
    kind: PartyKind
    """What it is."""
    country: Optional[str]
    """The state that the party is or stands for, or that its place lies in."""
    country_basis: Optional[CountryBasis]
    """How the country is known."""
    place: Optional[TextSpan]
    """The text after a company's name: `Fort Worth, Texas`."""
    small_business: Optional[bool]
    """True where the announcement's asterisk says so."""


@dataclass(frozen=True, repr=False)
class Item(Record):
    """`24 Su-30SM fighter jets`: what is bought."""

    text: str
    """The noun phrase without its number: `Su-30SM fighter jets`."""
    start: int
    """Where it begins, in the document's offsets."""
    end: int
    """Where it ends, exclusive."""
    source_start: Optional[int]
    """Where it begins in the decoded HTML, for a page."""
    source_end: Optional[int]
    """Where it ends in the decoded HTML, for a page."""
    designation: Optional[str]
    """The type's designation: `Su-30SM`."""
    quantity: Optional[str]
    """How many, in digits; a range as `20/30`."""
    quantity_span: Optional[TextSpan]
    """Where the number stands."""
    delivered: Optional[str]
    """How many of them were delivered, where the text says so."""
    optional: Optional[str]
    """How many more are an option, where the text says so."""
    unit: Optional[str]
    """What the quantity counts, where it is not pieces: `tons`."""


@dataclass(frozen=True, repr=False)
class Value(Record):
    """`f1` as `paid`: a figure and what it is to the contract."""

    figure: str
    """The figure."""
    role: ValueRole
    """What it is."""


@dataclass(frozen=True, repr=False)
class Identifier(Record):
    """`N00019-21-C-0001`: a number that names a contract, an order, a solicitation."""

    scheme: Scheme
    """Which numbering it belongs to."""
    value: str
    """The plain form, without hyphens."""
    text: str
    """The text."""
    start: int
    """Where it begins, in the document's offsets."""
    end: int
    """Where it ends, exclusive."""
    source_start: Optional[int]
    """Where it begins in the decoded HTML, for a page."""
    source_end: Optional[int]
    """Where it ends in the decoded HTML, for a page."""


@dataclass(frozen=True, repr=False)
class ContractDate(Record):
    """`d1` as `signed`: a date and what it is to the contract."""

    date: str
    """The date mention."""
    role: DateRole
    """What it is."""


@dataclass(frozen=True, repr=False)
class Place(Record):
    """`Fort Worth, Texas (57 percent)`: where the work is done."""

    text: str
    """The place as it stands in the text."""
    start: int
    """Where it begins, in the document's offsets."""
    end: int
    """Where it ends, exclusive."""
    source_start: Optional[int]
    """Where it begins in the decoded HTML, for a page."""
    source_end: Optional[int]
    """Where it ends in the decoded HTML, for a page."""
    percent: Optional[str]
    """The share of the work in per cent, a decimal string."""


@dataclass(frozen=True, repr=False)
class Funding(Record):
    """`Fiscal 2016 operations and maintenance (Navy) funds in the amount of $7,000,000`."""

    figure: Optional[str]
    """The amount, where one is stated."""
    account: Optional[TextSpan]
    """The account, without the word "funds"."""
    fiscal_year: Optional[str]
    """`2016`, `2015, 2016`, or `2019/2025` for "2019 through 2025"."""
    expires: Optional[bool]
    """Whether it lapses at the end of the current fiscal year; null if not said."""


@dataclass(frozen=True, repr=False)
class Disposition(Record):
    """`most … credited for other purposes`: what became of the money."""

    start: int
    """Where the words begin, in the document's offsets."""
    end: int
    """Where they end, exclusive."""
    text: str
    """The words."""
    source_start: Optional[int]
    """Where they begin in the decoded HTML, for a page."""
    source_end: Optional[int]
    """Where they end in the decoded HTML, for a page."""
    share: Optional[str]
    """How much of the money: `most`, `half`, `40 percent`."""


@dataclass(frozen=True, repr=False)
class Contract(Record):
    """`Ardenia reportedly paid $250 million for launchers that Velmark has yet to deliver.`

    Who sells what to whom, for how much, signed when, and what became of it. A field that the text does not decide is null or empty.
    """

    id: str
    """`c1`, `c2`, … in text order."""
    start: int
    """Where the evidence begins: the smallest run of sentences that carries the facts."""
    end: int
    """Where it ends, exclusive."""
    text: str
    """The text there."""
    source_start: Optional[int]
    """Where it begins in the decoded HTML, for a page."""
    source_end: Optional[int]
    """Where it ends in the decoded HTML, for a page."""
    evidence: tuple[Evidence, ...]
    """The words that decided a fact."""
    suppliers: tuple[Party, ...]
    """Who sells or builds."""
    customers: tuple[Party, ...]
    """Who buys."""
    beneficiaries: tuple[Party, ...]
    """End users, where they differ from the buyer (foreign military sales)."""
    items: tuple[Item, ...]
    """What is bought."""
    values: tuple[Value, ...]
    """The figures of the contract, each with its role."""
    identifiers: tuple[Identifier, ...]
    """Contract, order and solicitation numbers."""
    modification: Optional[str]
    """The modification's number: `P00012`."""
    pricing: tuple[Pricing, ...]
    """Pricing terms by the names of FAR part 16."""
    vehicle: tuple[Vehicle, ...]
    """Contract vehicles by the names of FAR parts 13 and 16."""
    dates: tuple[ContractDate, ...]
    """The dates of the contract, each with its role."""
    places: tuple[Place, ...]
    """Where the work is done."""
    funding: tuple[Funding, ...]
    """The obligated money by account and fiscal year."""
    activity: Optional[TextSpan]
    """The contracting activity."""
    offers: Optional[int]
    """How many offers were received."""
    competed: Optional[bool]
    """Whether it was competitively procured."""
    action: Optional[Action]
    """What the text announces; null in ordinary prose."""
    parent: Optional[Identifier]
    """The contract that an order stands under or that a modification changes."""
    shared_ceiling: bool
    """Several suppliers compete under one ceiling: the value is not each one's."""
    branch: Optional[str]
    """The heading that a paragraph stands under: `NAVY`."""
    set_aside: Optional[TextSpan]
    """`small business set-aside`, `SBIR Phase III`."""
    authority: Optional[TextSpan]
    """The ground for not competing: `10 U.S.C. 2304(c)(1)`."""
    financing: tuple[TextSpan, ...]
    """Loan, credit, grant, aid, offset or local-production terms tied to the deal."""
    reason: Optional[TextSpan]
    """The reason that the text gives for the status."""
    disposition: Optional[Disposition]
    """What became of the money."""
    status: Status
    """How far the contract has come."""
    hedged: bool
    """The text reports it at second hand or as uncertain."""
    attribution: Optional[TextSpan]
    """Whose statement it is."""
    rule: str
    """The assembly rule, such as `dod.award`."""


@dataclass(frozen=True, repr=False)
class Diagnostic(Record):
    """`$99999999999999999999999999999999`: a number that a decimal cannot hold is said, never rounded and never dropped."""

    start: int
    """Where it begins, in the document's offsets."""
    end: int
    """Where it ends, exclusive."""
    source_start: Optional[int]
    """Where it begins in the decoded HTML, for a page."""
    source_end: Optional[int]
    """Where it ends in the decoded HTML, for a page."""
    code: Code
    """A stable name for programs."""
    message: str
    """A sentence for people."""


@dataclass(frozen=True, repr=False)
class Document(DocumentRecord):
    """`Ardenia paid $5 million in 2021.` as one figure and one date: all that was read in one text: figures, dates and contracts, each in
    order of where it begins.
    """

    schema: str
    """The format's name and major version: `outlay/1`."""
    id: str
    """The row's id in batch input, else the file's path as given, `-` for standard input."""
    language: str
    """BCP 47: `en` for now."""
    published: Optional[str]
    """When the text was published: a day, month or year."""
    published_basis: Optional[PublishedBasis]
    """How that is known."""
    offsets: Offsets
    """What `start` and `end` count."""
    content: Optional[str]
    """The text that the offsets count in, where it is not the input itself or was asked for."""
    figures: tuple[Figure, ...]
    """The mentions of money. Two figures never overlap."""
    dates: tuple[DateMention, ...]
    """The mentions of dates. Two never overlap."""
    contracts: tuple[Contract, ...]
    """The contracts, orders, sales and awards."""
    diagnostics: tuple[Diagnostic, ...]
    """What could not be read; empty in the ordinary case."""
    text: str = field(compare=False)
    """The text that the offsets count in. It is no part of the record: not compared, and not in JSON."""


__all__ = [
    "Action",
    "Code",
    "Contract",
    "ContractDate",
    "CountryBasis",
    "CurrencyBasis",
    "DateKind",
    "DateMention",
    "DateRole",
    "Diagnostic",
    "Disposition",
    "Document",
    "Evidence",
    "EvidenceFor",
    "Figure",
    "Funding",
    "Hedge",
    "HedgeKind",
    "Identifier",
    "Item",
    "Kind",
    "Offsets",
    "Party",
    "PartyKind",
    "Place",
    "Pricing",
    "PublishedBasis",
    "Scheme",
    "Sign",
    "Status",
    "TextSpan",
    "Value",
    "ValueRole",
    "Vehicle",
]
