//! Links between the project's Markdown files: each leads to a file, and to a heading of it where it names one.

use crate::sources::Tree;
use crate::{Error, read};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// Links that lead nowhere. Addresses on the network are not followed.
pub fn problems(root: &Path) -> Result<Vec<String>, Error> {
    let tree = Tree::load(root)?;
    let mut pages = BTreeMap::new();
    for path in tree.paths().filter(|path| path.ends_with(".md")) {
        pages.insert(PathBuf::from(path), Page::parse(&read(&root.join(path))?));
    }
    let mut problems = Vec::new();
    for (path, page) in &pages {
        for link in &page.links {
            if let Some(what) = dead(root, path, link, &pages) {
                problems.push(format!("{}: {link}: {what}", path.display()));
            }
        }
    }
    Ok(problems)
}

/// Why a link of the page at `from` leads nowhere, if it does.
fn dead(root: &Path, from: &Path, link: &str, pages: &BTreeMap<PathBuf, Page>) -> Option<&'static str> {
    if link.contains("://") || link.starts_with("mailto:") {
        return None;
    }
    let (file, heading) = link.split_once('#').map_or((link, None), |(file, heading)| (file, Some(heading)));
    let target = if file.is_empty() { from.to_path_buf() } else { resolve(from, file)? };
    if !root.join(&target).exists() {
        return Some("no such file");
    }
    match (heading, pages.get(&target)) {
        (Some(heading), Some(page)) if !page.headings.iter().any(|slug| slug == heading) => Some("no such heading"),
        _ => None,
    }
}

/// The path from the root of `file`, as a page at `from` names it. Nothing if it leads out of the project: then it is not checked.
pub(crate) fn resolve(from: &Path, file: &str) -> Option<PathBuf> {
    let mut path = from.parent().map(Path::to_path_buf).unwrap_or_default();
    for component in Path::new(file).components() {
        match component {
            Component::ParentDir => path.pop().then_some(())?,
            Component::Normal(name) => path.push(name),
            _ => {}
        }
    }
    Some(path)
}

#[derive(Debug, Default)]
struct Page {
    links: Vec<String>,
    headings: Vec<String>,
}

impl Page {
    fn parse(text: &str) -> Self {
        let mut page = Self::default();
        let mut heading: Option<String> = None;
        for event in Parser::new(text) {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push(dest_url.to_string())
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => page.headings.extend(heading.take().map(|words| slug(&words))),
                Event::Text(words) | Event::Code(words) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&words);
                    }
                }
                _ => {}
            }
        }
        page
    }
}

/// The name that a heading has in a link: small letters, digits, hyphens for spaces.
fn slug(heading: &str) -> String {
    heading
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect::<String>()
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_link_that_leads_nowhere_is_named() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("docs")).unwrap();
        std::fs::write(root.path().join("docs/there.md"), "").unwrap();
        let from = Path::new("docs/page.md");
        std::fs::write(root.path().join(from), "").unwrap();
        let page = Page::parse("# Two words, `code`\n[a](there.md) `[no](link.md)` ![b](gone.png)");
        assert_eq!(page.links, ["there.md", "gone.png"]);
        assert_eq!(page.headings, ["two-words-code"]);
        let pages = BTreeMap::from([(from.to_path_buf(), page), (PathBuf::from("docs/there.md"), Page::default())]);
        let dead = |link| dead(root.path(), from, link, &pages);
        for good in ["there.md", "../docs/there.md", "#two-words-code", "https://example.org/x", "../docs"] {
            assert_eq!(dead(good), None, "{good}");
        }
        assert_eq!(dead("gone.md"), Some("no such file"));
        assert_eq!(dead("../there.md"), Some("no such file"));
        assert_eq!(dead("#three-words"), Some("no such heading"));
        assert_eq!(dead("there.md#two-words-code"), Some("no such heading"));
    }
}
