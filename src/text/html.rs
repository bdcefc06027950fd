//! A page becomes its article, with a map from every offset of the text back to the page's source.
//!
//! ```text
//! <p>paid <b>$5&nbsp;million</b> for</p>     →   paid $5 million for
//! ```
//! The source is read once from front to back. Tags are taken apart as browsers do; what they cannot mend here (unclosed
//! elements, quotes and comments) ends where a browser would end it or a little earlier. Text goes into blocks: a paragraph,
//! a line, a cell. Then the blocks that are no part of the article are left out: menus, sidebars, footers, lists of links,
//! and all that stands outside an `article` or `main` that holds most of the page's text. A block between blocks is written
//! as an empty line, a line break or ` | ` between cells, so that no two of them can be read as one sentence.

use std::collections::HashMap;
use std::ops::Range;

use memchr::memmem;

use super::entity::reference;
use super::plain::{self, Decoded, Encoding};
use crate::span::Span;

/// `<p>Ardenia paid $5 million.</p>` as its text: the article of a page.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Page {
    /// The text.
    pub content: String,
    /// `2025-05-21`: when the page says that it was published; a day, month or year.
    pub published: Option<String>,
    runs: Vec<Run>,
}

/// A stretch of the content, up to the next run's, and where it stands in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    /// Where it begins in the content.
    at: usize,
    /// Where it stands in the source.
    source: Range<usize>,
    /// Whether it is the source's bytes as they stand: not a decoded reference, joined white space or a written break.
    verbatim: bool,
}

impl Page {
    /// The article of the page whose decoded source is `source`.
    #[must_use]
    pub fn read(source: &str) -> Self {
        Reader::new(source).read()
    }

    /// `3..10` for the first word behind `<p>`: where in the source a span of the content stands.
    #[must_use]
    pub fn source(&self, span: Span) -> Span {
        let start = self.run(span.start).map_or(0, |run| run.offset(span.start, run.source.start));
        if span.end <= span.start {
            return Span::new(start, start);
        }
        let end = self.run(span.end - 1).map_or(0, |run| run.offset(span.end, run.source.end));
        Span::new(start, end.max(start))
    }

    /// `0..7` for what stands at 3..10 behind `<p>`: where in the content something of the source stands, or would stand if it were not left out.
    #[must_use]
    pub fn content_at(&self, source: usize) -> usize {
        let next = self.runs.partition_point(|run| run.source.start <= source);
        let Some(run) = next.checked_sub(1).map(|i| &self.runs[i]) else { return 0 };
        let end = self.runs.get(next).map_or(self.content.len(), |next| next.at);
        if run.verbatim { (run.at + (source - run.source.start)).min(end) } else { run.at }
    }

    /// The run that holds the byte at `at` of the content.
    fn run(&self, at: usize) -> Option<&Run> {
        let next = self.runs.partition_point(|run| run.at <= at);
        next.checked_sub(1).map(|i| &self.runs[i])
    }
}

impl Run {
    /// Where the content's offset `at` stands in the source; `otherwise` where the bytes are not those of the source.
    fn offset(&self, at: usize, otherwise: usize) -> usize {
        if self.verbatim { (self.source.start + (at - self.at)).min(self.source.end) } else { otherwise }
    }
}

/// The source of a page: by its mark, else as `named`, else as it declares itself, else UTF-8.
#[must_use]
pub fn decode(bytes: &[u8], named: Option<Encoding>) -> Decoded<'_> {
    match named.or_else(|| declared(bytes)) {
        Some(encoding) => encoding.decode(bytes),
        None => plain::decode(bytes),
    }
}

/// `<meta charset="windows-1251">`, `<meta … content="text/html; charset=…">`, `<?xml … encoding="…"?>`
fn declared(bytes: &[u8]) -> Option<Encoding> {
    /// Pages declare themselves in their first kilobyte; a few have a long comment before it.
    const FAR: usize = 8192;
    let head = bytes[..bytes.len().min(FAR)].to_ascii_lowercase();
    let xml = head.starts_with(b"<?xml").then(|| memchr::memchr(b'>', &head)).flatten();
    if let Some(end) = xml
        && let Some(label) = label(&head[..end], b"encoding")
    {
        return Encoding::named(label);
    }
    memmem::find_iter(&head, b"<meta").find_map(|at| {
        let rest = &head[at..];
        let label = label(&rest[..memchr::memchr(b'>', rest)?], b"charset")?;
        match label {
            // A page whose declaration can be read as ASCII is not in UTF-16.
            [b'u', b't', b'f', b'-', b'1', b'6', ..] => Encoding::named(b"utf-8"),
            b"x-user-defined" => Encoding::named(b"windows-1252"),
            label => Encoding::named(label),
        }
    })
}

