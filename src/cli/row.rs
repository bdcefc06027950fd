//! A row of JSONL: `{"id": "a1", "text": "…", "published": "2025-05"}`.

use std::borrow::Cow;
use std::fmt;

use outlay::model::Edtf;
use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};
use serde_json::StreamDeserializer;
use serde_json::de::StrRead;

/// `{"text": "paid $5 million"}`: one document of a batch.
#[derive(Debug)]
pub struct Row<'b> {
    /// None where the row has none, or null.
    pub id: Option<Cow<'b, str>>,
    /// The document.
    pub body: Body<'b>,
    /// When it was published, where the row says so.
    pub published: Option<Edtf>,
}

/// `"text"` or `"html"`: what is to be read.
#[derive(Debug)]
pub enum Body<'b> {
    /// A text.
    Text(Cow<'b, str>),
    /// A page.
    Html(Cow<'b, str>),
}

/// The row's own keys; others are passed over.
#[derive(Deserialize)]
#[serde(expecting = "a row {\"id\", \"text\" or \"html\", \"published\"?}")]
struct Keys<'b> {
    #[serde(borrow)]
    id: Option<Id<'b>>,
    #[serde(borrow)]
    text: Option<Text<'b>>,
    #[serde(borrow)]
    html: Option<Text<'b>>,
    #[serde(borrow)]
    published: Option<Text<'b>>,
}

/// A string that is borrowed from the row where it has no escapes: `Option<Cow>` alone never is.
#[derive(Deserialize)]
struct Text<'b>(#[serde(borrow)] Cow<'b, str>);

/// `"a1"`; `17` is taken too.
struct Id<'b>(Cow<'b, str>);

impl<'de: 'b, 'b> Deserialize<'de> for Id<'b> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyId;

        impl<'de> Visitor<'de> for AnyId {
            type Value = Id<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a whole number as id")
            }

            fn visit_borrowed_str<E: Error>(self, id: &'de str) -> Result<Id<'de>, E> {
                Ok(Id(Cow::Borrowed(id)))
            }

            fn visit_str<E: Error>(self, id: &str) -> Result<Id<'de>, E> {
                Ok(Id(Cow::Owned(id.to_owned())))
            }

            fn visit_u64<E: Error>(self, id: u64) -> Result<Id<'de>, E> {
                Ok(Id(Cow::Owned(id.to_string())))
            }

            fn visit_i64<E: Error>(self, id: i64) -> Result<Id<'de>, E> {
                Ok(Id(Cow::Owned(id.to_string())))
            }
        }

        deserializer.deserialize_any(AnyId)
    }
}

/// `{"id": "a1", "text": "…"}`: reads a row; the error says what was expected and what was found.
pub fn read(line: &str) -> Result<Row<'_>, String> {
    // An array would be read as the keys in their order.
    if !line.trim_ascii_start().starts_with('{') {
        let found: String = line.trim_ascii_start().chars().take(20).collect();
        return Err(format!("a row {{\"id\", \"text\"}} was expected, and {found:?} was found"));
    }
    let keys: Keys<'_> = serde_json::from_str(line).map_err(|error| {
        let found = error.to_string().replace(" at line 1 column ", " at byte ");
        format!("a row {{\"id\", \"text\"}} was expected, and this was found: {found}")
    })?;
    keys.row()
}

impl<'b> Keys<'b> {
    fn row(self) -> Result<Row<'b>, String> {
        let body = match (self.text, self.html) {
            (Some(Text(text)), None) => Body::Text(text),
            (None, Some(Text(html))) => Body::Html(html),
            (None, None) => return Err("\"text\" or \"html\" was expected, and neither was found".to_owned()),
            (Some(_), Some(_)) => return Err("\"text\" or \"html\" was expected, and both were found".to_owned()),
        };
        let published = self.published.map(|Text(text)| published(&text)).transpose()?;
        Ok(Row { id: self.id.map(|Id(id)| id), body, published })
    }
}

/// Many rows, read one behind the other by one reader: what it needs for strings with escapes, it needs once.
pub(crate) struct Reader<'b> {
    lines: &'b str,
    stream: StreamDeserializer<'b, StrRead<'b>, Keys<'b>>,
    /// Where the stream begins.
    from: usize,
}

