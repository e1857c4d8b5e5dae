//! What a browser prints.

use crate::support::browser::Browser;
use fantoccini::wd::{PrintConfiguration, PrintSize};
use std::process::Command;

/// The page as PDF: how many pages, and their text.
pub(crate) async fn pages(browser: &Browser) -> (usize, String) {
    let a4 = PrintConfiguration::builder().size(PrintSize { width: 21.0, height: 29.7 }).build().unwrap();
    let pdf = browser.client.print(a4).await.unwrap();
    let file = browser.folder().join("print.pdf");
    std::fs::write(&file, pdf).unwrap();
    let run = |tool: &str, arguments: &[&str]| {
        let output = Command::new(tool).args(arguments).output();
        let output = output.unwrap_or_else(|_| panic!("{tool} is missing: apt-get install poppler-utils"));
        assert!(output.status.success());
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let path = file.to_string_lossy().into_owned();
    let info = run("pdfinfo", &[&path]);
    let count = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap();
    let text = run("pdftotext", &["-layout", &path, "-"]);
    (count, text)
}