/// `windows-1251` in `charset="windows-1251"`.
fn label<'b>(tag: &'b [u8], key: &[u8]) -> Option<&'b [u8]> {
    let rest = tag[memmem::find(tag, key)? + key.len()..].trim_ascii_start();
    let rest = rest.strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest.iter().position(|b| b"\"'; \t\r\n?/".contains(b)).unwrap_or(rest.len());
    Some(&rest[..end])
}

/// What stands between a block and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    /// Another cell of the same row.
    Cell,
    /// A line.
    Line,
    /// A paragraph.
    Paragraph,
}

impl Gap {
    fn as_str(self) -> &'static str {
        match self {
            Self::Cell => " | ",
            Self::Line => "\n",
            Self::Paragraph => "\n\n",
        }
    }
}

/// What an element does to the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Element {
    /// `<b>`: nothing at all.
    Inline,
    /// `<img>`: it has no end.
    Void,
    /// `<br>`.
    Break,
    /// `<script>`: its content is not markup, and no text of the page.
    Raw,
    /// `<button>`: its text is not the article's.
    Skipped,
    /// `<p>`, `<div>`, `<li>`, `<td>`: a block of its own.
    Block(Gap),
    /// `<a>`.
    Link,
    /// `<span>`, `<my-card>`: nothing, unless an attribute says so.
    Other,
}

impl Element {
    fn named(name: &str) -> Self {
        match name {
            "b" | "i" | "em" | "strong" | "u" | "s" | "font" | "small" | "big" | "sub" | "sup" | "abbr" | "acronym"
            | "code" | "cite" | "q" | "mark" | "tt" | "kbd" | "samp" | "var" | "del" | "ins" | "strike" | "bdi"
            | "bdo" | "wbr" | "time" | "data" | "dfn" | "html" | "tbody" | "thead" | "tfoot" | "colgroup"
            | "center" => Self::Inline,
            "img" | "input" | "meta" | "link" | "base" | "area" | "col" | "embed" | "param" | "source" | "track" => {
                Self::Void
            }
            "br" | "hr" => Self::Break,
            "script" | "style" | "textarea" | "title" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => {
                Self::Raw
            }
            "button" | "select" | "option" | "label" | "svg" | "math" | "template" | "object" | "video" | "audio"
            | "canvas" | "map" | "datalist" | "meter" | "progress" | "applet" => Self::Skipped,
            "td" | "th" => Self::Block(Gap::Cell),
            "li" | "dt" | "dd" | "tr" | "summary" | "legend" => Self::Block(Gap::Line),
            "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "dl" | "table" | "caption"
            | "section" | "article" | "main" | "blockquote" | "figure" | "figcaption" | "pre" | "address"
            | "hgroup" | "details" | "fieldset" | "nav" | "aside" | "footer" | "header" | "form" | "menu"
            | "dialog" | "body" | "dir" | "listing" | "search" => Self::Block(Gap::Paragraph),
            "a" => Self::Link,
            _ => Self::Other,
        }
    }
}

/// What holds for the text at a place of the source.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// In an element whose text is never the article's.
    skipped: bool,
    /// In an `<a>`.
    link: bool,
    /// White space stands as written.
    pre: bool,
    /// In `<h1>`.
    title: bool,
    /// In an item of a list.
    item: bool,
    /// The innermost region, by its number; 0 is the page.
    region: usize,
}

/// An open element, and what held before it.
struct Open {
    name: usize,
    before: Place,
}

/// A part of the page that is perhaps the article, or perhaps not of it.
struct Region {
    parent: usize,
    kind: RegionKind,
    /// How much text it holds, without links; paragraphs count twice.
    weight: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RegionKind {
    /// `<article>`, `<main>`, the page: the article, if it holds at least half of the text.
    Article,
    /// `<form>`, `class="sidebar"`: left out, unless it holds at least half of the text.
    Doubtful,
    /// `<nav>`, `<aside>`: left out, unless nearly all of the text is in it, as where it was never closed.
    Apart,
}

/// A paragraph, line or cell.
struct Block {
    gap: Gap,
    text: Range<usize>,
    runs: Range<usize>,
    /// How many bytes of it are in links.
    linked: usize,
    place: Place,
}

struct Reader<'s> {
    source: &'s str,
    text: String,
    runs: Vec<Run>,
    blocks: Vec<Block>,
    regions: Vec<Region>,
    /// The open elements; deeper ones than [`DEEPEST`] are not followed.
    open: Vec<Open>,
    place: Place,
    /// The names met so far, and how many elements of each are open.
    names: HashMap<String, usize>,
    counts: Vec<usize>,
    /// The block that is being written.
    gap: Gap,
    block_text: usize,
    block_runs: usize,
    linked: usize,
    /// White space that is written if more text comes.
    space: Option<Range<usize>>,
    dates: Dates,
}

