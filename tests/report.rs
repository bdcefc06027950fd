//! `outlay report`: the page as the program writes it, and as a real browser shows it.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

const DEAL: &str =
    "Poland signed a contract with Hanwha in 2022 for 48 K9 howitzers worth $2.4 billion, officials said.\n";
const HOSTILE: &str = "é😀\r\n</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">\u{2028}]]> \
    \" onclick=\"document.title='owned' Armenia paid between $250 million and $400 million for rocket launchers that India has yet to \
    deliver under contracts signed in 2021.\n";

fn report(folder: &Path) -> PathBuf {
    let page = folder.join("report.html");
    let run = Command::new(env!("CARGO_BIN_EXE_outlay"))
        .args(["report", "deal.txt", "hostile.txt", "--title", "<b>May</b>", "--output", "report.html"])
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(run.status.success() && run.stdout.is_empty(), "{}", String::from_utf8_lossy(&run.stderr));
    page
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::TempDir::new().unwrap();
    fs::write(folder.path().join("deal.txt"), DEAL).unwrap();
    fs::write(folder.path().join("hostile.txt"), HOSTILE).unwrap();
    folder
}

#[test]
fn a_page_is_written_whole_or_not_at_all() {
    let folder = folder();
    let page = fs::read_to_string(report(folder.path())).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.trim_end().ends_with("</html>"));
    assert!(page.contains("&lt;b&gt;May&lt;/b&gt;") && !page.contains("<img"));
    let run = Command::new(env!("CARGO_BIN_EXE_outlay"))
        .args(["report", "deal.txt", "missing.txt"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    // What could be read is on the page, and the status tells of the rest.
    assert_eq!(run.status.code(), Some(1));
    assert!(String::from_utf8(run.stdout).unwrap().contains("Hanwha"));
    assert!(String::from_utf8(run.stderr).unwrap().contains("missing.txt"));
}

#[test]
fn a_browser_shows_the_records_and_obeys_no_text() {
    let folder = folder();
    let page = report(folder.path());
    let Some(browser) = Browser::start() else {
        eprintln!("skipped: chromedriver and chromium are not here (Debian: chromium chromium-driver)");
        return;
    };
    browser.ask("url", &json!({ "url": format!("file://{}", page.display()) }));
    assert_eq!(browser.run("return document.title"), "<b>May</b>");
    assert_eq!(browser.run("return document.querySelectorAll('img').length"), 0);

    // Each mark is the text of the records that it names, and each figure, date and party has its mark.
    let wrong = browser.run(
        "const wrong = [];
        for (const holder of document.querySelectorAll('.document')) {
            holder.open = true;
            const all = JSON.parse(holder.querySelector('script').textContent);
            const text = holder.querySelector('.text').textContent;
            const seen = new Set();
            for (const mark of holder.querySelectorAll('mark[data-at]')) {
                let shown = mark.textContent;
                for (const more of holder.querySelectorAll(`mark[data-more='${mark.dataset.n}']`)) shown += more.textContent;
                for (const path of mark.dataset.at.split(' ')) {
                    seen.add(path);
                    const record = path.split('.').reduce((r, step) => r[step], all);
                    if (mark.classList.contains('point') || record.quantity_span) continue;
                    const said = text.slice(record.start, record.end);
                    if (shown !== said || (record.text ?? record.name) !== said) wrong.push([path, shown, said]);
                }
            }
            all.figures.forEach((_, i) => seen.has('figures.' + i) || wrong.push('figures.' + i));
            all.dates.forEach((_, i) => seen.has('dates.' + i) || wrong.push('dates.' + i));
            all.contracts.forEach((c, i) => {
                seen.has('contracts.' + i) || wrong.push('contracts.' + i);
                for (const field of ['suppliers', 'customers', 'items', 'evidence'])
                    c[field].forEach((_, j) => seen.has(`contracts.${i}.${field}.${j}`) || wrong.push([i, field, j]));
            });
            if (!all.figures.length || !all.contracts.length) wrong.push('a document without facts');
        }
        return wrong",
    );
    assert_eq!(wrong, json!([]));

    // The filters.
    let shown = "return [...document.querySelectorAll('.card')].filter((card) => !card.hidden).length";
    assert_eq!(browser.run(shown), 2);
    let set = |field: &str, value: &str| {
        browser.run(&format!(
            "const f = document.getElementById('filters'); f.elements['{field}'].value = '{value}';
            f.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        ));
        browser.run(shown)
    };
    assert_eq!(set("party", "hanwha"), 1);
    assert_eq!(set("party", ""), 2);
    assert_eq!(set("status", "unfulfilled"), 1);
    assert_eq!(set("year", "2022"), 0);
    assert_eq!(set("year", "2021"), 1);
    assert_eq!(set("currency", "USD"), 1);

    // The keyboard: Enter opens the record of a mark, the arrows go on, Escape comes back.
    browser.run("document.querySelector('#d1 mark[tabindex=\"0\"]').focus()");
    browser.press("\u{E014}");
    assert_eq!(browser.run("return document.activeElement.dataset.n"), "1");
    browser.press("\u{E007}");
    assert_eq!(
        browser.run("return [document.activeElement.id, document.getElementById('record').hidden]"),
        json!(["record", false])
    );
    assert!(browser.run("return document.getElementById('record').textContent").as_str().unwrap().contains("ule"));
    browser.press("\u{E00C}");
    assert_eq!(
        browser.run("return [document.activeElement.dataset.n, document.getElementById('record').hidden]"),
        json!(["1", true])
    );

    // The page fits a telephone, a tablet and a desk.
    for width in [360, 800, 1440] {
        browser.ask("window/rect", &json!({ "width": width, "height": 900 }));
        let wide = browser
            .run("const page = document.documentElement; return [innerWidth, page.scrollWidth - page.clientWidth]");
        assert_eq!(wide, json!([width, 0]));
    }

    // A click does too, and nothing of the text has run.
    browser.run("document.querySelector('#d2 mark.figure').click()");
    assert_eq!(browser.run("return document.getElementById('record').hidden"), false);
    assert!(
        browser.run("return document.getElementById('record').textContent").as_str().unwrap().contains("250000000")
    );
    assert_eq!(browser.run("return document.title"), "<b>May</b>");
}

/// A browser that is driven by W3C WebDriver, and goes with the test.
struct Browser {
    driver: Child,
    port: u16,
    session: String,
}

impl Browser {
    /// Starts one where it is installed.
    fn start() -> Option<Self> {
        let driver = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut driver = driver.ok()?;
        let mut port = None;
        for line in BufReader::new(driver.stdout.take()?).lines().map_while(Result::ok) {
            if let Some((_, rest)) = line.split_once("on port ") {
                port = rest.trim_end_matches('.').parse().ok();
            }
            if line.contains("started successfully") {
                break;
            }
        }
        let mut browser = Self { driver, port: port?, session: String::new() };
        let options = json!({ "args": ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
        let asked = json!({ "capabilities": { "alwaysMatch": { "goog:chromeOptions": options } } });
        let answer = browser.send("POST", "/session", &asked);
        // The driver is here and its browser is not.
        answer["sessionId"].as_str()?.clone_into(&mut browser.session);
        Some(browser)
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Value {
        let body = body.to_string();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
        let mut reader = BufReader::new(stream);
        let mut length = 0;
        let mut line = String::new();
        while reader.read_line(&mut line).unwrap() > 2 {
            let lower = line.to_ascii_lowercase();
            if let Some(told) = lower.strip_prefix("content-length:") {
                length = told.trim().parse().unwrap();
            }
            line.clear();
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        let answer: Value = serde_json::from_slice(&body).unwrap_or_default();
        answer["value"].clone()
    }

    fn ask(&self, what: &str, body: &Value) -> Value {
        let value = self.send("POST", &format!("/session/{}/{what}", self.session), body);
        assert!(value.get("error").is_none(), "{value:#}");
        value
    }

    fn run(&self, script: &str) -> Value {
        self.ask("execute/sync", &json!({ "script": script, "args": [] }))
    }

    fn press(&self, key: &str) {
        let actions = json!([{ "type": "keyDown", "value": key }, { "type": "keyUp", "value": key }]);
        self.ask("actions", &json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] }));
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            self.send("DELETE", &format!("/session/{}", self.session), &json!({}));
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
