//! Character references: `&pound;`, `&#8364;`, `&#x20AC;`.
//!
//! The names are those of HTML 4 and, of the many that the living standard adds, punctuation and letters that stand in
//! names. A name that is not here stays as it is written.

/// What stands at the beginning of `text`, which begins with `&`: the character and how many bytes name it.
pub(super) fn reference(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix('&')?;
    let (found, used) = match rest.strip_prefix('#') {
        Some(number) => number_reference(number).map(|(c, used)| (c, used + 1))?,
        None => name_reference(rest)?,
    };
    let end = used + 1;
    Some((found, if text.as_bytes().get(end) == Some(&b';') { end + 1 } else { end }))
}

/// `8364` or `x20AC`.
fn number_reference(text: &str) -> Option<(char, usize)> {
    let (radix, digits, before) = match text.as_bytes().first()? {
        b'x' | b'X' => (16, &text[1..], 1),
        _ => (10, text, 0),
    };
    let length = digits.bytes().take_while(|b| char::from(*b).is_digit(radix)).count();
    if length == 0 {
        return None;
    }
    // A number of any length is one reference; what no character has is U+FFFD.
    let code = u32::from_str_radix(&digits[..length], radix).unwrap_or(u32::MAX);
    Some((character(code), before + length))
}

/// The character of a number. Those of the C1 controls are meant as windows-1252, which is what pages that have them say.
fn character(code: u32) -> char {
    const WINDOWS_1252: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match code {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9F => WINDOWS_1252[(code - 0x80) as usize],
        _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// `pound` before a semicolon; the names of Latin-1 stand without one too, as in `&pound5`.
fn name_reference(text: &str) -> Option<(char, usize)> {
    let length = text.bytes().take(LONGEST + 1).take_while(u8::is_ascii_alphanumeric).count();
    let named = |name: &str| NAMES.binary_search_by(|(have, _)| have.cmp(&name)).ok().map(|row| NAMES[row].1);
    if text.as_bytes().get(length) == Some(&b';')
        && let Some(found) = named(&text[..length])
    {
        return Some((found, length));
    }
    (2..=length).rev().find_map(|length| {
        let name = &text[..length];
        let found = named(name)?;
        let old = ('\u{a0}'..='\u{ff}').contains(&found) || matches!(name, "amp" | "lt" | "gt" | "quot");
        old.then_some((found, length))
    })
}

/// The longest name.
const LONGEST: usize = 21;

/// Sorted by name.
#[rustfmt::skip]
const NAMES: &[(&str, char)] = &[
    ("AElig", 'Æ'), ("AMP", '&'), ("Aacute", 'Á'), ("Abreve", 'Ă'), ("Acirc", 'Â'), ("Agrave", 'À'), ("Alpha", 'Α'),
    ("Amacr", 'Ā'), ("Aogon", 'Ą'), ("ApplyFunction", '\u{2061}'), ("Aring", 'Å'), ("Atilde", 'Ã'), ("Auml", 'Ä'),
    ("Beta", 'Β'), ("COPY", '©'), ("Cacute", 'Ć'), ("Ccaron", 'Č'), ("Ccedil", 'Ç'), ("Chi", 'Χ'),
    ("CloseCurlyDoubleQuote", '”'), ("CloseCurlyQuote", '’'), ("Dagger", '‡'), ("Dcaron", 'Ď'), ("Delta", 'Δ'),
    ("Dstrok", 'Đ'), ("ETH", 'Ð'), ("Eacute", 'É'), ("Ecaron", 'Ě'), ("Ecirc", 'Ê'), ("Egrave", 'È'), ("Emacr", 'Ē'),
    ("Eogon", 'Ę'), ("Epsilon", 'Ε'), ("Eta", 'Η'), ("Euml", 'Ë'), ("GT", '>'), ("Gamma", 'Γ'), ("Gbreve", 'Ğ'),
    ("Hat", '^'), ("Iacute", 'Í'), ("Icirc", 'Î'), ("Idot", 'İ'), ("Igrave", 'Ì'), ("Imacr", 'Ī'), ("Iota", 'Ι'),
    ("Iuml", 'Ï'), ("Kappa", 'Κ'), ("Kcedil", 'Ķ'), ("LT", '<'), ("Lambda", 'Λ'), ("Lstrok", 'Ł'),
    ("MediumSpace", '\u{205f}'), ("Mu", 'Μ'), ("Nacute", 'Ń'), ("Ncaron", 'Ň'), ("NewLine", '\u{a}'),
    ("NoBreak", '\u{2060}'), ("Ntilde", 'Ñ'), ("Nu", 'Ν'), ("OElig", 'Œ'), ("Oacute", 'Ó'), ("Ocirc", 'Ô'),
    ("Odblac", 'Ő'), ("Ograve", 'Ò'), ("Omega", 'Ω'), ("Omicron", 'Ο'), ("OpenCurlyDoubleQuote", '“'),
    ("OpenCurlyQuote", '‘'), ("Oslash", 'Ø'), ("Otilde", 'Õ'), ("Ouml", 'Ö'), ("Phi", 'Φ'), ("Pi", 'Π'),
    ("Prime", '″'), ("Psi", 'Ψ'), ("QUOT", '"'), ("REG", '®'), ("Rcaron", 'Ř'), ("Rho", 'Ρ'), ("Sacute", 'Ś'),
    ("Scaron", 'Š'), ("Scedil", 'Ş'), ("Sigma", 'Σ'), ("THORN", 'Þ'), ("TRADE", '™'), ("Tab", '\u{9}'), ("Tau", 'Τ'),
    ("Tcaron", 'Ť'), ("Theta", 'Θ'), ("Uacute", 'Ú'), ("Ucirc", 'Û'), ("Udblac", 'Ű'), ("Ugrave", 'Ù'),
    ("Umacr", 'Ū'), ("Upsilon", 'Υ'), ("Uring", 'Ů'), ("Uuml", 'Ü'), ("Xi", 'Ξ'), ("Yacute", 'Ý'), ("Yuml", 'Ÿ'),
    ("Zacute", 'Ź'), ("Zcaron", 'Ž'), ("Zdot", 'Ż'), ("ZeroWidthSpace", '\u{200b}'), ("Zeta", 'Ζ'), ("aacute", 'á'),
    ("abreve", 'ă'), ("acirc", 'â'), ("acute", '´'), ("aelig", 'æ'), ("agrave", 'à'), ("alefsym", 'ℵ'),
    ("alpha", 'α'), ("amacr", 'ā'), ("amp", '&'), ("and", '∧'), ("ang", '∠'), ("aogon", 'ą'), ("apos", '\''),
    ("aring", 'å'), ("ast", '*'), ("asymp", '≈'), ("atilde", 'ã'), ("auml", 'ä'), ("bdquo", '„'), ("beta", 'β'),
    ("brvbar", '¦'), ("bsol", '\\'), ("bull", '•'), ("cacute", 'ć'), ("cap", '∩'), ("caret", '⁁'), ("ccaron", 'č'),
    ("ccedil", 'ç'), ("cedil", '¸'), ("cent", '¢'), ("check", '✓'), ("chi", 'χ'), ("circ", 'ˆ'), ("clubs", '♣'),
    ("colon", ':'), ("comma", ','), ("commat", '@'), ("cong", '≅'), ("copy", '©'), ("copysr", '℗'), ("crarr", '↵'),
    ("cup", '∪'), ("curren", '¤'), ("dArr", '⇓'), ("dagger", '†'), ("darr", '↓'), ("dash", '‐'), ("dcaron", 'ď'),
    ("deg", '°'), ("delta", 'δ'), ("diams", '♦'), ("divide", '÷'), ("dollar", '$'), ("dstrok", 'đ'), ("eacute", 'é'),
    ("ecaron", 'ě'), ("ecirc", 'ê'), ("egrave", 'è'), ("emacr", 'ē'), ("empty", '∅'), ("emsp", '\u{2003}'),
    ("emsp13", '\u{2004}'), ("emsp14", '\u{2005}'), ("ensp", '\u{2002}'), ("eogon", 'ę'), ("epsilon", 'ε'),
    ("equals", '='), ("equiv", '≡'), ("eta", 'η'), ("eth", 'ð'), ("euml", 'ë'), ("euro", '€'), ("excl", '!'),
    ("exist", '∃'), ("fnof", 'ƒ'), ("forall", '∀'), ("frac12", '½'), ("frac13", '⅓'), ("frac14", '¼'),
    ("frac15", '⅕'), ("frac16", '⅙'), ("frac18", '⅛'), ("frac23", '⅔'), ("frac25", '⅖'), ("frac34", '¾'),
    ("frac35", '⅗'), ("frac38", '⅜'), ("frac45", '⅘'), ("frac56", '⅚'), ("frac58", '⅝'), ("frac78", '⅞'),
    ("frasl", '⁄'), ("gamma", 'γ'), ("gbreve", 'ğ'), ("ge", '≥'), ("grave", '`'), ("gt", '>'), ("hArr", '⇔'),
    ("hairsp", '\u{200a}'), ("half", '½'), ("harr", '↔'), ("hearts", '♥'), ("hellip", '…'), ("horbar", '―'),
    ("hyphen", '‐'), ("iacute", 'í'), ("icirc", 'î'), ("iexcl", '¡'), ("igrave", 'ì'), ("imacr", 'ī'), ("image", 'ℑ'),
    ("imath", 'ı'), ("incare", '℅'), ("infin", '∞'), ("inodot", 'ı'), ("int", '∫'), ("iota", 'ι'), ("iquest", '¿'),
    ("isin", '∈'), ("iuml", 'ï'), ("kappa", 'κ'), ("kcedil", 'ķ'), ("lArr", '⇐'), ("lambda", 'λ'), ("lang", '⟨'),
    ("laquo", '«'), ("larr", '←'), ("lbrace", '{'), ("lbrack", '['), ("lceil", '⌈'), ("lcub", '{'), ("ldquo", '“'),
    ("ldquor", '„'), ("le", '≤'), ("lfloor", '⌊'), ("lowast", '∗'), ("lowbar", '_'), ("loz", '◊'), ("lpar", '('),
    ("lrm", '\u{200e}'), ("lsaquo", '‹'), ("lsqb", '['), ("lsquo", '‘'), ("lsquor", '‚'), ("lstrok", 'ł'),
    ("lt", '<'), ("macr", '¯'), ("mdash", '—'), ("micro", 'µ'), ("middot", '·'), ("minus", '−'), ("mldr", '…'),
    ("mu", 'μ'), ("nabla", '∇'), ("nacute", 'ń'), ("nbsp", '\u{a0}'), ("ncaron", 'ň'), ("ndash", '–'), ("ne", '≠'),
    ("ni", '∋'), ("nldr", '‥'), ("not", '¬'), ("notin", '∉'), ("nsub", '⊄'), ("ntilde", 'ñ'), ("nu", 'ν'),
    ("num", '#'), ("numero", '№'), ("numsp", '\u{2007}'), ("oacute", 'ó'), ("ocirc", 'ô'), ("odblac", 'ő'),
    ("oelig", 'œ'), ("ograve", 'ò'), ("oline", '‾'), ("omega", 'ω'), ("omicron", 'ο'), ("oplus", '⊕'), ("or", '∨'),
    ("ordf", 'ª'), ("ordm", 'º'), ("oslash", 'ø'), ("otilde", 'õ'), ("otimes", '⊗'), ("ouml", 'ö'), ("para", '¶'),
    ("part", '∂'), ("percnt", '%'), ("period", '.'), ("permil", '‰'), ("perp", '⊥'), ("phi", 'φ'), ("phone", '☎'),
    ("pi", 'π'), ("piv", 'ϖ'), ("plus", '+'), ("plusmn", '±'), ("pound", '£'), ("prime", '′'), ("prod", '∏'),
    ("prop", '∝'), ("psi", 'ψ'), ("puncsp", '\u{2008}'), ("quest", '?'), ("quot", '"'), ("rArr", '⇒'), ("radic", '√'),
    ("rang", '⟩'), ("raquo", '»'), ("rarr", '→'), ("rbrace", '}'), ("rbrack", ']'), ("rcaron", 'ř'), ("rceil", '⌉'),
    ("rcub", '}'), ("rdquo", '”'), ("rdquor", '”'), ("real", 'ℜ'), ("reg", '®'), ("rfloor", '⌋'), ("rho", 'ρ'),
    ("rlm", '\u{200f}'), ("rpar", ')'), ("rsaquo", '›'), ("rsqb", ']'), ("rsquo", '’'), ("rsquor", '’'),
    ("sacute", 'ś'), ("sbquo", '‚'), ("scaron", 'š'), ("scedil", 'ş'), ("sdot", '⋅'), ("sect", '§'), ("semi", ';'),
    ("shy", '\u{ad}'), ("sigma", 'σ'), ("sigmaf", 'ς'), ("sim", '∼'), ("sol", '/'), ("spades", '♠'), ("star", '☆'),
    ("starf", '★'), ("sub", '⊂'), ("sube", '⊆'), ("sum", '∑'), ("sup", '⊃'), ("sup1", '¹'), ("sup2", '²'),
    ("sup3", '³'), ("supe", '⊇'), ("szlig", 'ß'), ("tau", 'τ'), ("tcaron", 'ť'), ("there4", '∴'), ("theta", 'θ'),
    ("thetasym", 'ϑ'), ("thinsp", '\u{2009}'), ("thorn", 'þ'), ("tilde", '˜'), ("times", '×'), ("trade", '™'),
    ("uArr", '⇑'), ("uacute", 'ú'), ("uarr", '↑'), ("ucirc", 'û'), ("udblac", 'ű'), ("ugrave", 'ù'), ("umacr", 'ū'),
    ("uml", '¨'), ("upsih", 'ϒ'), ("upsilon", 'υ'), ("uring", 'ů'), ("uuml", 'ü'), ("verbar", '|'), ("vert", '|'),
    ("weierp", '℘'), ("xi", 'ξ'), ("yacute", 'ý'), ("yen", '¥'), ("yuml", 'ÿ'), ("zacute", 'ź'), ("zcaron", 'ž'),
    ("zdot", 'ż'), ("zeta", 'ζ'), ("zwj", '\u{200d}'), ("zwnj", '\u{200c}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted() {
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(NAMES.iter().all(|(name, _)| name.len() <= LONGEST));
    }

    #[test]
    fn references_are_read_to_their_end() {
        for (text, want) in [
            ("&pound;5", Some(('£', 7))),
            ("&pound5", Some(('£', 6))),
            ("&pound 5", Some(('£', 6))),
            ("&euro 5", None),
            ("&#8364;", Some(('€', 7))),
            ("&#x20ac 5", Some(('€', 7))),
            ("&#128;", Some(('€', 6))),
            ("&#99999999999999;", Some(('\u{fffd}', 17))),
            ("&#xD800;", Some(('\u{fffd}', 8))),
            ("&#;", None),
            ("&", None),
            ("& b", None),
            ("&nosuch;", None),
        ] {
            assert_eq!(reference(text), want, "{text}");
        }
    }
}