/// Where a page says when it was published.
#[derive(Default)]
struct Dates {
    meta: Option<String>,
    json: Option<String>,
    /// Of each `<time>`: the region and the date.
    times: Vec<(usize, String)>,
}

/// No page that a browser shows is nested deeper.
const DEEPEST: usize = 1024;

impl<'s> Reader<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            text: String::new(),
            runs: Vec::new(),
            blocks: Vec::new(),
            regions: vec![Region { parent: 0, kind: RegionKind::Article, weight: 0 }],
            open: Vec::new(),
            place: Place::default(),
            names: HashMap::new(),
            counts: Vec::new(),
            gap: Gap::Paragraph,
            block_text: 0,
            block_runs: 0,
            linked: 0,
            space: None,
            dates: Dates::default(),
        }
    }

    fn read(mut self) -> Page {
        let bytes = self.source.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let next = memchr::memchr(b'<', &bytes[at..]).map_or(bytes.len(), |n| at + n);
            self.write(at..next);
            at = match bytes.get(next + 1) {
                None => bytes.len(),
                Some(b'!' | b'?') => comment_end(bytes, next),
                Some(b'/') if bytes.get(next + 2).is_some_and(u8::is_ascii_alphabetic) => self.end_tag(next),
                Some(b'/') => memchr::memchr(b'>', &bytes[next..]).map_or(bytes.len(), |n| next + n + 1),
                Some(b) if b.is_ascii_alphabetic() => self.start_tag(next),
                Some(_) => {
                    self.write(next..next + 1);
                    next + 1
                }
            };
            if next + 1 == bytes.len() {
                self.write(next..next + 1);
            }
        }
        self.end_block(Gap::Paragraph);
        self.finish()
    }

    /// `<td class="sum">`, from its `<`; returns where the source goes on.
    fn start_tag(&mut self, from: usize) -> usize {
        let tag = Tag::read(self.source, from);
        let Some(tag) = tag else { return self.source.len() };
        let name = self.source[tag.name.clone()].to_ascii_lowercase();
        let element = Element::named(&name);
        match element {
            Element::Inline => {
                if name == "time"
                    && !self.place.skipped
                    && let Some(date) = tag.value(self.source, "datetime").and_then(calendar_date)
                {
                    self.dates.times.push((self.place.region, date));
                }
                return tag.end;
            }
            Element::Void => {
                if name == "meta" {
                    self.meta(&tag);
                }
                return tag.end;
            }
            Element::Break => {
                // Two breaks in a row are an empty line.
                let empty = self.text.len() == self.block_text && self.gap >= Gap::Line;
                self.end_block(if empty || name == "hr" { Gap::Paragraph } else { Gap::Line });
                return tag.end;
            }
            Element::Raw => return self.raw(&name, &tag),
            Element::Block(gap) => {
                self.end_implied(&name);
                self.end_block(gap);
            }
            Element::Link if self.place.link => self.close("a"),
            Element::Skipped | Element::Link | Element::Other => {}
        }
        let closed = tag.closed && (self.place.skipped || matches!(element, Element::Skipped | Element::Other));
        if closed || self.open.len() >= DEEPEST {
            return tag.end;
        }
        let before = self.place;
        match (element, name.as_str()) {
            (Element::Skipped, _) => self.place.skipped = true,
            (Element::Link, _) => self.place.link = true,
            (_, "pre" | "listing") => self.place.pre = true,
            (_, "h1") => self.place.title = true,
            (_, "li") => self.place.item = true,
            _ => {}
        }
        if !self.place.skipped
            && let Some(kind) = self.region(&name, &tag)
        {
            self.regions.push(Region { parent: self.place.region, kind, weight: 0 });
            self.place.region = self.regions.len() - 1;
            self.end_block(Gap::Line);
        }
        let id = self.name(name);
        self.counts[id] += 1;
        self.open.push(Open { name: id, before });
        tag.end
    }

    /// `</td>`, from its `<`.
    fn end_tag(&mut self, from: usize) -> usize {
        let bytes = self.source.as_bytes();
        let start = from + 2;
        let length = bytes[start..].iter().position(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'));
        let Some(length) = length else { return bytes.len() };
        let name = self.source[start..start + length].to_ascii_lowercase();
        match Element::named(&name) {
            // The break before the next cell or line is written there.
            Element::Block(Gap::Cell) => self.end_block(Gap::Cell),
            Element::Block(gap) => self.end_block(gap),
            _ => {}
        }
        self.close(&name);
        memchr::memchr(b'>', &bytes[start..]).map_or(bytes.len(), |n| start + n + 1)
    }

    /// Ends the innermost open element of that name, and those in it. An end without a beginning is nothing.
    fn close(&mut self, name: &str) {
        let Some(&id) = self.names.get(name) else { return };
        if self.counts[id] == 0 {
            return;
        }
        while let Some(open) = self.open.pop() {
            self.counts[open.name] -= 1;
            if self.place.region != open.before.region {
                self.end_block(Gap::Line);
            }
            self.place = open.before;
            if open.name == id {
                break;
            }
        }
    }

    /// `<p>` ends a paragraph that was not closed, `<li>` an item, `<td>` a cell.
    fn end_implied(&mut self, name: &str) {
        let ended: &[&str] = match name {
            "li" => &["p", "li"],
            "td" | "th" => &["p", "td", "th"],
            "tr" => &["p", "td", "th", "tr"],
            "dt" | "dd" => &["p", "dt", "dd"],
            _ => &["p"],
        };
        for name in ended {
            let top = self.open.last().map(|open| open.name);
            if top.is_some() && top == self.names.get(*name).copied() {
                self.close(name);
            }
        }
    }

    /// Whether the element begins a region, and of which kind.
    fn region(&self, name: &str, tag: &Tag) -> Option<RegionKind> {
        let in_article = self.place.region != 0 && self.regions[self.place.region].kind == RegionKind::Article;
        match name {
            "article" | "main" => return Some(RegionKind::Article),
            "nav" | "aside" | "footer" | "menu" | "dialog" | "search" => return Some(RegionKind::Apart),
            "form" => return Some(RegionKind::Doubtful),
            "header" if !in_article => return Some(RegionKind::Doubtful),
            // Themes put the names of all their parts on the body.
            "body" => return None,
            _ => {}
        }
        for (key, value) in &tag.attributes {
            let value = &self.source[value.clone()];
            let is = |name: &str| self.source[key.clone()].eq_ignore_ascii_case(name);
            let kind = if is("hidden") {
                Some(RegionKind::Apart)
            } else if is("aria-hidden") {
                value.eq_ignore_ascii_case("true").then_some(RegionKind::Apart)
            } else if is("style") {
                let style: String = value.chars().filter(|c| !c.is_whitespace()).take(200).collect();
                style.to_ascii_lowercase().contains("display:none").then_some(RegionKind::Apart)
            } else if is("role") {
                match value.to_ascii_lowercase().as_str() {
                    "main" | "article" => Some(RegionKind::Article),
                    "navigation" | "complementary" | "contentinfo" | "search" | "dialog" | "menu" => {
                        Some(RegionKind::Apart)
                    }
                    "banner" => Some(RegionKind::Doubtful),
                    _ => None,
                }
            } else if is("itemprop") {
                value.eq_ignore_ascii_case("articleBody").then_some(RegionKind::Article)
            } else if is("class") || is("id") {
                value.split(|c: char| !c.is_ascii_alphanumeric()).any(is_apart).then_some(RegionKind::Doubtful)
            } else {
                None
            };
            if kind.is_some() {
                return kind;
            }
        }
        None
    }

    /// The content of an element that is not markup, up to its end.
    fn raw(&mut self, name: &str, tag: &Tag) -> usize {
        let bytes = self.source.as_bytes();
        let mut at = tag.end;
        let end = loop {
            let Some(next) = memmem::find(&bytes[at..], b"</").map(|n| at + n) else { break bytes.len() };
            let found = bytes.get(next + 2..next + 2 + name.len());
            if found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes())) {
                break next;
            }
            at = next + 2;
        };
        if name == "script"
            && self.dates.json.is_none()
            && tag.value(self.source, "type").is_some_and(|kind| kind.contains("json"))
        {
            self.dates.json = date_published(&self.source[tag.end..end]);
        }
        memchr::memchr(b'>', &bytes[end..]).map_or(bytes.len(), |n| end + n + 1)
    }

    /// `<meta property="article:published_time" content="2025-05-21T10:00:00Z">`
    fn meta(&mut self, tag: &Tag) {
        const NAMES: &[&str] = &[
            "article:published_time",
            "og:published_time",
            "datepublished",
            "date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "publication_date",
            "published_time",
            "dc.date",
            "dc.date.issued",
            "dcterms.date",
            "dcterms.issued",
            "dcterms.created",
            "parsely-pub-date",
            "sailthru.date",
            "citation_publication_date",
            "article.published",
        ];
        if self.dates.meta.is_some() {
            return;
        }
        let name = ["property", "name", "itemprop"].iter().find_map(|key| tag.value(self.source, key));
        if let Some(name) = name
            && NAMES.contains(&name.to_ascii_lowercase().as_str())
        {
            self.dates.meta = tag.value(self.source, "content").and_then(calendar_date);
        }
    }

    fn name(&mut self, name: String) -> usize {
        let next = self.counts.len();
        let id = *self.names.entry(name).or_insert(next);
        if id == next {
            self.counts.push(0);
        }
        id
    }

    /// Text of the source, with its references and white space.
    fn write(&mut self, range: Range<usize>) {
        if self.place.skipped {
            return;
        }
        let bytes = self.source.as_bytes();
        let mut at = range.start;
        while at < range.end {
            let byte = bytes[at];
            if byte.is_ascii_whitespace() && !self.place.pre {
                let end = bytes[at..range.end].iter().position(|b| !b.is_ascii_whitespace());
                let end = end.map_or(range.end, |n| at + n);
                match &mut self.space {
                    Some(space) => space.end = end,
                    none => *none = Some(at..end),
                }
                at = end;
                continue;
            }
            let source = self.source;
            if byte == b'&'
                && let Some((c, length)) = reference(&source[at..range.end])
            {
                self.push(c.encode_utf8(&mut [0; 4]), at..at + length, false);
                at += length;
                continue;
            }
            let pre = self.place.pre;
            let end = bytes[at + 1..range.end].iter().position(|b| *b == b'&' || b.is_ascii_whitespace() && !pre);
            let end = end.map_or(range.end, |n| at + 1 + n);
            self.push(&source[at..end], at..end, true);
            at = end;
        }
    }

    /// Writes text, after the white space before it.
    fn push(&mut self, text: &str, source: Range<usize>, verbatim: bool) {
        if let Some(space) = self.space.take()
            && self.text.len() > self.block_text
        {
            let plain = &self.source[space.clone()] == " ";
            self.run(space, plain);
            self.text.push(' ');
        }
        self.run(source, verbatim);
        self.text.push_str(text);
        if self.place.link {
            self.linked += text.len();
        }
    }

    /// Notes where the text to come stands in the source.
    fn run(&mut self, source: Range<usize>, verbatim: bool) {
        if self.runs.len() > self.block_runs
            && let Some(last) = self.runs.last_mut()
            && verbatim
            && last.verbatim
            && last.source.end == source.start
        {
            last.source.end = source.end;
        } else {
            self.runs.push(Run { at: self.text.len(), source, verbatim });
        }
    }

    /// Ends the block that is being written, if anything was, and says what stands before the next.
    fn end_block(&mut self, gap: Gap) {
        self.space = None;
        if self.text.len() == self.block_text {
            self.gap = self.gap.max(gap);
            return;
        }
        let block = Block {
            gap: self.gap,
            text: self.block_text..self.text.len(),
            runs: self.block_runs..self.runs.len(),
            linked: self.linked,
            place: self.place,
        };
        self.blocks.push(block);
        self.gap = gap;
        self.block_text = self.text.len();
        self.block_runs = self.runs.len();
        self.linked = 0;
    }

    /// Leaves out what is no part of the article.
    fn finish(mut self) -> Page {
        for block in &self.blocks {
            self.regions[block.place.region].weight += block.weight();
        }
        for i in (1..self.regions.len()).rev() {
            let Region { parent, weight, .. } = self.regions[i];
            self.regions[parent].weight += weight;
        }
        let total = self.regions[0].weight;
        let mut kept = vec![true; self.regions.len()];
        let mut article = 0;
        for (i, region) in self.regions.iter().enumerate().skip(1) {
            kept[i] = kept[region.parent]
                && match region.kind {
                    RegionKind::Article => true,
                    RegionKind::Doubtful => region.weight * 2 > total,
                    RegionKind::Apart => region.weight * 20 > total * 19,
                };
            // Regions are in the order of the source, so an inner one comes after the one around it.
            if region.kind == RegionKind::Article && kept[i] && region.weight * 2 >= total && region.weight > 0 {
                article = i;
            }
        }
        let mut within = vec![article == 0; self.regions.len()];
        for i in 0..self.regions.len() {
            within[i] = within[i] || i == article || i > 0 && within[self.regions[i].parent];
        }
        let chosen = |block: &Block| {
            let region = block.place.region;
            kept[region] && (within[region] || block.place.title) && !block.is_links()
        };
        let mut page = self.assemble(&chosen);
        if page.content.is_empty() {
            page = self.assemble(&|_| true);
        }
        let Dates { meta, json, times } = self.dates;
        let of_article = times.iter().find(|(region, _)| kept[*region] && within[*region]);
        let time = of_article.or_else(|| times.iter().find(|(region, _)| kept[*region]));
        page.published = meta.or(json).or_else(|| time.map(|(_, date)| date.clone()));
        page
    }

    fn assemble(&self, chosen: &dyn Fn(&Block) -> bool) -> Page {
        let mut page = Page::default();
        let mut gap = Gap::Cell;
        for block in &self.blocks {
            gap = gap.max(block.gap);
            if !chosen(block) {
                continue;
            }
            let runs = &self.runs[block.runs.clone()];
            if let (Some(last), Some(first)) = (page.runs.last(), runs.first()) {
                let source = last.source.end..first.source.start;
                page.runs.push(Run { at: page.content.len(), source, verbatim: false });
                page.content.push_str(gap.as_str());
            }
            let shift = page.content.len();
            let moved = runs.iter().map(|run| Run { at: run.at - block.text.start + shift, ..run.clone() });
            page.runs.extend(moved);
            page.content.push_str(&self.text[block.text.clone()]);
            gap = Gap::Cell;
        }
        page
    }
}

