//! Texts with numbers and without money.

use outlay::Extractor;

use crate::pick::{Pick, rounds};
use crate::tally::Tally;

/// `{n}` is a number of up to four digits, `{d}` one digit, `{w}` a number in words, `{y}` a year, `{f}` a number with a point.
const TEXTS: &[&str] = &[
    // Counts, ages, shares.
    "The army has {n} tanks and {w} ships.",
    "Some {n} people fled, {w} of them children.",
    "More than {n} men and {w} women took part.",
    "About {w} million people live there.",
    "Up to {n} million voters stayed at home.",
    "A {n}-year-old man and a {w}-year-old girl were found.",
    "She is {n} and he is {w}.",
    "The share rose by {n} percent, then by {f}% and {w} per cent.",
    "It fell {f} percentage points to {n} points.",
    "They lost {d}-{d}, then won {d}-{d}.",
    "He won {n} of {n} votes.",
    "She won {n} medals and he won {w}.",
    "It took {w} and a half years and {d}½ months.",
    "Half a million refugees and a quarter of a million soldiers crossed.",
    "Dozens of men and hundreds of thousands of boys marched.",
    "Tens of millions of birds came.",
    "The {n}th regiment and the {d}nd battalion left.",
    "Between {n} and {n} thousand rounds were fired.",
    "From {n} to {n} million barrels a day are shipped.",
    "The crowd of {n},{n3} sang.",
    // Pages, parts, versions.
    "See page {n}, paragraph {d}, or pp. {n}-{n}.",
    "Section {d}({d}) of Act {n} of {y} applies.",
    "Version {f}.{d} of the program needs {n} MB.",
    "Chapter {d}, verse {n}: nothing.",
    "Table {d}-{d} lists {n} items.",
    "Resolution {n} ({y}) was passed {d}-{d}.",
    "ISBN 978-{d}-{n4}-{n4}-{d} is out of print.",
    "Call +1 ({n3}) {n3}-{n4} or {n3}-{n4}.",
    "The code {n4}-{n4} opens door {n}.",
    "RFC {n4}, ISO {n4}, and port {n4} on host {d}.{d}.{n}.{n}.",
    // Measures.
    "It was {n} degrees, -{d} C at night and {n} F by day.",
    "The hull is {f} m long and {d} m wide.",
    "A {n} mm gun fired {f} mm rounds {n} km.",
    "It weighs {n} kg, or {f} tons.",
    "The load of {n} pounds of rice was weighed.",
    "A {n}-pound bomb fell {n} metres away.",
    "The engine has {n} hp and {f} litres.",
    "The wind blew at {n} knots, {f} m/s.",
    "The ship sailed {n} nautical miles in {d} days.",
    "It flew at Mach {f} for {n} minutes.",
    "He lost {n2} pounds in {d} months.",
    "{n} GB of {w} gigabytes were used.",
    "The bulb uses {n} W, the motor {f} kW.",
    "A 1080p video and a {d}K screen were shown.",
    "They drank {d} drams of whisky.",
    "The {n}-metre race was won in {f} seconds.",
    // Times and places.
    "At {d}:{d}5 p.m. on the {d}th, room {n} was empty.",
    "The bus leaves at {d} a.m. and at {n2}:{n2}.",
    "Route {n}, Highway {n} and the M{d} meet at exit {n}.",
    "He lives at {n} Crown Street, apartment {d}.",
    "Flight {n4} left gate {d} for runway {n}.",
    "The talks of {y} ended in {y}.",
    "From {y} to {y} nothing was built.",
    "{y} was a hard year; so was {y}.",
    "On {d} May {y} the {n} guests left.",
    "It lies at {n2}°{n2}′N, {n2}.{n4} E.",
    // Names that look like money.
    "The M{d}A{d}, the F-{n} and the Su-{n} flew.",
    "Mark {n} and Mk {d} torpedoes were fired.",
    "The Euro {y} final was lost {d}-{d}.",
    "The {d} euro countries met.",
    "The SR{n}T and the KC-{n} landed.",
    "Real Brell beat Crown Town {d}-{d}.",
    "TOP {n} lists and ALL {n} members were shown.",
    "TRY {d} times before noon; CUP {d} was lost.",
    "She read the Franc Report {n}.",
    "The pound of {n} dogs is full.",
    "A dollar store and a euro zone of {d} states are named.",
    "The won games: {n}; the lost games: {n}.",
    "Mr. Pound, {n}, and Mrs. Mark, {n}, spoke.",
    "Penny, {d}, and Rand, {n}, are friends.",
    "He drew a {w}-sided figure with {n} corners.",
    "Class {d}B and form {n}M were filled in.",
    "The battery holds {n} mAh at {f} V.",
    "Vitamin B{d}, {n} mg, was given {w} times.",
    "G{d}, G{n} and P{d} states met in building {d}C.",
    // Code.
    "Set x = {n}; y[{d}] = {f} * z;",
    "for i in 0..{n} {{ sum += a[i] / {d}; }}",
    "The variables $HOME, $PATH and ${name} are set.",
    "color: #{n4}ff; width: {n}px; height: {f}em;",
    "chmod {n3} file{d}.txt && rm -rf dir{d}",
    "Line {n}: error E{n4}, exit code {d}",
    "UTC+{d}, build {n}.{n}.{d}-rc{d}",
    "1. First 2. Second 3. Third",
    "{n} x {n} = {n}{n}; {d} + {d} = {n}",
];

fn filled(pick: &mut Pick, template: &str) -> String {
    const WORDS: &[&str] =
        &["two", "three", "seven", "twelve", "twenty-one", "forty", "two hundred", "a hundred and six"];
    let mut text = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        text += &rest[..at];
        let end = rest[at..].find('}').unwrap() + at;
        let digits = |pick: &mut Pick, count| pick.digits(count).to_string();
        match &rest[at + 1..end] {
            "n" => {
                let count = 1 + u32::try_from(pick.below(4)).unwrap();
                text += &digits(pick, count);
            }
            "n2" => text += &digits(pick, 2),
            "n3" => text += &digits(pick, 3),
            "n4" => text += &digits(pick, 4),
            "d" => text += &digits(pick, 1),
            "f" => text += &format!("{}.{}", digits(pick, 2), digits(pick, 1)),
            "w" => text += pick.of(WORDS),
            "y" => text += &format!("{}", 1950 + pick.below(90)),
            other => text += &format!("{{{other}}}"),
        }
        rest = &rest[end + 1..];
    }
    text + rest
}

#[test]
fn no_money() {
    let mut pick = Pick::new(21);
    let mut tally = Tally::default();
    for _ in 0..rounds(60) {
        for template in TEXTS {
            let text = filled(&mut pick, template);
            let document = Extractor::new().extract(&text);
            let found: Vec<String> =
                document.figures.iter().map(|figure| format!("[{} {figure}]", figure.text)).collect();
            tally.add(template, &text, "", &found.concat());
        }
    }
    tally.settle(&[]);
}
