//! What holds for the document of any text: shared by the property tests and the fuzz targets.
#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a check says that it fails by stopping")]

use outlay::model::Document;
use outlay::span::Offsets;
use serde_json::Value;

/// What holds for the document of `text`.
pub fn hold(document: &Document<'_>, text: &str) {
    assert!(document.figures.is_sorted_by_key(|figure| figure.start));
    assert!(document.dates.is_sorted_by_key(|date| date.start));
    assert!(document.contracts.is_sorted_by_key(|contract| contract.start));
    for pair in document.figures.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{:?} and {:?} overlap in {text:?}", pair[0].text, pair[1].text);
    }
    for pair in document.dates.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{:?} and {:?} overlap in {text:?}", pair[0].text, pair[1].text);
    }
    for figure in &document.figures {
        if let (Some(low), Some(high)) = (figure.low, figure.high) {
            assert!(low <= high, "{figure} in {text:?}");
        }
    }
    let has_figure = |id| document.figures.iter().any(|figure| figure.id == id);
    for contract in &document.contracts {
        assert!(contract.values.iter().all(|value| has_figure(value.figure)), "{contract} in {text:?}");
        assert!(contract.dates.iter().all(|role| document.dates.iter().any(|date| date.id == role.date)));
    }
    for unit in [Offsets::Bytes, Offsets::Chars, Offsets::Utf16] {
        let counted = document.clone().into_offsets(text, unit);
        let json = serde_json::to_string(&counted).unwrap();
        let back: Document<'_> = serde_json::from_str(&json).unwrap();
        assert_eq!(back, counted);
        slices_right(&serde_json::from_str(&json).unwrap(), text, unit);
    }
    let mut shown = Vec::new();
    outlay::view::annotated::write(text, document, outlay::view::annotated::Lines::All, false, &mut shown).unwrap();
    let shown = String::from_utf8(shown).unwrap();
    assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
}

/// In every object that says where it stands, the text is what stands there.
fn slices_right(value: &Value, text: &str, unit: Offsets) {
    match value {
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                let (start, end) = (start.as_u64().unwrap(), end.as_u64().unwrap());
                let found = slice(text, usize::try_from(start).unwrap(), usize::try_from(end).unwrap(), unit);
                let said = fields.get("text").or_else(|| fields.get("name"));
                match said {
                    Some(said) => assert_eq!(found.as_deref(), said.as_str(), "{unit} {start}..{end} of {text:?}"),
                    None => assert!(found.is_some() && fields.contains_key("message"), "{value}"),
                }
            }
            fields.values().for_each(|value| slices_right(value, text, unit));
        }
        Value::Array(members) => members.iter().for_each(|value| slices_right(value, text, unit)),
        _ => {}
    }
}

fn slice(text: &str, start: usize, end: usize, unit: Offsets) -> Option<String> {
    match unit {
        Offsets::Bytes => text.get(start..end).map(str::to_owned),
        Offsets::Chars => {
            (start <= end && end <= text.chars().count()).then(|| text.chars().skip(start).take(end - start).collect())
        }
        _ => String::from_utf16(text.encode_utf16().collect::<Vec<_>>().get(start..end)?).ok(),
    }
}