impl Block {
    /// How much it says that the region around it is the article.
    fn weight(&self) -> usize {
        let own = self.text.len() - self.linked;
        if own > 80 { own * 2 } else { own }
    }

    /// A line of a menu, a teaser: nearly all of it is links, and it is no heading of the article.
    fn is_links(&self) -> bool {
        let length = self.text.len();
        let share = if self.place.item { length / 2 } else { length / 5 * 4 };
        self.linked > share && !self.place.title
    }
}

/// Sorted.
const WORDS: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "adverts",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "disqus",
    "footer",
    "masthead",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "outbrain",
    "pager",
    "pagination",
    "popular",
    "popup",
    "promo",
    "recommended",
    "related",
    "share",
    "sharing",
    "sidebar",
    "skip",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "teaser",
    "teasers",
    "toolbar",
    "trending",
    "widget",
];

/// A word of a class or an id that is no part of an article.
fn is_apart(word: &str) -> bool {
    word.len() <= 16 && WORDS.binary_search(&word.to_ascii_lowercase().as_str()).is_ok()
}

/// A start tag, as offsets into the source.
struct Tag {
    name: Range<usize>,
    attributes: Vec<(Range<usize>, Range<usize>)>,
    /// `<br/>`
    closed: bool,
    /// The byte after its `>`.
    end: usize,
}