impl<'b> Reader<'b> {
    pub(crate) fn new(lines: &'b str) -> Self {
        Self { lines, stream: stream(lines), from: 0 }
    }

    /// The row that is the line from `start` to `end`, behind all that were read before. None where the line is not one row and no more:
    /// [`read`] says why.
    pub(crate) fn read(&mut self, start: usize, end: usize) -> Option<Row<'b>> {
        let begins = |line: &str| line.trim_ascii_start().starts_with('{');
        let row = begins(&self.lines[start..end])
            .then(|| self.stream.next()?.ok())
            .flatten()
            .filter(|_| {
                let read = self.from + self.stream.byte_offset();
                self.lines.get(read..end).is_some_and(|rest| rest.trim_ascii().is_empty())
            })
            .and_then(|keys| keys.row().ok());
        if row.is_none() {
            self.from = end;
            self.stream = stream(&self.lines[end..]);
        }
        row
    }
}

fn stream(lines: &str) -> StreamDeserializer<'_, StrRead<'_>, Keys<'_>> {
    serde_json::Deserializer::from_str(lines).into_iter()
}

/// `2025-05-21`, `2025-05`, `2025`: when a document was published; the error says what was expected and what was found.
pub fn published(text: &str) -> Result<Edtf, String> {
    text.parse::<Edtf>().ok().filter(Edtf::is_calendar_date).ok_or_else(|| {
        format!("a day, month or year such as 2025-05-21, 2025-05 or 2025 was expected, and {text:?} was found")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_borrow_what_they_can() {
        let row = read(r#"{"id":"a","text":"paid $5","more":[1,{"text":2}]}"#).unwrap();
        assert!(matches!(row.body, Body::Text(Cow::Borrowed("paid $5"))));
        assert!(matches!(row.id, Some(Cow::Borrowed("a"))));
        let row = read(r#"{"id":17,"html":"a\nb","published":"2018-05"}"#).unwrap();
        assert!(matches!(row.body, Body::Html(Cow::Owned(_))));
        assert_eq!(row.id.unwrap(), "17");
        assert_eq!(row.published.unwrap().as_str(), "2018-05");
        assert!(read(r#"{"text":"","published":null,"id":null,"html":null}"#).unwrap().id.is_none());
    }

    #[test]
    fn rows_are_lines_however_they_are_read() {
        let lines = "{\"text\":\"a\\n\"}\n\n{\"text\":\n\"b\"}\n [1]\n{\"text\":\"c\"}{\"text\":\"d\"}\n\u{feff}{\"text\":\"e\"}\n\
                     {\"text\":\"f\",\"html\":\"\"}\n{\"text\":5}\r\n {\"text\":\"g\"}\t\r\n{\"text\":\"h\"";
        let mut reader = Reader::new(lines);
        let mut found = Vec::new();
        let mut start = 0;
        for line in lines.split('\n') {
            if !line.trim_ascii().is_empty() {
                let row = reader.read(start, start + line.len());
                assert_eq!(row.is_some(), read(line).is_ok(), "{line:?}");
                found.extend(row.map(|row| match row.body {
                    Body::Text(text) | Body::Html(text) => text.into_owned(),
                }));
            }
            start += line.len() + 1;
        }
        assert_eq!(found, ["a\n", "g"]);
    }

    #[test]
    fn broken_rows_say_what_was_expected() {
        for (line, want) in [
            ("{\"id\":\"a\"}", "\"text\" or \"html\" was expected, and neither was found"),
            ("{\"text\":\"a\",\"html\":\"b\"}", "\"text\" or \"html\" was expected, and both were found"),
            ("[1,2]", "a row {\"id\", \"text\"} was expected, and \"[1,2]\" was found"),
            (
                "{\"text\":5}",
                "a row {\"id\", \"text\"} was expected, and this was found: invalid type: integer `5`, expected a string at byte 9",
            ),
            (
                "{\"text\":\"\",\"published\":\"2021/2022\"}",
                "a day, month or year such as 2025-05-21, 2025-05 or 2025 was expected, and \"2021/2022\" was found",
            ),
        ] {
            assert_eq!(read(line).unwrap_err(), want);
        }
    }
}