impl Tag {
    /// The tag whose `<` is at `from`; none where the source ends in it.
    fn read(source: &str, from: usize) -> Option<Self> {
        let bytes = source.as_bytes();
        let find =
            |from: usize, ends: &dyn Fn(u8) -> bool| bytes[from..].iter().position(|b| ends(*b)).map(|n| from + n);
        let is_space = |b: u8| b.is_ascii_whitespace();
        let name_end = find(from + 1, &|b| is_space(b) || b == b'/' || b == b'>')?;
        let mut tag = Self { name: from + 1..name_end, attributes: Vec::new(), closed: false, end: 0 };
        let mut at = name_end;
        loop {
            at = find(at, &|b| !is_space(b) && b != b'/')?;
            if bytes[at] == b'>' {
                tag.closed = bytes[at - 1] == b'/';
                tag.end = at + 1;
                return Some(tag);
            }
            let key_end = find(at + 1, &|b| is_space(b) || matches!(b, b'/' | b'>' | b'='))?;
            let key = at..key_end;
            at = find(key_end, &|b| !is_space(b))?;
            let mut value = key_end..key_end;
            if bytes[at] == b'=' {
                at = find(at + 1, &|b| !is_space(b))?;
                let quote = bytes[at];
                if quote == b'"' || quote == b'\'' {
                    let end = at + 1 + memchr::memchr(quote, &bytes[at + 1..])?;
                    value = at + 1..end;
                    at = end + 1;
                } else {
                    let end = find(at, &|b| is_space(b) || b == b'>')?;
                    value = at..end;
                    at = end;
                }
            }
            // More attributes than anyone writes are read past, not kept.
            if tag.attributes.len() < 64 {
                tag.attributes.push((key, value));
            }
        }
    }

    /// The value of an attribute as it is written.
    fn value<'s>(&self, source: &'s str, key: &str) -> Option<&'s str> {
        let found = self.attributes.iter().find(|(have, _)| source[have.clone()].eq_ignore_ascii_case(key));
        found.map(|(_, value)| &source[value.clone()])
    }
}

/// The byte after a comment, a document type or another thing that begins with `<!` or `<?`.
fn comment_end(bytes: &[u8], from: usize) -> usize {
    let rest = &bytes[from..];
    let end = if rest.starts_with(b"<!--") {
        // `<!-->` is a whole comment.
        memmem::find(&rest[2..], b"-->").map(|n| n + 5)
    } else {
        memchr::memchr(b'>', rest).map(|n| n + 1)
    };
    end.map_or(bytes.len(), |n| from + n)
}

/// `"datePublished": "2025-05-21T…"`
fn date_published(json: &str) -> Option<String> {
    let (_, rest) = json.split_once("\"datePublished\"")?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    calendar_date(rest)
}

/// `2025-05-21` in `2025-05-21T10:00:00+04:00`; a month and a year too, and `20250521` and `2025/05/21`.
fn calendar_date(text: &str) -> Option<String> {
    let text = text.trim();
    let digits =
        |text: &str, n: usize| text.get(..n).filter(|d| d.bytes().all(|b| b.is_ascii_digit())).map(str::to_owned);
    let year = digits(text, 4)?;
    let rest = &text[4..];
    let mark = rest.strip_prefix(['-', '/']);
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_digit());
    let Some(month) = digits(mark.unwrap_or(rest), 2).filter(|month| ("01"..="12").contains(&month.as_str())) else {
        return rest.is_empty().then_some(year);
    };
    let rest = &mark.unwrap_or(rest)[2..];
    let after = match mark {
        Some(_) => rest.strip_prefix(['-', '/']),
        None => Some(rest),
    };
    let day =
        after.and_then(|rest| digits(rest, 2).filter(|day| ("01"..="31").contains(&day.as_str()) && ends(&rest[2..])));
    match day {
        Some(day) => Some(format!("{year}-{month}-{day}")),
        None => (mark.is_some() && ends(rest)).then(|| format!("{year}-{month}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(source: &str) -> String {
        Page::read(source).content
    }

    #[test]
    fn blocks_are_apart_and_white_space_is_one() {
        assert_eq!(
            content("<p>paid\n  <b>$5&nbsp;million</b>\tfor<p>two<br>three"),
            "paid $5\u{a0}million for\n\ntwo\nthree"
        );
        assert_eq!(content("<ul><li>one <li>two</ul><div>three</div>four"), "one\ntwo\n\nthree\n\nfour");
        let table = "<table><tr><th>Item<th>Price<tr><td>Radar</td><td>$5 million</td></tr></table>";
        assert_eq!(content(table), "Item | Price\nRadar | $5 million");
        assert_eq!(content("<pre>a\n  b</pre>"), "a\n  b");
    }

    #[test]
    fn what_is_not_text_is_left_out() {
        let source = "<title>T</title><script>var a = '<p>$1</p>';</script><style>p{}</style><!-- $2 --><p>It paid \
                      <svg><path/><text>$3</text></svg>$5 million<button>Pay $4</button>.</p><nav>Win $6</nav>";
        assert_eq!(content(source), "It paid $5 million.");
    }

    #[test]
    fn menus_sidebars_and_teasers_are_left_out() {
        let long =
            "The ministry said on Tuesday that it had paid five million for the first batch of radars it ordered.";
        let source = format!(
            "<body class='has-sidebar'><header><a href=/>Home</a> Gazette</header><div class=menu><ul><li><a>World</a>\
             </ul></div><h1>Radars paid</h1><article><header>By Ann Lee</header><p>{long}</p><aside>Also: $7</aside>\
             <p>{long}</p><ul><li><a href=x>Ten firms that won $9 billion</a></ul></article>\
             <div id=sidebar><p>Win $1,000,000 now!</p></div><footer>© Gazette</footer>"
        );
        assert_eq!(content(&source), format!("Radars paid\n\nBy Ann Lee\n\n{long}\n\n{long}"));
    }

    #[test]
    fn a_form_around_the_page_and_an_unclosed_menu_are_not_left_out() {
        let long =
            "The ministry said on Tuesday that it had paid five million for the first batch of radars it ordered.";
        assert_eq!(content(&format!("<form id=aspnet><p>{long}</p></form>")), long);
        assert_eq!(content(&format!("<nav><p>{long}</p>")), long);
    }

    #[test]
    fn spans_map_back_to_the_source() {
        let source = "<p>paid <b>$5&nbsp;mil</b>lion &amp; more</p>  <p>then &euro;2</p>";
        let page = Page::read(source);
        let at = |text: &str| {
            let start = page.content.find(text).unwrap();
            page.source(Span::new(start, start + text.len())).of(source)
        };
        assert_eq!(at("$5\u{a0}million"), "$5&nbsp;mil</b>lion");
        assert_eq!(at("paid"), "paid");
        assert_eq!(at("& more"), "&amp; more");
        assert_eq!(at("€2"), "&euro;2");
        assert_eq!(at("more\n\nthen"), "more</p>  <p>then");
        let end = page.content.len();
        assert_eq!(page.source(Span::new(end, end)).end, source.len() - "</p>".len());
        assert_eq!(page.content_at(source.find("lion").unwrap()), page.content.find("lion").unwrap());
    }

    #[test]
    fn published_comes_from_metadata() {
        for (source, want) in [
            ("<meta property='article:published_time' content='2025-05-21T10:00:00+04:00'>", Some("2025-05-21")),
            ("<meta content=2025-05 name=DC.date>", Some("2025-05")),
            (
                r#"<script type="application/ld+json">{"datePublished" : "2024-11-06T00:00Z"}</script>"#,
                Some("2024-11-06"),
            ),
            ("<time datetime='20230102'>x</time>", Some("2023-01-02")),
            ("<time datetime='2023-13-02'>x</time>", None),
            ("<time datetime='12:30'>x</time>", None),
            ("<meta name=date content='2021'>", Some("2021")),
        ] {
            assert_eq!(Page::read(source).published.as_deref(), want, "{source}");
        }
    }

    #[test]
    fn pages_declare_their_encoding() {
        let page = b"<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"><p>\xCC\xE8\xED";
        assert!(decode(page, None).text.ends_with("Мин"));
        let page = b"<?xml version='1.0' encoding='iso-8859-1'?><html><p>\xA35";
        assert!(decode(page, None).text.ends_with("£5"));
        let page = b"<meta charset=utf-16><p>\xC2\xA35";
        assert!(decode(page, None).text.ends_with("£5"));
        assert!(decode(b"<meta charset=koi8-r>\xC2\xA35", Encoding::named(b"utf-8")).text.ends_with("£5"));
    }

    #[test]
    fn words_are_sorted() {
        assert!(WORDS.is_sorted());
        assert!(is_apart("ad") && is_apart("widget") && is_apart("Sidebar") && is_apart("nav") && !is_apart("radar"));
    }

    #[test]
    fn broken_pages_are_read_without_a_stop() {
        for source in [
            "<",
            "</",
            "<p",
            "<p a",
            "<p a=",
            "<p a='",
            "<!",
            "<!--",
            "<!-->x",
            "<?",
            "</>",
            "</ p>x",
            "<script>",
            "<script></scr",
            "&",
            "&#",
            "a < b",
            "<p>1 < 2 &lt; 3",
            "</p></p></p>x",
            "<a><a><a>x",
            "<table><td>x<td>y",
            "é<é>é",
            "<é",
            "<pé a=é>é",
            "<title>é</title",
            "<textarea></é",
        ] {
            let page = Page::read(source);
            assert!(page.runs.iter().all(|run| page.content.is_char_boundary(run.at)), "{source}");
            assert!(page.runs.iter().all(|run| source.get(run.source.clone()).is_some()), "{source}");
        }
        let deep = "<div>".repeat(100_000) + "x" + &"</b>".repeat(100_000);
        assert_eq!(content(&deep), "x");
    }
}
